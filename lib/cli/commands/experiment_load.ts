import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { counted, localTime } from "../words.ts";

/** `dw-sim experiment load` */
export function experimentLoad(parent: Command, context: CliContext): void {
  parent.command("load")
    .description("make an earlier run the one that is queried")
    .argument("<name>", "the experiment")
    .option("--run-id <run>", "a completed run (default: the newest)")
    .addHelpText(
      "after",
      examples("dw-sim experiment load demo --run-id 20260131-093005-250-7hq2mz4c"),
    )
    .action(async (name: string, { runId }: { readonly runId?: string }) => {
      using opened = await context.openApp();
      const run = opened.app.runToJson(opened.app.loadRun(opened.context, name, runId));
      const rowCount = Object.values(run.row_counts ?? {}).reduce((sum, rows) => sum + rows, 0);
      const made = localTime(run.completed_at ?? run.created_at);
      context.result(
        run,
        () =>
          `'${run.experiment_name}' now has the ${counted(rowCount, "row")} of run ${run.id}, ` +
          `made ${made}`,
      );
    });
}
