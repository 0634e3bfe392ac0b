import { diagnostic } from "../../errors/mod.ts";
import type {
  CopiedColumns,
  CreateTable,
  ParsedColumn,
  ParsedTable,
  QualifiedName,
} from "../reader/parsed.ts";
import type { Lowering } from "./lowering.ts";

/**
 * Adds a created table, with the columns it copies from others, or says why it is skipped.
 *
 * @param statement What CREATE TABLE said.
 * @param lowering Holds the tables.
 */
export function applyCreate(statement: CreateTable, lowering: Lowering): void {
  const { table } = statement;
  if (!fillColumns(statement, lowering)) return;
  if (table.columns.length === 0 && !table.isBroken) {
    const detail = { table: table.name.name };
    const place = lowering.place(table.name.region);
    lowering.refuse(diagnostic("DDL_NO_COLUMNS", detail, place), table);
    table.isBroken = true;
  }
  const earlier = lowering.catalog.get(table.name);
  if (earlier !== undefined && !replaces(statement, earlier, lowering)) return;
  lowering.catalog.add(table);
}

/** Whether the new definition takes the place of an earlier one. */
function replaces(statement: CreateTable, earlier: ParsedTable, lowering: Lowering): boolean {
  const { table, ifNotExists } = statement;
  const code = ifNotExists ? "DDL_TABLE_KEPT" : "DDL_TABLE_REPLACED";
  const place = lowering.place(table.name.region);
  lowering.report(diagnostic(code, { table: table.name.name }, place));
  if (!ifNotExists) lowering.catalog.remove(earlier);
  return !ifNotExists;
}

/** Whether the table has columns that can be known. */
function fillColumns(statement: CreateTable, lowering: Lowering): boolean {
  const { table, origin } = statement;
  switch (origin.kind) {
    case "columns":
      return copyAll(statement, lowering);
    case "like": {
      const withKeys = lowering.rules.likeCopiesKeys;
      return copyColumns(table, { table: origin.table, position: 0, withKeys }, lowering);
    }
    case "clone":
      return cloneTable(table, origin.table, lowering);
    case "query":
      if (table.columns.length > 0 && table.columns.every(({ type }) => type !== null)) return true;
      return skip(
        table,
        {
          reason: "its columns come from a query, which is not run",
          hint: "Give the table a column list with types, and leave the query out",
        },
        lowering,
      );
    case "partition": {
      const detail = { table: table.name.name, parent: origin.table.name };
      const place = lowering.place(table.name.region);
      lowering.report(diagnostic("DDL_PARTITION_SKIPPED", detail, place));
      return false;
    }
    case "elsewhere":
      return skip(
        table,
        {
          reason: `its columns come from elsewhere (${origin.words})`,
          hint: "Give the table a column list with types",
        },
        lowering,
      );
  }
}

function copyAll({ table, copies }: CreateTable, lowering: Lowering): boolean {
  const inherited = table.inherits.map((parent) => ({
    table: parent,
    position: 0,
    withKeys: false,
  }));
  // From the last to the first, so that earlier positions stay right.
  const hasOwn = table.columns.length > 0;
  for (const copy of [...inherited, ...copies].reverse()) {
    if (hasOwn && lowering.catalog.find(copy.table, table) === undefined) {
      tellCopyMissing(table, copy.table, lowering);
      continue;
    }
    if (!copyColumns(table, copy, lowering)) return false;
  }
  return true;
}

function tellCopyMissing(table: ParsedTable, source: QualifiedName, lowering: Lowering): void {
  const detail = { table: table.name.name, copied: source.parts.join(".") };
  const place = lowering.place(source.region);
  lowering.report(diagnostic("DDL_COPIED_TABLE_MISSING", detail, place), table);
}

function copyColumns(table: ParsedTable, copy: CopiedColumns, lowering: Lowering): boolean {
  const source = lowering.catalog.find(copy.table, table);
  if (source === undefined) return skipWithoutSource(table, copy.table, lowering);
  table.isBroken ||= source.isBroken;
  table.isRefused ||= source.isRefused;
  const own = new Set(table.columns.map(({ name }) => name.name));
  const copied = source.columns.filter(({ name }) => !own.has(name.name)).map(copyColumn);
  table.columns.splice(copy.position, 0, ...copied);
  if (!copy.withKeys) {
    dropKeys(copied, source);
    return true;
  }
  table.primaryKey ??= source.primaryKey;
  table.uniqueKeys.push(...source.uniqueKeys);
  return true;
}

/** A copy without keys keeps that the columns of the primary key were required. */
function dropKeys(copied: readonly ParsedColumn[], source: ParsedTable): void {
  const keyed = new Set(source.primaryKey?.columns.map(({ name }) => name));
  for (const column of copied) {
    column.unique = false;
    column.notNull ||= keyed.has(column.name.name);
  }
}

function cloneTable(table: ParsedTable, name: QualifiedName, lowering: Lowering): boolean {
  const source = lowering.catalog.find(name, table);
  if (source === undefined) return skipWithoutSource(table, name, lowering);
  table.isBroken ||= source.isBroken;
  table.isRefused ||= source.isRefused;
  table.columns = source.columns.map(copyColumn);
  table.primaryKey = source.primaryKey;
  table.uniqueKeys = [...source.uniqueKeys];
  table.foreignKeys = [...source.foreignKeys];
  table.checks = [...source.checks];
  table.properties = { ...source.properties, ...table.properties };
  if (source.comment !== undefined) table.comment ??= source.comment;
  return true;
}

function copyColumn(column: ParsedColumn): ParsedColumn {
  return { ...column, properties: { ...column.properties } };
}

function skipWithoutSource(table: ParsedTable, source: QualifiedName, lowering: Lowering): false {
  return skip(
    table,
    {
      reason: `it copies '${source.parts.join(".")}', which the text does not define`,
      hint: `Add the CREATE TABLE of '${source.name}'`,
    },
    lowering,
  );
}

function skip(
  table: ParsedTable,
  why: { readonly reason: string; readonly hint: string },
  lowering: Lowering,
): false {
  const detail = { table: table.name.name, ...why };
  lowering.report(diagnostic("DDL_TABLE_SKIPPED", detail, lowering.place(table.name.region)));
  return false;
}
