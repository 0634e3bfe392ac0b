import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { counted, localTime } from "../words.ts";

/** `dw-sim experiment show` */
export function experimentShow(parent: Command, context: CliContext): void {
  parent.command("show")
    .description("show an experiment's tables, columns and keys")
    .argument("<name>", "the experiment")
    .addHelpText("after", examples("dw-sim experiment show demo"))
    .action(async (name: string) => {
      const { columnsText, schemaLine } = await import("../schema_text.ts");
      using opened = await context.openApp();
      const { app } = opened;
      const { currentRun, ...summary } = app.showExperiment(opened.context, name);
      const json = {
        ...{ name: summary.name, created_at: summary.createdAt },
        schema: opened.app.schemaToJson(summary.schema),
        current_run: currentRun && app.runToJson(currentRun),
      };
      context.result(json, () => {
        const rows = Object.values(currentRun?.rowCounts ?? {}).reduce(
          (sum, each) => sum + each,
          0,
        );
        const data = currentRun === null
          ? "No data yet"
          : `${counted(rows, "row")} in run ${currentRun.id}`;
        return [
          columnsText(summary.schema, context),
          "",
          `${summary.name}: ${schemaLine(summary.schema)}, created ${localTime(summary.createdAt)}`,
          data,
        ].join("\n");
      });
    });
}
