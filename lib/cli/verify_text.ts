import type { CheckResult, VerifyReport } from "../app/mod.ts";
import type { CliContext } from "./cli_context.ts";
import type { Paint } from "./paint.ts";
import { count, counted, duration } from "./words.ts";

/** The result of a verification in a line or two. */
export function verifyLine(report: VerifyReport, paint: Paint): string {
  const { checks, broken, rowCount, elapsedMs } = report;
  const scope = `${counted(checks.length, "check")} over ${counted(rowCount, "row")}`;
  const time = `in ${duration(elapsedMs)}`;
  if (broken.length > 0) {
    return `${paint.red("✗")} ${count(broken.length)} of ${scope} found something, ${time}`;
  }
  const countOf = (kind: string) => checks.filter((check) => check.kind === kind).length;
  const keys = `${counted(countOf("unique"), "key")} without a duplicate`;
  const references = `${counted(countOf("reference"), "foreign key")} without an orphan`;
  return `${paint.green("✓")} ${keys}, ${references}\n  ${paint.dim(`${scope}, ${time}`)}`;
}

const BREACHES: Readonly<Record<CheckResult["kind"], string>> = {
  row_count: "rows too many or too few",
  unique: "rows whose key another row has",
  sequence: "rows out of the count 1, 2, … N",
  reference: "rows whose parent is missing",
  per_parent: "parents with more or fewer rows than their foreign key says",
  required: "NULLs where none may be",
  range: "values outside the bounds of the schema",
  length: "texts longer than their type",
  check: "rows that fail a CHECK",
  rule: "values that are not what their rule makes",
  null_rate: "share of NULLs further from the plan than chance leads",
  distribution: "values distributed otherwise than asked",
  files: "files that are not what was written",
};

/** The result of a verification, with a table of what was found. */
export function verifyText(report: VerifyReport, context: CliContext): string {
  const line = [
    verifyLine(report, context.paint),
    ...spreadLines(report, context),
    ...uncheckedLines(report, context),
  ].join("\n");
  if (report.broken.length === 0) return line;
  const table = context.table(
    [{ title: "Table" }, { title: "Columns" }, { title: "Found", align: "right" }, { title: "" }],
    report.broken.map(({ kind, table, columns, references, condition, findingCount }) => [
      table,
      condition ?? columns.join(", ") + (references === undefined ? "" : ` → ${references}`),
      { text: count(findingCount), paint: context.paint.red },
      BREACHES[kind],
    ]),
  );
  return `${table}\n\n${line}`;
}

/** How many rows parents have, where somebody said how many. */
function spreadLines({ checks }: VerifyReport, { paint }: CliContext): readonly string[] {
  return checks.flatMap(({ table, references, spread }) =>
    spread === undefined ? [] : [paint.dim(
      `  Rows of ${table} for each of ${references}: ${count(spread.min)} to ` +
        `${count(spread.max)}, ${spread.mean.toFixed(2)} on average`,
    )]
  );
}

/** What could not be looked at is told, lest it be believed to hold. */
function uncheckedLines({ unchecked }: VerifyReport, { paint }: CliContext): readonly string[] {
  return unchecked.map(({ table, condition, notChecked }) =>
    paint.yellow(`! Not checked: CHECK (${condition}) of '${table}'`) +
    paint.dim(`\n  ${notChecked}`)
  );
}

/** A report as JSON. */
export function verifyJson({ run, broken, unchecked, ...report }: VerifyReport): unknown {
  return {
    ok: broken.length === 0,
    ...{ experiment_name: run.experimentName, run_id: run.id, row_count: report.rowCount },
    ...{ elapsed_ms: Math.round(report.elapsedMs), unchecked_count: unchecked.length },
    checks: report.checks.map(({ kind, table, columns, references = null, ...check }) => ({
      ...{ kind, table, columns, references, finding_count: check.findingCount },
      ...check.limit !== undefined && { distance: check.distance, limit: check.limit },
      ...check.spread !== undefined && { rows_per_parent: check.spread },
      ...check.condition !== undefined && { condition: check.condition, name: check.name ?? null },
      ...check.notChecked !== undefined && { not_checked: check.notChecked },
    })),
    damaged_files: report.damagedFiles,
  };
}
