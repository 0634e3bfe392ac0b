import type { QueryDialect } from "./dialects/mod.ts";
import type { QueryLimits } from "./query_limits.ts";
import { Warehouse } from "./warehouse.ts";
import type { QueryTable } from "./wire/engine_messages.ts";

export type { DescribedColumn, QueryTable } from "./wire/engine_messages.ts";

export interface WarehouseOptions {
  /** What users write; the engine's own SQL by default. */
  readonly dialect?: QueryDialect;
  /** Where this warehouse may export to; no other file can be written. */
  readonly exportPath?: string;
  /** What a question may take; see `defaultQueryLimits`. */
  readonly limits?: Partial<QueryLimits>;
  /** How much is held in memory before it goes to disk; most of what may be held by default. */
  readonly spillBytes?: number;
  /** A folder for what does not fit into memory; the system's one by default. */
  readonly temporaryFolder?: string;
}

/**
 * Opens the tables of a run for questions, in a process of its own. Only the given files can be
 * read, only `exportPath` can be written, nothing can be loaded, and no query can change these
 * settings.
 *
 * @param tables The tables, with their files.
 * @param options What else may be touched, and the limits.
 * @returns The warehouse; close it, or hold it with `await using`.
 */
export async function openWarehouse(
  tables: readonly QueryTable[],
  options: WarehouseOptions = {},
): Promise<Warehouse> {
  return await Warehouse.open(tables, options);
}
