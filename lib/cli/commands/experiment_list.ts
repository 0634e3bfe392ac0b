import type { Command } from "commander";
import type { ExperimentSummary } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import type { TableCell } from "../text_table.ts";
import { count, localTime } from "../words.ts";

/** `dw-sim experiment list` */
export function experimentList(parent: Command, context: CliContext): void {
  parent.command("list")
    .description("list all experiments")
    .addHelpText("after", examples("dw-sim experiment list"))
    .action(async () => {
      using opened = await context.openApp();
      const summaries = opened.app.listExperiments(opened.context);
      const { runToJson } = opened.app;
      const json = summaries.map(({ name, createdAt, schema, currentRun, activeRun }) => ({
        ...{ name, created_at: createdAt, dialect: schema.dialect ?? null },
        table_count: schema.tables.length,
        current_run: currentRun && runToJson(currentRun),
        active_run: activeRun && runToJson(activeRun),
      }));
      context.result({ experiments: json }, () => listText(summaries, context));
      if (summaries.length === 0) context.note("Make one: dw-sim demo");
    });
}

function listText(summaries: readonly ExperimentSummary[], context: CliContext): string {
  if (summaries.length === 0) return "There are no experiments yet.";
  return context.table(
    [
      { title: "Experiment" },
      { title: "Dialect" },
      { title: "Tables", align: "right" },
      { title: "Rows", align: "right" },
      { title: "Data" },
      { title: "Created" },
    ],
    summaries.map((summary) => [
      summary.name,
      summary.schema.dialect ?? "–",
      count(summary.schema.tables.length),
      rowsText(summary),
      dataCell(summary, context),
      localTime(summary.createdAt),
    ]),
  );
}

function rowsText({ currentRun }: ExperimentSummary): string {
  const counts = currentRun?.rowCounts;
  if (counts === null || counts === undefined) return "–";
  return count(Object.values(counts).reduce((sum, rows) => sum + rows, 0));
}

function dataCell({ currentRun, activeRun }: ExperimentSummary, { paint }: CliContext): TableCell {
  if (activeRun !== null) return { text: "being made", paint: paint.yellow };
  return currentRun === null
    ? { text: "none yet", paint: paint.dim }
    : { text: "ready", paint: paint.green };
}
