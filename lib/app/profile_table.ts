import type { RunRecord } from "../catalog/mod.ts";
import { openWarehouse, type QueryOptions } from "../query/mod.ts";
import { findTable } from "../schema/mod.ts";
import { isSmall, measureColumns } from "./_measure_columns.ts";
import { measureReferences } from "./_measure_references.ts";
import { openRun } from "./_open_run.ts";
import { readFiles } from "./_read_files.ts";
import type { AppContext } from "./app_context.ts";

/** How the values of a column spread, as far as a picture shows it. */
export type ColumnShape =
  /** Equal steps from `low` to `high`, the ends included; lengths are in characters. */
  | {
    readonly kind: "histogram";
    readonly of: "values" | "lengths";
    readonly low: string;
    readonly high: string;
    readonly counts: readonly number[];
  }
  /** The most frequent values, and how many rows have others. */
  | {
    readonly kind: "top";
    readonly values: readonly { readonly text: string; readonly count: number }[];
    readonly otherCount: number;
  }
  | { readonly kind: "none" };

export interface ColumnPicture {
  readonly name: string;
  readonly nullCount: number;
  /** Within a few percent where the picture is not exact. */
  readonly distinctCount: number;
  /** As SQL prints it; null when every value is NULL. */
  readonly min: string | null;
  readonly max: string | null;
  readonly shape: ColumnShape;
}

/** How many rows of this table the rows of a parent have. */
export interface ReferencePicture {
  readonly columns: readonly string[];
  readonly referencesTable: string;
  readonly parentCount: number;
  /** Parents without any row here. */
  readonly childlessCount: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Parents by how many rows they have: equal steps, each from `from` to `to`. */
  readonly steps: readonly { readonly from: number; readonly to: number; readonly count: number }[];
}

export interface TablePicture {
  readonly run: RunRecord;
  readonly table: string;
  readonly rowCount: number;
  /** False for large tables, whose distinct values are estimated. */
  readonly isExact: boolean;
  readonly columns: readonly ColumnPicture[];
  readonly references: readonly ReferencePicture[];
}

/** A run never changes, so what was measured of it stays right. */
const KNOWN = new Map<string, TablePicture>();
const KNOWN_MAX = 500;

/**
 * Measures a table of the current run from its files: NULLs, distinct values, extremes, how values
 * spread, and how many rows its parents have.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, TABLE_NOT_FOUND, CANCELLED, STORAGE_…
 */
export async function profileTable(
  context: AppContext,
  experiment: string,
  { table: wanted, signal }: QueryOptions & { readonly table: string },
): Promise<TablePicture> {
  const { run, schema, manifest, tables } = openRun(context, experiment);
  const table = findTable(schema, wanted);
  const key = JSON.stringify([context.dataRoot.path, run.id, table.name]);
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const rows = new Map(manifest.tables.map((each) => [each.name, each.rows]));
  const rowCount = rows.get(table.name) ?? 0;
  await using warehouse = await openWarehouse(tables.filter(({ name }) => name === table.name), {
    temporaryFolder: context.dataRoot.scratchPath,
  });
  const asked = { warehouse, table, rowCount, options: { ...signal !== undefined && { signal } } };
  const picture = await readFiles(table.name, async () => {
    const columns = await measureColumns(asked);
    const references = await measureReferences(asked, (name) => rows.get(name) ?? 0);
    return { run, table: table.name, rowCount, isExact: isSmall(asked), columns, references };
  });
  if (KNOWN.size >= KNOWN_MAX) KNOWN.delete(KNOWN.keys().next().value!);
  KNOWN.set(key, picture);
  return picture;
}
