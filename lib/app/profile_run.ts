import { openWarehouse, quoteName, type Warehouse } from "../query/mod.ts";
import type { RunRecord } from "../catalog/mod.ts";
import { openRun } from "./_open_run.ts";
import { readFiles } from "./_read_files.ts";
import type { AppContext } from "./app_context.ts";
import { findTable } from "../schema/mod.ts";
import { DwSimError } from "../errors/mod.ts";

export interface ProfileRequest {
  /** By default every table. */
  readonly table?: string | undefined;
  readonly signal?: AbortSignal;
}

export interface ColumnProfile {
  readonly name: string;
  readonly nullCount: number;
  /** An estimate, within a few percent. */
  readonly distinctCount: number;
  /** As SQL prints it; null when every value is NULL. */
  readonly min: string | null;
  readonly max: string | null;
}

export interface TableProfile {
  readonly name: string;
  readonly rowCount: number;
  readonly columns: readonly ColumnProfile[];
}

export interface RunProfile {
  readonly run: RunRecord;
  readonly tables: readonly TableProfile[];
}

/** Numbers the profile asks of every column. */
const MEASURE_COUNT = 4;

/**
 * Measures the columns of the current run: NULLs, distinct values, extremes.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, TABLE_NOT_FOUND, CANCELLED, STORAGE_…
 */
export async function profileRun(
  context: AppContext,
  experiment: string,
  { table, signal }: ProfileRequest = {},
): Promise<RunProfile> {
  const { run, schema, tables } = openRun(context, experiment);
  const wanted = table === undefined ? schema.tables : [findTable(schema, table)];
  await using warehouse = await openWarehouse(tables, {
    temporaryFolder: context.dataRoot.scratchPath,
  });
  const profiles: TableProfile[] = [];
  for (const { name, columns } of wanted) {
    refuseAborted(signal);
    const names = columns.map((column) => column.name);
    profiles.push(await profileTable(warehouse, { name, columns: names, signal }));
  }
  return { run, tables: profiles };
}

interface Asked {
  readonly name: string;
  readonly columns: readonly string[];
  readonly signal: AbortSignal | undefined;
}

async function profileTable(
  warehouse: Warehouse,
  { name, columns, signal }: Asked,
): Promise<TableProfile> {
  const measures = columns.map(quoteName).flatMap((column) => [
    `count(*) - count(${column})`,
    // An estimate may lie above what is there at all.
    `least(approx_count_distinct(${column}), count(${column}))`,
    `min(${column})::VARCHAR`,
    `max(${column})::VARCHAR`,
  ]);
  const sql = `SELECT ${["count(*)", ...measures].join(", ")} FROM ${quoteName(name)}`;
  const options = { ...signal !== undefined && { signal } };
  const [row] = await readFiles(name, () => warehouse.ask(sql, options));
  const profiles = columns.map((column, i) => {
    const [nullCount, distinctCount, min, max] = row!.slice(1 + i * MEASURE_COUNT);
    return {
      ...{ name: column, nullCount: Number(nullCount), distinctCount: Number(distinctCount) },
      ...{ min: textOf(min), max: textOf(max) },
    };
  });
  return { name, rowCount: Number(row![0]), columns: profiles };
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DwSimError("CANCELLED", { what: "The profile" });
}
