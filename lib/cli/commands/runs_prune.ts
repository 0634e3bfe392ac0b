import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { parseCount } from "../parse_values.ts";
import { bytes, counted } from "../words.ts";

const KEEP_MAX = 1_000_000;

/** `dw-sim runs prune` */
export function runsPrune(parent: Command, context: CliContext): void {
  parent.command("prune")
    .description("remove the files of old runs; never those of the current or an active one")
    .argument("<name>", "the experiment")
    .requiredOption("--keep <n>", "how many of the newest runs stay besides the current one")
    .addHelpText("after", examples("dw-sim runs prune demo --keep 2"))
    .action(async (name: string, { keep }: { readonly keep: string }) => {
      const rule = { flag: "--keep", min: 0, max: KEEP_MAX, wanted: "a whole number of runs" };
      const keepCount = parseCount(keep, rule);
      using opened = await context.openApp();
      const { runs, freedBytes, experimentName } = opened.app.pruneRuns(opened.context, name, {
        keepCount,
      });
      const json = {
        ...{ experiment_name: experimentName, freed_bytes: freedBytes },
        removed_runs: runs.map(({ id }) => id),
      };
      context.result(
        json,
        () =>
          `Removed the files of ${counted(runs.length, "run")} of '${experimentName}', ` +
          `${bytes(freedBytes)} are free again`,
      );
    });
}
