import { own } from "../components/own.ts";
import type { ColumnJson, SchemaJson, TableJson } from "../components/table_view.ts";
import type { ColumnChange, ColumnChanges } from "../lib/app/mod.ts";

/** Reads changes as the form holds them; none of what is no JSON. */
export function readChanges(text: string): ColumnChanges {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value as ColumnChanges : {};
  } catch {
    return {};
  }
}

/** The same changes and one more; null fields take away what the text says. */
export function withChange(
  changes: ColumnChanges,
  { table, column, change }: {
    readonly table: string;
    readonly column: string;
    readonly change: ColumnChange;
  },
): ColumnChanges {
  const columns = own(changes, table) ?? {};
  const changed = { ...own(columns, column), ...change };
  return { ...changes, [table]: { ...columns, [column]: changed } };
}

/** The same changes without those of a column. */
export function withoutChange(
  changes: ColumnChanges,
  table: string,
  column: string,
): ColumnChanges {
  const { [column]: _, ...columns } = own(changes, table) ?? {};
  const { [table]: __, ...tables } = changes;
  return Object.keys(columns).length === 0 ? tables : { ...tables, [table]: columns };
}

/** Those of the changes whose columns a schema has. */
export function fittingChanges(changes: ColumnChanges, schema: SchemaJson): ColumnChanges {
  const tables = new Map(schema.tables.map((table) => [table.name, table]));
  return Object.fromEntries(
    Object.entries(changes).flatMap(([name, columns]) => {
      const known = new Set(tables.get(name)?.columns.map((column) => column.name));
      const fitting = Object.entries(columns).filter(([column]) => known.has(column));
      return fitting.length === 0 ? [] : [[name, Object.fromEntries(fitting)]];
    }),
  );
}

/** A schema as it will be kept. */
export function changedSchema(schema: SchemaJson, changes: ColumnChanges): SchemaJson {
  return { ...schema, tables: schema.tables.map((table) => changedTable(table, changes)) };
}

/** A table as it will be kept. */
export function changedTable(table: TableJson, changes: ColumnChanges): TableJson {
  const columns = own(changes, table.name);
  if (columns === undefined) return table;
  return {
    ...table,
    columns: table.columns.map((column) => changedColumn(column, own(columns, column.name))),
  };
}

function changedColumn(column: ColumnJson, change: ColumnChange | undefined): ColumnJson {
  if (change === undefined) return column;
  const entries = Object.entries({ ...column, ...change });
  // The server checks changes; here they are only shown.
  return Object.fromEntries(entries.filter(([, value]) => value !== null)) as ColumnJson;
}
