import { type Diagnostic, diagnostic } from "../../errors/mod.ts";
import type { ForeignKey, LogicalType } from "../../schema/mod.ts";
import { keepProperty, type ParsedForeignKey, type ParsedTable } from "../reader/parsed.ts";
import type { Lowering } from "./lowering.ts";
import { resolveColumns } from "./resolve_columns.ts";
import { addKey, isKey, type TableDraft } from "./table_draft.ts";

/** A foreign key that holds, as it was declared, and its parent. */
export interface ResolvedKey {
  readonly foreignKey: ForeignKey;
  readonly key: ParsedForeignKey;
  readonly parent: TableDraft;
}

/** All drafts of a file. */
export interface Drafts {
  readonly lowering: Lowering;
  /** Whether tables with errors are left out and the others kept. */
  readonly leavesOut: boolean;
  readonly draftOf: (table: ParsedTable) => TableDraft | undefined;
}

/**
 * Resolves the foreign keys of a table. One that cannot hold is kept as text and told of, so that
 * data can be made all the same.
 *
 * @param child The table.
 * @param drafts The tables it may reference; a parent's columns may become a key.
 * @returns The keys that hold.
 */
export function resolveForeignKeys(child: TableDraft, drafts: Drafts): readonly ResolvedKey[] {
  const resolved = new Map<string, ResolvedKey>();
  for (const key of child.parsed.foreignKeys) {
    const found = resolveForeignKey(child, key, drafts);
    if (found === null) continue;
    const { columns, referencesTable, referencesColumns } = found.foreignKey;
    // Some files declare a key at the column and again at the table.
    const identity = JSON.stringify([columns, referencesTable, referencesColumns]);
    if (!resolved.has(identity)) resolved.set(identity, found);
  }
  return [...resolved.values()];
}

/** Keeps a foreign key into a table that is left out as text. */
export function keepLeftOut(
  child: TableDraft,
  { key, referenced }: { readonly key: ParsedForeignKey; readonly referenced: string },
  lowering: Lowering,
): void {
  const detail = { table: child.parsed.name.name, referenced };
  const place = lowering.place(key.region);
  const finding = diagnostic("DDL_REFERENCED_TABLE_LEFT_OUT", detail, place);
  keepAsText(child, key, { lowering, finding });
}

function resolveForeignKey(
  child: TableDraft,
  key: ParsedForeignKey,
  { lowering, draftOf, leavesOut }: Drafts,
): ResolvedKey | null {
  const { parsed: table, index } = child;
  const columns = resolveColumns(
    { table, index, columns: key.columns, role: "foreign key" },
    lowering,
  );
  const parentTable = lowering.catalog.findReferenced(key.referencesTable, table);
  if (parentTable === undefined) {
    const detail = { table: table.name.name, referenced: key.referencesTable.parts.join(".") };
    const place = lowering.place(key.referencesTable.region);
    return keepAsText(child, key, {
      lowering,
      finding: diagnostic("DDL_REFERENCED_TABLE_MISSING", detail, place),
    });
  }
  const parent = draftOf(parentTable);
  if (columns === null) return null;
  if (parent === undefined) {
    const referenced = parentTable.name.name;
    // When errors stop the import the parent's own error says enough.
    if (leavesOut) keepLeftOut(child, { key, referenced }, lowering);
    return null;
  }
  const sides = { child, parent, key, columns, lowering };
  const referencesColumns = resolveReferenced(sides);
  if (referencesColumns === null || !fits(sides, referencesColumns)) return null;
  const foreignKey = Object.freeze({
    ...(key.name !== undefined && { name: key.name }),
    columns: Object.freeze(columns),
    referencesTable: parent.name,
    referencesColumns: Object.freeze(referencesColumns),
  });
  return { foreignKey, key, parent };
}

interface Sides {
  readonly child: TableDraft;
  readonly parent: TableDraft;
  readonly key: ParsedForeignKey;
  readonly columns: readonly string[];
  readonly lowering: Lowering;
}

/** The columns named, or else the parent's primary key. */
function resolveReferenced({ child, parent, key, lowering }: Sides): readonly string[] | null {
  const table = child.parsed.name.name;
  if (key.referencesColumns.length > 0) {
    const { parsed, index } = parent;
    const role = `foreign key of table '${table}'`;
    const columns = key.referencesColumns;
    const owner = child.parsed;
    return resolveColumns({ table: parsed, index, columns, role, owner }, lowering);
  }
  if (parent.primaryKey.length > 0) return parent.primaryKey;
  const detail = { table, referenced: parent.name };
  const finding = diagnostic("DDL_REFERENCED_KEY_MISSING", detail, lowering.place(key.region));
  return keepAsText(child, key, { lowering, finding });
}

/** Whether the two sides fit together. */
function fits(sides: Sides, referenced: readonly string[]): boolean {
  const { child, parent, key, columns, lowering } = sides;
  const place = lowering.place(key.region);
  const table = child.parsed.name.name;
  if (columns.length !== referenced.length) {
    const detail = { table, own: columns.length, referenced: referenced.length };
    lowering.refuse(diagnostic("DDL_KEY_LENGTH", detail, place), child.parsed);
    return false;
  }
  const mismatch = typeMismatch(sides, referenced);
  if (mismatch !== null) {
    keepAsText(child, key, { lowering, finding: mismatch });
    return false;
  }
  if (isKey(parent, referenced)) return true;
  const detail = { table, referenced: parent.name, columns: referenced };
  if (referenced.every((name) => parent.primaryKey.includes(name))) {
    const finding = diagnostic("DDL_REFERENCED_COLUMNS_REPEAT", detail, place);
    keepAsText(child, key, { lowering, finding });
    return false;
  }
  lowering.report(diagnostic("DDL_REFERENCED_COLUMNS_UNIQUE", detail, place), parent.parsed);
  addKey(parent, referenced);
  return true;
}

function typeMismatch(sides: Sides, referenced: readonly string[]): Diagnostic | null {
  const { child, parent, key, columns, lowering } = sides;
  for (let i = 0; i < columns.length; i++) {
    const ownPlace = child.index.placeOf(columns[i]!);
    const theirPlace = parent.index.placeOf(referenced[i]!);
    const types = [child.types[ownPlace]!.type, parent.types[theirPlace]!.type] as const;
    if (family(types[0]) === family(types[1])) continue;
    const own = child.parsed.columns[ownPlace]!;
    const theirs = parent.parsed.columns[theirPlace]!;
    const detail = {
      table: child.parsed.name.name,
      column: own.name.name,
      type: own.type?.declared ?? "",
      referenced: `${parent.name}.${theirs.name.name}`,
      referencedType: theirs.type?.declared ?? "",
    };
    return diagnostic("DDL_REFERENCED_TYPE", detail, lowering.place(key.region));
  }
  return null;
}

/** Types whose values can be equal: NUMBER(38,0) is how Snowflake writes every integer. */
function family(type: LogicalType): string {
  return type.kind === "decimal" && type.scale === 0 ? "integer" : type.kind;
}

function keepAsText(
  child: TableDraft,
  key: ParsedForeignKey,
  { lowering, finding }: { readonly lowering: Lowering; readonly finding: Diagnostic },
): null {
  keepProperty(child.parsed.properties, "foreign_key", key.text);
  lowering.report(finding, child.parsed);
  return null;
}
