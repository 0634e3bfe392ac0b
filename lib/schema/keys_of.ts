import type { Table } from "./experiment_schema.ts";

/**
 * Every key of a table: what a foreign key may reference.
 *
 * @param table The table.
 * @returns Column names per key: the primary key, the composite originals, the unique keys, then
 * every column that is unique by itself; none twice.
 */
export function keysOf(table: Table): readonly (readonly string[])[] {
  const uniqueColumns = table.columns.filter(({ unique }) => unique).map(({ name }) => [name]);
  const keys = [table.primaryKey, ...table.compositeKeys, ...table.uniqueKeys, ...uniqueColumns];
  const seen = new Set<string>();
  return keys.filter((key) => {
    const identity = keyIdentity(key);
    if (key.length === 0 || seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

/**
 * A text that two keys share when they have the same columns, in whatever order or case.
 *
 * @param columns Column names.
 * @returns The text, for comparing only.
 */
export function keyIdentity(columns: readonly string[]): string {
  return JSON.stringify(columns.map((name) => name.toLowerCase()).sort());
}
