import type { ParsedColumn, ParsedTable } from "../reader/parsed.ts";

/**
 * Finds a column as engines do: by its exact name, else without regard to case.
 *
 * @param table The table to look in.
 * @param name The folded name.
 * @returns The column, if there is one.
 */
export function findColumn(table: ParsedTable, name: string): ParsedColumn | undefined {
  const lowerName = name.toLowerCase();
  return table.columns.find((column) => column.name.name === name) ??
    table.columns.find((column) => column.name.name.toLowerCase() === lowerName);
}
