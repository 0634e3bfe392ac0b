import type { Command } from "commander";
import type { RunJson } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import type { TableCell } from "../text_table.ts";
import { watchRun } from "../watch_run.ts";
import { count, duration, localTime } from "../words.ts";

interface Options {
  readonly watch?: boolean;
}

/** `dw-sim experiment runs` */
export function experimentRuns(parent: Command, context: CliContext): void {
  parent.command("runs")
    .description("list an experiment's runs, or show one")
    .argument("<name>", "the experiment")
    .argument("[run]", "the id of a run")
    .option("-w, --watch", "follow the active run, or the given one, until it ends")
    .addHelpText(
      "after",
      examples("dw-sim experiment runs demo", "dw-sim experiment runs demo --watch"),
    )
    .action(async (name: string, given: string | undefined, { watch = false }: Options) => {
      using opened = await context.openApp();
      const { app } = opened;
      const id = watch ? await watchRun(opened, { name, id: given }, context) : given;
      if (id === undefined) {
        const runs = app.listRuns(opened.context, name).map(app.runToJson);
        context.result({ runs }, () => runsText(runs, context));
      } else {
        const run = app.runToJson(app.showRun(opened.context, name, id));
        context.result(run, () => runText(run, context));
      }
    });
}

function runsText(runs: readonly RunJson[], context: CliContext): string {
  if (runs.length === 0) return "There are no runs yet.";
  return context.table(
    [
      { title: "Run", isWhole: true },
      { title: "Status" },
      { title: "Rows", align: "right" },
      { title: "Time", align: "right" },
      { title: "Started" },
      { title: "Seed", align: "right" },
      { title: "Note" },
    ],
    runs.map((run) => [
      run.id,
      statusCell(run, context),
      rowsCell(run),
      run.duration_ms === null ? "–" : duration(run.duration_ms),
      run.started_at === null ? "–" : localTime(run.started_at),
      String(run.seed),
      noteOf(run),
    ]),
  );
}

function runText(run: RunJson, context: CliContext): string {
  const { paint } = context;
  const status = statusCell(run, context);
  const facts = [
    ["Run", run.id],
    ["Status", status.paint(status.text)],
    ["Seed", String(run.seed)],
    ["Started", run.started_at ?? "–"],
    ["Completed", run.completed_at ?? "–"],
    ["Time", run.duration_ms === null ? "–" : duration(run.duration_ms)],
    ["Files", run.output_path],
    ...run.error_code === null ? [] : [["Error", `${run.error_code}: ${run.error_message}`]],
  ];
  const lines = facts.map(([title, text]) => `${paint.dim(title!.padEnd(10))} ${text}`);
  const table = context.table(
    [{ title: "Table" }, { title: "Rows", align: "right" }, { title: "Wanted", align: "right" }],
    Object.entries(run.target_rows).map(([name, wanted]) => {
      const done = run.row_counts?.[name] ?? run.progress?.tables[name]?.rows;
      return [name, done === undefined ? "–" : count(done), count(wanted)];
    }),
  );
  // Who cancelled a run knows why it ended; only what failed needs to be traced.
  const isTraced = run.error_trace !== null && run.status === "FAILED";
  const trace = isTraced ? ["", paint.dim(run.error_trace!)] : [];
  return [...lines, "", table, ...trace].join("\n");
}

function statusCell({ status }: RunJson, { paint }: CliContext): Exclude<TableCell, string | null> {
  switch (status) {
    case "COMPLETED":
      return { text: status, paint: paint.green };
    case "FAILED":
      return { text: status, paint: paint.red };
    default:
      return { text: status, paint: paint.yellow };
  }
}

/** How many of how many, as long as it is not done. */
function rowsCell({ row_counts: rowCounts, progress, target_rows: targetRows }: RunJson): string {
  if (rowCounts !== null) return count(total(rowCounts));
  if (progress === null) return "–";
  return `${count(progress.rows_done)} of ${count(total(targetRows))}`;
}

function noteOf(run: RunJson): string {
  if (run.error_message !== null) return run.error_message;
  if (run.files_removed_at !== null) return "its files are removed";
  return run.kind === "RESET" ? "tables emptied" : "";
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0);
}
