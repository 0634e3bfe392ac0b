import type { Command } from "commander";
import type { CheckResult, VerifyReport } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { EXIT_FINDINGS } from "../exit_code.ts";
import { verifyLine } from "../verify_text.ts";
import { count } from "../words.ts";

/** `dw-sim experiment verify` */
export function experimentVerify(parent: Command, context: CliContext): void {
  parent.command("verify")
    .description("count and compare: rows, keys, references, required columns")
    .argument("<name>", "the experiment")
    .addHelpText("after", examples("dw-sim experiment verify demo"))
    .action(async (name: string) => {
      using opened = await context.openApp();
      const { app, context: appContext } = opened;
      const report = await app.verifyRun(appContext, name, { signal: context.signal });
      if (report.broken.length > 0) context.exitCode = EXIT_FINDINGS;
      context.result(reportJson(report), () => reportText(report, context));
    });
}

function reportJson({ run, broken, ...report }: VerifyReport): unknown {
  return {
    ok: broken.length === 0,
    ...{ experiment_name: run.experimentName, run_id: run.id, row_count: report.rowCount },
    elapsed_ms: Math.round(report.elapsedMs),
    checks: report.checks.map(({ kind, table, columns, references, findingCount }) => ({
      ...{ kind, table, columns, references: references ?? null, finding_count: findingCount },
    })),
  };
}

const BREACHES: Readonly<Record<CheckResult["kind"], string>> = {
  row_count: "rows too many or too few",
  unique: "rows whose key another row has",
  sequence: "rows out of the count 1, 2, … N",
  reference: "rows whose parent is missing",
  required: "NULLs where none may be",
};

function reportText(report: VerifyReport, context: CliContext): string {
  const line = verifyLine(report, context.paint);
  if (report.broken.length === 0) return line;
  const table = context.table(
    [{ title: "Table" }, { title: "Columns" }, { title: "Found", align: "right" }, { title: "" }],
    report.broken.map(({ kind, table, columns, references, findingCount }) => [
      table,
      columns.join(", ") + (references === undefined ? "" : ` → ${references}`),
      { text: count(findingCount), paint: context.paint.red },
      BREACHES[kind],
    ]),
  );
  return `${table}\n\n${line}`;
}
