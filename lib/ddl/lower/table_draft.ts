import { diagnostic, invariant } from "../../errors/mod.ts";
import type { ParsedTable } from "../reader/parsed.ts";
import { nearNames } from "./_near_names.ts";
import { ColumnIndex } from "./column_index.ts";
import { type LoweredType, lowerType } from "./lower_type.ts";
import type { Lowering } from "./lowering.ts";
import { resolveColumns } from "./resolve_columns.ts";

/** A table whose types and own keys are known, and to which foreign keys may still add. */
export interface TableDraft {
  readonly parsed: ParsedTable;
  /** Its name in the schema. */
  readonly name: string;
  readonly index: ColumnIndex;
  /** In the order of the columns. */
  readonly types: readonly LoweredType[];
  readonly primaryKey: readonly string[];
  /** Keys of two or more columns, by their set of names. */
  readonly uniqueKeys: Map<string, readonly string[]>;
  /** Columns that are unique by themselves. */
  readonly uniqueColumns: Set<string>;
}

/**
 * Finds out types and keys of a table.
 *
 * @param parsed The table at the end of the file.
 * @param name Its name in the schema.
 * @param lowering Knows types and takes findings.
 * @returns The draft.
 */
export function draftTable(parsed: ParsedTable, name: string, lowering: Lowering): TableDraft {
  reportTwins(parsed, lowering);
  const index = new ColumnIndex(parsed);
  tellUnknownPhysical(parsed, index, lowering);
  const types = parsed.columns.map((column) => {
    invariant(column.type !== null, "a column of an imported table has a type");
    return lowerType(column.type, { table: parsed, column }, lowering);
  });
  return { parsed, name, index, types, ...draftKeys(parsed, index, lowering) };
}

function draftKeys(
  parsed: ParsedTable,
  index: ColumnIndex,
  lowering: Lowering,
): Pick<TableDraft, "primaryKey" | "uniqueKeys" | "uniqueColumns"> {
  const resolve = (columns: ParsedTable["uniqueKeys"][number]["columns"], role: string) =>
    resolveColumns({ table: parsed, index, columns, role }, lowering) ?? [];
  const primaryKey = resolve(parsed.primaryKey?.columns ?? [], "primary key");
  const uniqueColumns = new Set<string>();
  for (const { unique, name } of parsed.columns) if (unique) uniqueColumns.add(name.name);
  if (primaryKey.length === 1) uniqueColumns.add(primaryKey[0]!);
  const uniqueKeys = new Map<string, readonly string[]>();
  for (const { columns } of parsed.uniqueKeys) {
    addKey({ uniqueColumns, uniqueKeys }, resolve(columns, "unique key"));
  }
  uniqueKeys.delete(keySet(primaryKey));
  return { primaryKey, uniqueKeys, uniqueColumns };
}

/** Records that the tuples of some columns are unique. */
export function addKey(
  draft: Pick<TableDraft, "uniqueKeys" | "uniqueColumns">,
  columns: readonly string[],
): void {
  if (columns.length === 1) draft.uniqueColumns.add(columns[0]!);
  else if (columns.length > 1) draft.uniqueKeys.set(keySet(columns), Object.freeze(columns));
}

/** Whether the tuples of some columns are unique. */
export function isKey(draft: TableDraft, columns: readonly string[]): boolean {
  if (columns.length === 1) return draft.uniqueColumns.has(columns[0]!);
  const set = keySet(columns);
  return set === keySet(draft.primaryKey) || draft.uniqueKeys.has(set);
}

/** Two keys of the same columns in another order are the same key. */
function keySet(names: readonly string[]): string {
  return JSON.stringify([...names].sort());
}

/** A key that only says how rows lie keeps no table from being made. */
function tellUnknownPhysical(table: ParsedTable, index: ColumnIndex, lowering: Lowering): void {
  for (const { property, column: { name: column, region } } of table.physicalColumns) {
    if (index.find(column) !== undefined) continue;
    const near = nearNames(column, table.columns, ({ name }) => name.name);
    const detail = { table: table.name.name, property, column, near };
    lowering.report(
      diagnostic("DDL_PROPERTY_COLUMN_UNKNOWN", detail, lowering.place(region)),
      table,
    );
  }
}

/** Columns that an engine could not tell apart. */
function reportTwins(table: ParsedTable, lowering: Lowering): void {
  const firsts = new Map<string, string>();
  for (const { name: { name: column }, region } of table.columns) {
    const other = firsts.get(column.toLowerCase());
    firsts.set(column.toLowerCase(), other ?? column);
    if (other === undefined) continue;
    const detail = { table: table.name.name, column, other };
    const place = lowering.place(region);
    lowering.refuse(diagnostic("DDL_DUPLICATE_COLUMN", detail, place), table);
  }
}
