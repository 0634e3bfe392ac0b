import { diagnostic, nearestNames } from "../../errors/mod.ts";
import type { ForeignKey } from "../../schema/mod.ts";
import {
  type Identifier,
  keepProperty,
  type ParsedForeignKey,
  type ParsedTable,
} from "../reader/parsed.ts";
import type { ColumnIndex } from "./column_index.ts";
import type { Lowering } from "./lowering.ts";

/** What the names in keys are looked up in. */
export interface KeyScope {
  readonly lowering: Lowering;
  readonly columnsOf: (table: ParsedTable) => ColumnIndex;
  /** The name a table has in the schema. */
  readonly nameOf: (table: ParsedTable) => string;
}

/**
 * Resolves the columns of a key.
 *
 * @param key The table it is about, its names, and what to call it in messages.
 * @param scope Where to look.
 * @returns The columns' names; null when one of them does not exist, which is reported.
 */
export function resolveColumns(
  key: {
    readonly table: ParsedTable;
    readonly columns: readonly Identifier[];
    readonly role: string;
  },
  scope: KeyScope,
): readonly string[] | null {
  const names: string[] = [];
  for (const column of key.columns) {
    const found = scope.columnsOf(key.table).find(column.name);
    if (found === undefined) reportUnknown(column, key, scope.lowering);
    else if (!names.includes(found.name.name)) names.push(found.name.name);
  }
  return names.length === key.columns.length ? names : null;
}

function reportUnknown(
  column: Identifier,
  { table, role }: { readonly table: ParsedTable; readonly role: string },
  lowering: Lowering,
): void {
  const near = nearestNames(column.name, table.columns.map(({ name }) => name.name));
  const detail = { table: table.name.name, column: column.name, role, near };
  lowering.report(diagnostic("DDL_UNKNOWN_COLUMN", detail, lowering.place(column.region)));
}

/**
 * Resolves the foreign keys of a table. One whose parent the file does not define is kept as text.
 *
 * @param table The child.
 * @param scope Where to look.
 * @returns The keys that hold.
 */
export function resolveForeignKeys(table: ParsedTable, scope: KeyScope): readonly ForeignKey[] {
  const resolved = new Map<string, ForeignKey>();
  for (const key of table.foreignKeys) {
    const foreignKey = resolveForeignKey(table, key, scope);
    if (foreignKey === null) continue;
    const { columns, referencesTable, referencesColumns } = foreignKey;
    // Some files declare a key at the column and again at the table.
    const identity = JSON.stringify([columns, referencesTable, referencesColumns]);
    if (!resolved.has(identity)) resolved.set(identity, foreignKey);
  }
  return Object.freeze([...resolved.values()]);
}

function resolveForeignKey(
  table: ParsedTable,
  key: ParsedForeignKey,
  scope: KeyScope,
): ForeignKey | null {
  const columns = resolveColumns({ table, columns: key.columns, role: "foreign key" }, scope);
  const parent = scope.lowering.catalog.find(key.referencesTable, table);
  if (parent === undefined) return keepAsText(table, key, scope);
  if (columns === null || parent.isBroken) return null;
  const referenced = referencedColumns(table, { key, parent }, scope);
  if (referenced === null) return null;
  if (referenced.length !== columns.length) {
    const detail = { table: table.name.name, own: columns.length, referenced: referenced.length };
    const place = scope.lowering.place(key.region);
    scope.lowering.report(diagnostic("DDL_KEY_LENGTH", detail, place));
    return null;
  }
  return Object.freeze({
    ...(key.name !== undefined && { name: key.name }),
    columns: Object.freeze(columns),
    referencesTable: scope.nameOf(parent),
    referencesColumns: Object.freeze(referenced),
  });
}

function referencedColumns(
  table: ParsedTable,
  { key, parent }: { readonly key: ParsedForeignKey; readonly parent: ParsedTable },
  scope: KeyScope,
): readonly string[] | null {
  const role = `foreign key of table '${table.name.name}'`;
  if (key.referencesColumns.length > 0) {
    return resolveColumns({ table: parent, columns: key.referencesColumns, role }, scope);
  }
  if (parent.primaryKey !== null) {
    const names = parent.primaryKey.columns.map(({ name }) => scope.columnsOf(parent).find(name));
    return names.every((column) => column !== undefined)
      ? names.map((column) => column.name.name)
      : null;
  }
  keepProperty(table.properties, "foreign_key", key.text);
  const detail = { table: table.name.name, referenced: parent.name.name };
  const place = scope.lowering.place(key.region);
  scope.lowering.report(diagnostic("DDL_REFERENCED_KEY_MISSING", detail, place), table);
  return null;
}

function keepAsText(table: ParsedTable, key: ParsedForeignKey, scope: KeyScope): null {
  keepProperty(table.properties, "foreign_key", key.text);
  const detail = { table: table.name.name, referenced: key.referencesTable.parts.join(".") };
  const place = scope.lowering.place(key.referencesTable.region);
  scope.lowering.report(diagnostic("DDL_REFERENCED_TABLE_MISSING", detail, place), table);
  return null;
}
