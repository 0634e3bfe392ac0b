import { diagnostic } from "../../errors/mod.ts";
import { addSurrogateKey, type Table } from "../../schema/mod.ts";
import type { ParsedTable } from "../reader/parsed.ts";
import { ColumnIndex } from "./column_index.ts";
import { hasEntries, lowerColumn } from "./lower_column.ts";
import type { Lowering } from "./lowering.ts";
import { nameTables } from "./name_tables.ts";
import { type KeyScope, resolveColumns, resolveForeignKeys } from "./resolve_keys.ts";

/**
 * Makes the tables of the schema from what all statements together said.
 *
 * @param lowering Holds the tables at the end of the file.
 * @param targetRows Rows that every table shall have.
 * @returns The frozen tables, in the order of their definitions; broken ones are left out.
 */
export function lowerTables(lowering: Lowering, targetRows: number): readonly Table[] {
  const names = nameTables(lowering);
  const indexes = new Map<ParsedTable, ColumnIndex>();
  const scope: KeyScope = {
    lowering,
    nameOf: (table) => names.get(table) ?? table.name.name,
    columnsOf: (table) => {
      const index = indexes.get(table) ?? new ColumnIndex(table);
      indexes.set(table, index);
      return index;
    },
  };
  const tables: Table[] = [];
  for (const table of lowering.catalog.tables) {
    if (!table.isBroken) tables.push(lowerTable(table, { scope, targetRows }));
  }
  return Object.freeze(tables);
}

interface LowerTableOptions {
  readonly scope: KeyScope;
  readonly targetRows: number;
}

function lowerTable(parsed: ParsedTable, { scope, targetRows }: LowerTableOptions): Table {
  reportTwins(parsed, scope);
  const keys = resolveKeys(parsed, scope);
  const columns = parsed.columns.map((column) =>
    lowerColumn({ table: parsed, column }, {
      isInPrimaryKey: keys.primaryKey.includes(column.name.name),
      isUnique: keys.uniqueColumns.has(column.name.name),
    }, scope.lowering)
  );
  const foreignKeys = resolveForeignKeys(parsed, scope);
  const schemaName = parsed.name.parts.at(-2);
  const table: Table = Object.freeze({
    name: scope.nameOf(parsed),
    ...(schemaName !== undefined && { schemaName }),
    ...(parsed.comment !== undefined && { comment: parsed.comment }),
    targetRows,
    columns: Object.freeze(columns),
    primaryKey: Object.freeze(keys.primaryKey),
    uniqueKeys: Object.freeze(keys.uniqueKeys),
    foreignKeys,
    compositeKeys: Object.freeze([]),
    ...(hasEntries(parsed.properties) && { properties: Object.freeze(parsed.properties) }),
    warnings: Object.freeze([...parsed.warnings]),
  });
  return keys.primaryKey.length > 1 ? withSurrogate(table, parsed, scope) : table;
}

function withSurrogate(table: Table, parsed: ParsedTable, { lowering }: KeyScope): Table {
  const surrogate = addSurrogateKey(table);
  // A table that brought its own row counter needs no new one, and so no warning.
  if (surrogate.diagnostic === null) return surrogate.table;
  const place = lowering.place(parsed.primaryKey?.region ?? parsed.name.region);
  lowering.report(Object.freeze({ ...surrogate.diagnostic, ...place }));
  return surrogate.table;
}

interface ResolvedKeys {
  readonly primaryKey: readonly string[];
  /** Keys of two or more columns. */
  readonly uniqueKeys: readonly (readonly string[])[];
  /** Columns that are unique by themselves. */
  readonly uniqueColumns: ReadonlySet<string>;
}

function resolveKeys(table: ParsedTable, scope: KeyScope): ResolvedKeys {
  const primaryKey = table.primaryKey === null ? [] : resolveColumns(
    { table, columns: table.primaryKey.columns, role: "primary key" },
    scope,
  ) ?? [];
  const uniqueColumns = new Set<string>();
  for (const column of table.columns) if (column.unique) uniqueColumns.add(column.name.name);
  if (primaryKey.length === 1) uniqueColumns.add(primaryKey[0]!);
  const uniqueKeys = new Map<string, readonly string[]>();
  for (const { columns } of table.uniqueKeys) {
    const names = resolveColumns({ table, columns, role: "unique key" }, scope) ?? [];
    if (names.length === 1) uniqueColumns.add(names[0]!);
    else if (names.length > 1) uniqueKeys.set(setOf(names), Object.freeze(names));
  }
  uniqueKeys.delete(setOf(primaryKey));
  return { primaryKey, uniqueKeys: [...uniqueKeys.values()], uniqueColumns };
}

/** Two keys of the same columns in another order are the same key. */
function setOf(names: readonly string[]): string {
  return JSON.stringify([...names].sort());
}

function reportTwins(table: ParsedTable, { lowering, columnsOf }: KeyScope): void {
  const index = columnsOf(table);
  for (const column of table.columns) {
    const twin = index.twinOf(column);
    if (twin === undefined) continue;
    const detail = { table: table.name.name, column: column.name.name, other: twin.name.name };
    const place = lowering.place(column.region);
    lowering.report(diagnostic("DDL_DUPLICATE_COLUMN", detail, place));
  }
}
