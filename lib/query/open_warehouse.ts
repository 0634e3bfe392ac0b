import type { Warehouse } from "./warehouse.ts";

/** A table of a run, as far as a query needs to know it. */
export interface QueryTable {
  readonly name: string;
  /** When present the table also answers to `schemaName.name`. */
  readonly schemaName?: string;
  /** Absolute paths of its Parquet files, in row order; at least one. */
  readonly files: readonly string[];
}

export interface WarehouseOptions {
  /** Where this warehouse may export to; no other file can be written. */
  readonly exportPath?: string;
}

/**
 * Opens the tables of a run for questions. Only the given files can be read, only `exportPath` can
 * be written, nothing can be loaded, and no query can change these settings.
 *
 * @param tables The tables, with their files.
 * @param options What else may be touched.
 * @returns The warehouse; close it, or hold it with `await using`.
 */
export async function openWarehouse(
  tables: readonly QueryTable[],
  options: WarehouseOptions = {},
): Promise<Warehouse> {
  // The engine is loaded here and not before: most commands never ask anything.
  const { Warehouse } = await import("./warehouse.ts");
  return await Warehouse.open(tables, options);
}
