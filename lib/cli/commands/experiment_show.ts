import type { Command } from "commander";
import type { ExperimentSummary, GeneratorsByColumn } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { counted, localTime } from "../words.ts";

/** `dw-sim experiment show` */
export function experimentShow(parent: Command, context: CliContext): void {
  parent.command("show")
    .description("show an experiment's tables, columns, keys and generators")
    .argument("<name>", "the experiment")
    .option("--schema", "print the schema alone, as JSON that 'experiment update' takes back")
    .addHelpText(
      "after",
      examples("dw-sim experiment show demo", "dw-sim experiment show demo --schema > demo.json"),
    )
    .action(async (name: string, { schema = false }: { readonly schema?: boolean }) => {
      if (schema) return await showSchema(name, context);
      const { columnsText, schemaLine } = await import("../schema_text.ts");
      using opened = await context.openApp();
      const { app } = opened;
      const summary = app.showExperiment(opened.context, name);
      const generators = await app.previewGenerators(summary.schema);
      context.result(summaryJson(summary, generators, app), () =>
        [
          columnsText(summary.schema, generators, context),
          "",
          `${context.paint.bold(summary.name)}: ${schemaLine(summary.schema)}`,
          ...summary.schema.description === undefined ? [] : [summary.schema.description],
          context.paint.dim(dataLine(summary)),
        ].join("\n"));
    });
}

async function showSchema(name: string, context: CliContext): Promise<void> {
  using opened = await context.openApp();
  const { app } = opened;
  const json = app.schemaToJson(app.showExperiment(opened.context, name).schema);
  context.result(json, () => JSON.stringify(json, null, 2));
}

function summaryJson(
  { name, createdAt, schema, currentRun, activeRun }: ExperimentSummary,
  generators: GeneratorsByColumn,
  { runToJson, schemaToJson }: typeof import("../../app/mod.ts"),
): unknown {
  return {
    ...{ name, created_at: createdAt, schema: schemaToJson(schema), generators },
    current_run: currentRun && runToJson(currentRun),
    active_run: activeRun && runToJson(activeRun),
  };
}

function dataLine({ createdAt, currentRun }: ExperimentSummary): string {
  const counts = Object.values(currentRun?.rowCounts ?? {});
  const rowCount = counts.reduce((sum, rows) => sum + rows, 0);
  const data = currentRun === null
    ? "no data yet"
    : `${counted(rowCount, "row")} in run ${currentRun.id}`;
  return `Created ${localTime(createdAt)}, ${data}`;
}
