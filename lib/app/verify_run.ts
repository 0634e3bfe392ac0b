import type { RunRecord } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { openWarehouse, type Warehouse } from "../query/mod.ts";
import { checkFiles, type FileFinding } from "../storage/mod.ts";
import { type OpenRun, openRun } from "./_open_run.ts";
import { type Check, planChecks } from "./_plan_checks.ts";
import { planRowChecks } from "./_plan_row_checks.ts";
import { planRuleChecks } from "./_plan_rule_checks.ts";
import { planValueChecks } from "./_plan_value_checks.ts";
import { planRun } from "./_plan_run.ts";
import type { AppContext } from "./app_context.ts";

/** What was looked at, and what was found. */
export interface CheckResult extends Omit<Check, "sql" | "isForeign" | "tellsSpread"> {
  /** Rows, or files, that break it; 1 for a share that is further off than chance leads. */
  readonly findingCount: number;
  /** How far off, where there is a limit. */
  readonly distance?: number;
  /** Of `per_parent`: fewest, mean and most rows of a parent. */
  readonly spread?: { readonly min: number; readonly mean: number; readonly max: number };
  /** Why it was not looked at: the engine cannot read the condition. */
  readonly notChecked?: string;
}

/** Whether the files of a run hold what its schema promises. */
export interface VerifyReport {
  readonly run: RunRecord;
  readonly rowCount: number;
  readonly tableCount: number;
  readonly checks: readonly CheckResult[];
  /** The checks that found something. */
  readonly broken: readonly CheckResult[];
  /** The checks that could not be made, which says nothing of whether they hold. */
  readonly unchecked: readonly CheckResult[];
  /** Files that are not what was written; when there are any their rows are not looked at. */
  readonly damagedFiles: readonly FileFinding[];
  readonly elapsedMs: number;
}

export interface VerifyOptions {
  /** A completed run; by default the current one. */
  readonly runId?: string;
  readonly signal?: AbortSignal;
  readonly onCheck?: (done: number, total: number) => void;
}

/**
 * Reads a run back and holds it against what was promised: every file against its checksum; row
 * counts, every key, every reference, surrogate keys, required columns, ranges, lengths, CHECKs;
 * and, within what chance allows, NULL rates and distributions. Rows are read with an engine that did not write
 * them.
 *
 * @param context Where the experiment lives.
 * @param name The experiment.
 * @returns Every check with what it found.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, RUN_NOT_FOUND, RUN_NOT_COMPLETED,
 * RUN_FILES_REMOVED, CANCELLED, STORAGE_…, MANIFEST_INVALID
 */
export async function verifyRun(
  context: AppContext,
  name: string,
  { runId, signal, onCheck = () => {} }: VerifyOptions = {},
): Promise<VerifyReport> {
  const startedAtMs = performance.now();
  const open = openRun(context, name, runId);
  const { run, manifest, tables } = open;
  const damagedFiles = await checkFiles(run.outputPath, manifest, { signal });
  const checks = damagedFiles.length > 0 ? [] : await checksOf(open);
  const results = fileResults(open, damagedFiles);
  const asked = damagedFiles.length > 0 ? [] : tables;
  const { scratchPath: temporaryFolder } = context.dataRoot;
  // Our own questions and those of others are in different words: `7 / 2` is not the same in all.
  await using ours = await openWarehouse(asked, { temporaryFolder });
  const dialect = open.schema.dialect ?? "duckdb";
  await using theirs = checks.some(({ isForeign }) => isForeign)
    ? await openWarehouse(asked, { temporaryFolder, dialect })
    : null;
  // Files are checks as well, and are counted as such where all is told.
  const checkCount = results.length + checks.length;
  for (const check of checks) {
    results.push(await resultOf(check, (check.isForeign ? theirs : null) ?? ours, signal));
    onCheck(results.length, checkCount);
  }
  return {
    run,
    rowCount: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    tableCount: tables.length,
    checks: results,
    broken: results.filter(({ findingCount }) => findingCount > 0),
    unchecked: results.filter(({ notChecked }) => notChecked !== undefined),
    damagedFiles,
    elapsedMs: performance.now() - startedAtMs,
  };
}

async function checksOf({ run, schema, manifest }: OpenRun): Promise<readonly Check[]> {
  const rows = new Map(manifest.tables.map((table) => [table.name, table.rows]));
  const { plan } = await planRun(schema, run);
  return [
    ...planChecks(schema, rows),
    ...planValueChecks(schema, plan),
    ...planRuleChecks(schema),
    ...planRowChecks(schema, plan),
  ];
}

function fileResults({ manifest }: OpenRun, damaged: readonly FileFinding[]): CheckResult[] {
  return manifest.tables.map(({ name: table }) => ({
    ...{ kind: "files", table, columns: [] },
    findingCount: damaged.filter((finding) => finding.table === table).length,
  }));
}

async function resultOf(
  { sql, isForeign = false, tellsSpread = false, ...check }: Check,
  warehouse: Warehouse,
  signal: AbortSignal | undefined,
): Promise<CheckResult> {
  const { limit } = check;
  try {
    if (tellsSpread) {
      const [findingCount, min, mean, max] = (await warehouse.ask(sql, { signal }))[0]!.map(Number);
      const spread = { min: min!, mean: mean!, max: max! };
      return Object.freeze({ ...check, findingCount: findingCount!, spread });
    }
    const answer = isForeign
      ? await numberThroughGate(warehouse, sql, signal)
      : Number((await warehouse.ask(sql, { signal }))[0]![0]);
    if (limit === undefined) return Object.freeze({ ...check, findingCount: answer });
    return Object.freeze({ ...check, findingCount: answer > limit ? 1 : 0, distance: answer });
  } catch (error) {
    const isWritten = check.kind === "check" || check.kind === "rule";
    const reason = isWritten ? unreadable(error) : null;
    if (reason === null) throw error;
    return Object.freeze({ ...check, findingCount: 0, notChecked: reason });
  }
}

/** Asks what a user could: one statement that only reads, in the dialect's words. */
async function numberThroughGate(
  warehouse: Warehouse,
  sql: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  const result = await warehouse.query(sql, { signal });
  let answer = 0;
  for await (const batch of result.batches()) answer = Number(batch.text()[0]![0]);
  return answer;
}

/** What the engine says of a condition that it does not understand; null for any other error. */
function unreadable(error: unknown): string | null {
  if (!(error instanceof DwSimError) || error.kind !== "invalid") return null;
  return error.problems[0]?.message ?? error.message;
}
