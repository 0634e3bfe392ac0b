import type { Command } from "commander";
import { DwSimError } from "../../errors/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { parseRows, parseWorkerCount } from "../parse_values.ts";
import { withRunProgress } from "../with_run_progress.ts";
import { addRows, reportRun } from "./experiment_generate.ts";

interface Options {
  readonly rows: readonly string[];
  readonly run?: string;
  readonly workers?: string;
}

/** `dw-sim experiment advance` */
export function experimentAdvance(parent: Command, context: CliContext): void {
  parent.command("advance")
    .description("add rows behind those that are there; keys go on, earlier files stay")
    .argument("<name>", "the experiment")
    .requiredOption("--rows <table=n>", "how many rows to add to a table; repeatable", addRows)
    .option("--run <run>", "the completed run to continue (default: the one that is queried)")
    .option("--workers <n>", "how many processors to use (default: all)")
    .addHelpText(
      "after",
      examples("dw-sim experiment advance demo --rows orders=1000 --rows lineitem=4000"),
    )
    .action(async (name: string, { rows, run: runId, workers }: Options) => {
      const { byTable: addedRows = new Map(), everyTable } = parseRows(rows);
      if (everyTable !== undefined) throw tableMissing(everyTable);
      using opened = await context.openApp();
      const generated = await withRunProgress(
        context,
        (means) =>
          opened.app.advanceExperiment(opened.context, name, {
            ...{ ...means, addedRows },
            ...runId !== undefined && { runId },
            ...workers !== undefined && { workerCount: parseWorkerCount(workers) },
          }),
      );
      reportRun(generated, opened.app.runToJson, context);
    });
}

function tableMissing(rowCount: number): DwSimError {
  return new DwSimError("CLI_USAGE", {
    reason: `'${rowCount}' does not say which table the rows are added to: write table=${rowCount}`,
    command: "dw-sim experiment advance",
  });
}
