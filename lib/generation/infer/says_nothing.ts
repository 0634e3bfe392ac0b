import type { Column } from "../../schema/mod.ts";

/** Nothing but its name and type says what the column holds. */
export function saysNothing(column: Column): boolean {
  return column.rule === undefined && column.generator === undefined &&
    column.pattern === undefined && column.distribution === undefined &&
    column.range === undefined && column.dateRange === undefined &&
    column.identity === undefined;
}
