import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { EXIT_FINDINGS } from "../exit_code.ts";
import { verifyJson, verifyText } from "../verify_text.ts";
import { verifyWithProgress } from "../verify_with_progress.ts";

/** `dw-sim experiment verify` */
export function experimentVerify(parent: Command, context: CliContext): void {
  parent.command("verify")
    .description("read the files back, and hold them against what the schema promises")
    .argument("<name>", "the experiment")
    .option("--run <run>", "a completed run (default: the one that is queried)")
    .addHelpText(
      "after",
      examples("dw-sim experiment verify demo", "dw-sim experiment verify demo --json"),
    )
    .action(async (name: string, { run: runId }: { readonly run?: string }) => {
      using opened = await context.openApp();
      const report = await verifyWithProgress({ opened, context, name, runId });
      if (report.broken.length > 0) context.exitCode = EXIT_FINDINGS;
      context.result(verifyJson(report), () => verifyText(report, context));
    });
}
