import type { VerifyReport } from "../app/mod.ts";
import type { Paint } from "./paint.ts";
import { count, counted, duration } from "./words.ts";

/** The result of a verification in one line. */
export function verifyLine(report: VerifyReport, paint: Paint): string {
  const { checks, broken, rowCount, elapsedMs } = report;
  const time = paint.dim(`(${duration(elapsedMs)})`);
  if (broken.length > 0) {
    const verdict = `${count(broken.length)} of ${counted(checks.length, "check")} found something`;
    return `${paint.red("✗")} ${verdict} in ${counted(rowCount, "row")} ${time}`;
  }
  const counts = new Map<string, number>();
  for (const { kind } of checks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const keys = counted(counts.get("unique") ?? 0, "unique key");
  const references = counted(counts.get("reference") ?? 0, "foreign key");
  return `${paint.green("✓")} ${keys} and ${references} hold over ${
    counted(rowCount, "row")
  }, and all ${counted(checks.length, "check")} pass ${time}`;
}
