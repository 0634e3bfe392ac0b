import { type Diagnostic, diagnostic, nearestNames } from "../errors/mod.ts";
import type { Table } from "./experiment_schema.ts";

/**
 * Checks that the keys of a table name its columns, each once.
 *
 * @param table The table.
 * @param options `path`: its JSON path; `columnsKnown`: false when some name is unreadable.
 * @returns What is wrong with its primary, unique and composite keys.
 */
export function checkKeys(
  table: Table,
  { path, columnsKnown }: { readonly path: string; readonly columnsKnown: boolean },
): Diagnostic[] {
  const known = new Set(table.columns.map(({ name }) => name.toLowerCase()));
  const check = (columns: readonly string[], place: KeyPlace): Diagnostic[] =>
    checkKey(table, { columns, known, columnsKnown, ...place });
  const primary = { key: "primary key", path: `${path}.primary_key` };
  return [
    ...(table.primaryKey.length === 0 ? [] : check(table.primaryKey, primary)),
    ...table.uniqueKeys.flatMap((columns, index) =>
      check(columns, { key: "unique key", path: `${path}.unique_keys[${index}]` })
    ),
    ...table.compositeKeys.flatMap((columns, index) =>
      check(columns, { key: "composite key", path: `${path}.composite_keys[${index}]` })
    ),
  ];
}

interface KeyPlace {
  /** The kind of key, in words. */
  readonly key: string;
  readonly path: string;
}

interface KeyOptions extends KeyPlace {
  readonly columns: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly columnsKnown: boolean;
}

function checkKey(table: Table, options: KeyOptions): Diagnostic[] {
  const { key, path, columns, known, columnsKnown } = options;
  if (columns.length === 0) return [diagnostic("KEY_EMPTY", { table: table.name, key }, { path })];
  const seen = new Set<string>();
  return columns.flatMap((column, index): Diagnostic[] => {
    const place = { path: `${path}[${index}]` };
    const name = column.toLowerCase();
    if (seen.has(name)) {
      return [diagnostic("KEY_COLUMN_TWICE", { table: table.name, column, key }, place)];
    }
    seen.add(name);
    if (known.has(name) || !columnsKnown) return [];
    const names = table.columns.map((each) => each.name);
    const near = nearestNames(column, names);
    const detail = { table: table.name, column, key, near, known: names };
    return [diagnostic("KEY_COLUMN_UNKNOWN", detail, place)];
  });
}
