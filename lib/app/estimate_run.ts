import { availableParallelism } from "node:os";
import type { RunRecord } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import type { LogicalType, Table } from "../schema/mod.ts";
import { readManifest } from "../storage/mod.ts";
import { readExperiment } from "./_read_experiment.ts";
import type { AppContext } from "./app_context.ts";

/** What a run of this experiment would take, by which any number of rows can be reckoned. */
export interface RunEstimate {
  /** What the figures come from. */
  readonly basis: "current run" | "column types";
  /** Bytes of a row in files, by table. */
  readonly bytesPerRow: Readonly<Record<string, number>>;
  /** Milliseconds a row takes on this machine, by table. */
  readonly msPerRow: Readonly<Record<string, number>>;
}

/** Values a second and core: a cautious half of what `bench/generate.ts` prints. */
const VALUES_PER_SECOND = 6_000_000;

/** A run that was over so soon says little of how fast one is. */
const TELLING_MS = 500;

/**
 * Estimates what rows of an experiment cost: from the files of its current run where there is one,
 * else from the types of its columns.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND.
 */
export function estimateRun(context: AppContext, name: string): RunEstimate {
  const { record, schema } = readExperiment(context, name);
  const byTypes = {
    basis: "column types",
    bytesPerRow: byTable(schema.tables, rowBytes),
    msPerRow: byTable(schema.tables, rowMs),
  } as const;
  const run = record.currentRunId === null ? null : context.catalog.runs.get(record.currentRunId);
  const measured = run === null ? null : bytesOf(run);
  if (run === null || measured === null) return byTypes;
  const bytesPerRow = { ...byTypes.bytesPerRow, ...measured };
  const factor = slowness(run, byTypes.msPerRow);
  const msPerRow = Object.fromEntries(
    Object.entries(byTypes.msPerRow).map(([table, ms]) => [table, ms * factor]),
  );
  return { basis: "current run", bytesPerRow, msPerRow };
}

function byTable(
  tables: readonly Table[],
  measure: (table: Table) => number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(tables.map((table) => [table.name, measure(table)]));
}

function rowMs({ columns }: Table): number {
  return columns.length * 1_000 / (VALUES_PER_SECOND * availableParallelism());
}

function rowBytes({ columns }: Table): number {
  return columns.reduce((sum, { type }) => sum + valueBytes(type), 0);
}

/** Rough sizes after encoding and compression. */
function valueBytes(type: LogicalType): number {
  switch (type.kind) {
    case "boolean":
      return 0.2;
    case "integer":
      return type.bits / 16;
    case "decimal":
      return type.precision <= 9 ? 3 : 6;
    case "float":
      return type.bits / 8;
    case "date":
      return 2;
    case "time":
    case "timestamp":
      return 7;
    case "string":
      return Math.min(type.maxLength ?? 40, 40) / 2.5;
    case "uuid":
      return 16;
    default:
      return 24;
  }
}

/** Bytes of a row by table; null when the files are gone. */
function bytesOf({ outputPath, filesRemovedAt }: RunRecord): Record<string, number> | null {
  if (filesRemovedAt !== null) return null;
  try {
    const { tables } = readManifest(outputPath);
    return Object.fromEntries(
      tables.filter(({ rows }) => rows > 0).map(({ name, rows, parts }) => [
        name,
        parts.reduce((sum, { bytes }) => sum + bytes, 0) / rows,
      ]),
    );
  } catch (error) {
    // An estimate can do without the files of a folder that was moved away.
    if (error instanceof DwSimError && error.code.startsWith("STORAGE_")) return null;
    throw error;
  }
}

/** How much longer the run took than its columns let expect. */
function slowness(run: RunRecord, msPerRow: Readonly<Record<string, number>>): number {
  const { startedAt, completedAt, rowCounts } = run;
  if (startedAt === null || completedAt === null || rowCounts === null) return 1;
  const elapsedMs = Date.parse(completedAt) - Date.parse(startedAt);
  const expectedMs = Object.entries(rowCounts)
    .reduce((sum, [table, rows]) => sum + rows * (msPerRow[table] ?? 0), 0);
  return elapsedMs < TELLING_MS || expectedMs === 0 ? 1 : elapsedMs / expectedMs;
}
