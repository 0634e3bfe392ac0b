import type { Command } from "commander";
import type { VerifyReport } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { EXIT_FINDINGS } from "../exit_code.ts";
import { verifyText } from "../verify_text.ts";

/** `dw-sim experiment verify` */
export function experimentVerify(parent: Command, context: CliContext): void {
  parent.command("verify")
    .description("count and compare: rows, keys, references, required columns")
    .argument("<name>", "the experiment")
    .option("--run <run>", "a completed run (default: the one that is queried)")
    .addHelpText(
      "after",
      examples("dw-sim experiment verify demo", "dw-sim experiment verify demo --json"),
    )
    .action(async (name: string, { run: runId }: { readonly run?: string }) => {
      using opened = await context.openApp();
      const { app, context: appContext } = opened;
      const report = await app.verifyRun(appContext, name, {
        ...runId !== undefined && { runId },
        signal: context.signal,
      });
      if (report.broken.length > 0) context.exitCode = EXIT_FINDINGS;
      context.result(reportJson(report), () => verifyText(report, context));
    });
}

function reportJson({ run, broken, ...report }: VerifyReport): unknown {
  return {
    ok: broken.length === 0,
    ...{ experiment_name: run.experimentName, run_id: run.id, row_count: report.rowCount },
    elapsed_ms: Math.round(report.elapsedMs),
    checks: report.checks.map(({ references = null, findingCount, ...check }) => ({
      ...{ kind: check.kind, table: check.table, columns: check.columns, references },
      finding_count: findingCount,
      ...check.limit !== undefined && { distance: check.distance, limit: check.limit },
    })),
    damaged_files: report.damagedFiles,
  };
}
