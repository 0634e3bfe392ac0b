import { addSurrogateKey, type ForeignKey, type Table } from "../../schema/mod.ts";
import type { ParsedTable } from "../reader/parsed.ts";
import { hasEntries, lowerColumn } from "./lower_column.ts";
import type { Lowering } from "./lowering.ts";
import { nameTables } from "./name_tables.ts";
import { resolveForeignKeys } from "./resolve_foreign_keys.ts";
import { draftTable, type TableDraft } from "./table_draft.ts";

/**
 * Makes the tables of the schema from what all statements together said. In three rounds, because
 * a foreign key needs the types and keys of tables further down, and may add a key to its parent.
 *
 * @param lowering Holds the tables at the end of the file.
 * @param targetRows Rows that every table shall have.
 * @returns The frozen tables, in the order of their definitions; broken ones are left out.
 */
export function lowerTables(lowering: Lowering, targetRows: number): readonly Table[] {
  const drafts = new Map<ParsedTable, TableDraft>();
  for (const [table, name] of nameTables(lowering)) {
    if (!table.isBroken) drafts.set(table, draftTable(table, name, lowering));
  }
  const scope = { lowering, draftOf: (table: ParsedTable) => drafts.get(table) };
  const foreignKeys = new Map<TableDraft, readonly ForeignKey[]>();
  for (const draft of drafts.values()) foreignKeys.set(draft, resolveForeignKeys(draft, scope));
  const tables: Table[] = [];
  for (const [draft, keys] of foreignKeys) {
    tables.push(lowerTable(draft, { foreignKeys: keys, targetRows, lowering }));
  }
  return Object.freeze(tables);
}

interface LowerTableOptions {
  readonly foreignKeys: readonly ForeignKey[];
  readonly targetRows: number;
  readonly lowering: Lowering;
}

function lowerTable(draft: TableDraft, options: LowerTableOptions): Table {
  const { foreignKeys, targetRows, lowering } = options;
  const { parsed } = draft;
  const schemaName = parsed.name.parts.at(-2);
  const table: Table = Object.freeze({
    name: draft.name,
    ...(schemaName !== undefined && { schemaName }),
    ...(parsed.comment !== undefined && { comment: parsed.comment }),
    targetRows,
    columns: Object.freeze(parsed.columns.map((column) => lowerColumn(column, draft, lowering))),
    primaryKey: Object.freeze(draft.primaryKey),
    uniqueKeys: Object.freeze([...draft.uniqueKeys.values()]),
    foreignKeys,
    compositeKeys: Object.freeze([]),
    ...(hasEntries(parsed.properties) && { properties: Object.freeze(parsed.properties) }),
    warnings: Object.freeze([...parsed.warnings]),
  });
  return draft.primaryKey.length > 1 ? withSurrogate(table, parsed, lowering) : table;
}

function withSurrogate(table: Table, parsed: ParsedTable, lowering: Lowering): Table {
  const surrogate = addSurrogateKey(table);
  // A table that brought its own row counter needs no new one, and so no warning.
  if (surrogate.diagnostic === null) return surrogate.table;
  const place = lowering.place(parsed.primaryKey?.region ?? parsed.name.region);
  lowering.report(Object.freeze({ ...surrogate.diagnostic, ...place }));
  return surrogate.table;
}
