import type { Column, Table } from "../../schema/mod.ts";
import { chooseSource } from "./choose_source.ts";
import { fitSource } from "./fit/fit_source.ts";
import { ORDINALS_MAX } from "./fit/fit.ts";
import type { PlanContext } from "./plan_context.ts";

/** How many distinct values a column has by nature. */
export interface NaturalCount {
  /** Null when as many as needed can be made. */
  readonly count: number | null;
  readonly countMax: number;
}

/**
 * Asks a column how many distinct values it has: those of its range, its list or its type; or, for
 * numbers and texts without a range, as many as its type holds.
 *
 * @param context The plan so far.
 * @param table The column's table.
 * @param column The column.
 */
export function naturalCount(context: PlanContext, table: Table, column: Column): NaturalCount {
  const { source } = chooseSource(context, table, column);
  const key = (purpose: string) => context.key(table, column.name, purpose);
  const most = fitSource(source, { context, table, column, distinct: ORDINALS_MAX, key });
  const countMax = most.kind === "shortage" ? most.countMax : ORDINALS_MAX;
  const bounded = source.kind === "words" || source.kind === "truth" || source.kind === "numbers" ||
    source.kind === "instant" || column.range !== undefined;
  if (!bounded) return { count: null, countMax };
  const least = fitSource(source, { context, table, column, distinct: 1, key });
  return { count: least.kind === "distinct" ? least.count : countMax, countMax };
}
