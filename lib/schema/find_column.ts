import { DwSimError, nearestNames } from "../errors/mod.ts";
import type { Column, Table } from "./experiment_schema.ts";

/**
 * Finds a column by name, upper and lower case alike.
 *
 * @param table The table.
 * @param name The name as a user wrote it.
 * @returns The column.
 * @throws {DwSimError} COLUMN_NOT_FOUND, with the nearest names.
 */
export function findColumn(table: Table, name: string): Column {
  const wanted = name.toLowerCase();
  const column = table.columns.find((each) => each.name.toLowerCase() === wanted);
  if (column !== undefined) return column;
  const near = nearestNames(name, table.columns.map((each) => each.name));
  throw new DwSimError("COLUMN_NOT_FOUND", { table: table.name, column: name, near });
}
