import type { RunRecord } from "../catalog/mod.ts";
import { openWarehouse } from "../query/mod.ts";
import { openRun } from "./_open_run.ts";
import { type Check, planChecks } from "./_plan_checks.ts";
import type { AppContext } from "./app_context.ts";

/** What was looked at, and how many rows break it; 0 is what is hoped for. */
export interface CheckResult extends Omit<Check, "sql"> {
  readonly findingCount: number;
}

/** Whether the files of a run hold what its schema promises. */
export interface VerifyReport {
  readonly run: RunRecord;
  readonly rowCount: number;
  readonly tableCount: number;
  readonly checks: readonly CheckResult[];
  /** The checks that found something. */
  readonly broken: readonly CheckResult[];
  readonly elapsedMs: number;
}

export interface VerifyOptions {
  /** A completed run; by default the current one. */
  readonly runId?: string;
  readonly signal?: AbortSignal;
  readonly onCheck?: (done: number, total: number) => void;
}

/**
 * Counts and compares the rows of an experiment's current run: row counts, every key, every
 * reference, surrogate keys, required columns. Reads the files with an engine that did not write
 * them.
 *
 * @param context Where the experiment lives.
 * @param name The experiment.
 * @returns Every check with what it found.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, CANCELLED, STORAGE_…
 */
export async function verifyRun(
  context: AppContext,
  name: string,
  { runId, signal, onCheck = () => {} }: VerifyOptions = {},
): Promise<VerifyReport> {
  const startedAtMs = performance.now();
  const { run, schema, manifest, tables } = openRun(context, name, runId);
  const rowCounts = new Map(manifest.tables.map((table) => [table.name, table.rows]));
  const checks = planChecks(schema, rowCounts);
  await using warehouse = await openWarehouse(tables);
  const results: CheckResult[] = [];
  for (const { sql, ...check } of checks) {
    const [row] = await warehouse.ask(sql, { signal });
    results.push(Object.freeze({ ...check, findingCount: Number(row![0]) }));
    onCheck(results.length, checks.length);
  }
  return {
    run,
    rowCount: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    tableCount: tables.length,
    checks: results,
    broken: results.filter(({ findingCount }) => findingCount > 0),
    elapsedMs: performance.now() - startedAtMs,
  };
}
