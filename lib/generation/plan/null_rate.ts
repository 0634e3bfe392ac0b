import { type Column, findColumn, type Table } from "../../schema/mod.ts";
import type { Reference } from "./keys/table_roles.ts";
import type { PlanContext } from "./plan_context.ts";

/** Shares of NULLs where the schema says only that there may be some. */
const NULL_RATE = 0.05;
const NULL_RATE_FOREIGN = 0.1;

interface NullQuestion {
  readonly table: Table;
  readonly column: Column;
  /** The reference that decides the column. */
  readonly foreign: Reference | null;
}

/**
 * The share of a column's rows that are NULL.
 *
 * @param context The plan so far.
 * @param question The column.
 * @returns 0 to 1; 1 for a reference to a table without rows.
 */
export function nullRate(context: PlanContext, { table, column, foreign }: NullQuestion): number {
  if (!column.nullable) return 0;
  if (foreign === null) return column.nullRate ?? NULL_RATE;
  const parent = context.table(foreign.foreignKey.referencesTable);
  if (context.rowCount(parent) === 0) return 1;
  const rates = foreign.foreignKey.columns.map((name) => findColumn(table, name).nullRate);
  return rates.find((rate) => rate !== undefined) ??
    // Who says how many rows each parent has means all of them, unless they say otherwise.
    (foreign.foreignKey.perParent === undefined ? NULL_RATE_FOREIGN : 0);
}
