import type { Command } from "commander";
import type { RunJson } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import type { TableCell } from "../text_table.ts";
import { count, duration, localTime } from "../words.ts";

/** `dw-sim experiment runs` */
export function experimentRuns(parent: Command, context: CliContext): void {
  parent.command("runs")
    .description("list an experiment's runs, or show one")
    .argument("<name>", "the experiment")
    .argument("[run]", "the id of a run")
    .addHelpText("after", examples("dw-sim experiment runs demo"))
    .action(async (name: string, id?: string) => {
      using opened = await context.openApp();
      const { app } = opened;
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
      { title: "Run" },
      { title: "Status" },
      { title: "Rows", align: "right" },
      { title: "Time", align: "right" },
      { title: "Started" },
      { title: "Seed", align: "right" },
      { title: "Error" },
    ],
    runs.map((run) => [
      run.id,
      statusCell(run, context),
      run.row_counts === null ? "–" : count(total(run.row_counts)),
      run.duration_ms === null ? "–" : duration(run.duration_ms),
      run.started_at === null ? "–" : localTime(run.started_at),
      String(run.seed),
      run.error_message ?? "",
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
  const counts = run.row_counts ?? run.target_rows;
  const title = run.row_counts === null ? "Rows wanted" : "Rows";
  const rows = Object.entries(counts).map(([table, rowCount]) => [table, count(rowCount)]);
  const table = context.table([{ title: "Table" }, { title, align: "right" }], rows);
  const trace = run.error_trace === null ? [] : ["", paint.dim(run.error_trace)];
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

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0);
}
