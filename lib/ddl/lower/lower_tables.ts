import { diagnostic } from "../../errors/mod.ts";
import { addSurrogateKey, type ForeignKey, type Table } from "../../schema/mod.ts";
import type { ParsedTable } from "../reader/parsed.ts";
import { hasEntries, lowerColumn } from "./lower_column.ts";
import { lowerChecks } from "./lower_checks.ts";
import type { Lowering } from "./lowering.ts";
import { nameTables } from "./name_tables.ts";
import { keepLeftOut, type ResolvedKey, resolveForeignKeys } from "./resolve_foreign_keys.ts";
import { draftTable, type TableDraft } from "./table_draft.ts";

export interface LoweredTables {
  readonly tables: readonly Table[];
  readonly leftOut: readonly string[];
}

/**
 * Makes the tables of the schema from what all statements together said. In rounds, because a
 * foreign key needs the types and keys of tables further down, and may add a key to its parent.
 *
 * @param lowering Holds the tables at the end of the file.
 * @param options.targetRows Rows that every table shall have.
 * @param options.leavesOut Whether tables with errors are left out, and that is told; otherwise
 * nothing is imported because of them, and the error says enough.
 * @returns The frozen tables, and the names of those with errors, in the order of their definitions.
 */
export function lowerTables(
  lowering: Lowering,
  options: { readonly targetRows: number; readonly leavesOut: boolean },
): LoweredTables {
  const { targetRows, leavesOut } = options;
  const drafts = new Map<ParsedTable, TableDraft>();
  const names = nameTables(lowering);
  const namesInSchema = renamedInSchema(names);
  for (const [table, name] of names) {
    if (!table.isBroken) drafts.set(table, draftTable(table, name, lowering));
  }
  const scope = { lowering, leavesOut, draftOf: (table: ParsedTable) => drafts.get(table) };
  const resolved = [...drafts.values()].map((draft) => ({
    draft,
    keys: resolveForeignKeys(draft, scope),
  }));
  const leftOut = [...names].filter(([table]) => table.isRefused);
  if (leavesOut) { for (const [table] of leftOut) tellLeftOut(table, lowering); }
  const tables = resolved
    .filter(({ draft }) => !draft.parsed.isRefused)
    .map(({ draft, keys }) => {
      const foreignKeys = leavesOut ? keepToKept(keys, draft, lowering) : keys;
      const frozen = Object.freeze(foreignKeys.map(({ foreignKey }) => foreignKey));
      const nameInSchema = namesInSchema.get(draft.parsed);
      return lowerTable(draft, { foreignKeys: frozen, nameInSchema, targetRows, lowering });
    });
  return { tables: Object.freeze(tables), leftOut: Object.freeze(leftOut.map(([, name]) => name)) };
}

/** What renamed tables are called in their schemas, where no other one there is called so. */
function renamedInSchema(
  names: ReadonlyMap<ParsedTable, string>,
): ReadonlyMap<ParsedTable, string> {
  const byPlace = Map.groupBy(
    names.keys(),
    ({ name }) => JSON.stringify(name.parts.slice(-2)).toLowerCase(),
  );
  const alone = [...byPlace.values()].filter(({ length }) => length === 1).map(([table]) => table!);
  return new Map(
    alone.filter((table) => table.name.parts.length > 1 && table.name.name !== names.get(table))
      .map((table) => [table, table.name.name]),
  );
}

function tellLeftOut(table: ParsedTable, lowering: Lowering): void {
  const detail = { table: table.name.name };
  lowering.report(diagnostic("DDL_TABLE_LEFT_OUT", detail, lowering.place(table.name.region)));
}

/** Turns the keys into tables that are left out into text. */
function keepToKept(
  keys: readonly ResolvedKey[],
  child: TableDraft,
  lowering: Lowering,
): readonly ResolvedKey[] {
  return keys.filter(({ key, parent }) => {
    if (!parent.parsed.isRefused) return true;
    keepLeftOut(child, { key, referenced: parent.name }, lowering);
    return false;
  });
}

interface LowerTableOptions {
  readonly foreignKeys: readonly ForeignKey[];
  readonly nameInSchema: string | undefined;
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
    ...(options.nameInSchema !== undefined && { nameInSchema: options.nameInSchema }),
    ...(parsed.comment !== undefined && { comment: parsed.comment }),
    targetRows,
    columns: Object.freeze(parsed.columns.map((_, place) => lowerColumn(place, draft, lowering))),
    primaryKey: Object.freeze(draft.primaryKey),
    uniqueKeys: Object.freeze([...draft.uniqueKeys.values()]),
    foreignKeys,
    compositeKeys: Object.freeze([]),
    ...(parsed.checks.length > 0 && { checks: lowerChecks(draft, lowering) }),
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
