import type { VerifyReport } from "../app/mod.ts";
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
