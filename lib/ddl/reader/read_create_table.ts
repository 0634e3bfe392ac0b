import { nearestNames } from "../../errors/mod.ts";
import { foldIdentifier } from "../dialect_rules.ts";
import { TOKEN } from "../tokens.ts";
import type { Cursor } from "./cursor.ts";
import { guard } from "./fault.ts";
import {
  type CopiedColumns,
  type CreateTable,
  emptyTable,
  keepProperty,
  type ParsedTable,
  type QualifiedName,
  type TableOrigin,
} from "./parsed.ts";
import { refuseMissingType } from "./read_column.ts";
import { readColumnList } from "./read_column_list.ts";
import { readTableProperties } from "./read_table_properties.ts";

/** Words between CREATE and TABLE. */
export const TABLE_MODIFIERS: ReadonlySet<string> = new Set(
  ("OR REPLACE ALTER LOCAL GLOBAL TEMP TEMPORARY VOLATILE TRANSIENT HYBRID ICEBERG EXTERNAL " +
    "DYNAMIC EVENT UNLOGGED FOREIGN READ ONLY MANAGED UNMANAGED").split(" "),
);

/**
 * Reads a CREATE TABLE statement in any of its forms.
 *
 * @param cursor At CREATE.
 * @returns The table as written; marked as broken when a part could not be read, which has been
 * reported.
 */
export function readCreateTable(cursor: Cursor): CreateTable {
  return readTable(cursor, readModifiers(cursor));
}

/**
 * Reads the rest of a CREATE TABLE statement.
 *
 * @param cursor After TABLE.
 * @param modifiers The words between CREATE and TABLE that say of what kind the table is.
 */
export function readTable(cursor: Cursor, modifiers: string): CreateTable {
  const ifNotExists = cursor.acceptWords("IF NOT EXISTS");
  const table = emptyTable(readTableName(cursor));
  if (modifiers !== "") keepProperty(table.properties, "table_kind", modifiers);
  let body: TableBody = { origin: { kind: "columns" }, copies: [] };
  const isRead = guard(() => body = readBody(cursor, table), cursor.context.report);
  table.isBroken ||= !isRead;
  return { kind: "create_table", table, ifNotExists, ...body };
}

interface TableBody {
  readonly origin: TableOrigin;
  readonly copies: readonly CopiedColumns[];
}

/**
 * Whether a word modifies TABLE: a known one, or one right before TABLE that is no typing mistake
 * of these, such as Teradata's MULTISET.
 */
export function modifiesTable(cursor: Cursor, ahead: number): boolean {
  const word = cursor.word(ahead);
  if (TABLE_MODIFIERS.has(word)) return true;
  return word !== "" && word !== "TABLE" && cursor.word(ahead + 1) === "TABLE" &&
    nearestNames(word, TABLE_MODIFIERS, 1).length === 0;
}

function readModifiers(cursor: Cursor): string {
  const words: string[] = [];
  cursor.expectWords("CREATE");
  for (; modifiesTable(cursor, 0); cursor.advance()) {
    if (!["OR", "REPLACE", "ALTER"].includes(cursor.word())) words.push(cursor.word());
  }
  cursor.expectWords("TABLE");
  return words.join(" ");
}

/** A name, or Snowflake's IDENTIFIER('name'). */
function readTableName(cursor: Cursor): QualifiedName {
  if (cursor.word() !== "IDENTIFIER" || !cursor.isSymbol("(", 1)) {
    return cursor.qualifiedName("a table name");
  }
  const from = cursor.index;
  cursor.advance();
  cursor.advance();
  const name = cursor.kind() === TOKEN.string
    ? cursor.string("a table name")
    : cursor.qualifiedName("a table name").name;
  cursor.expectSymbol(")");
  const parts = name.split(".").map((part) =>
    part.startsWith('"') ? part.replaceAll('"', "") : foldIdentifier(part, cursor.rules)
  );
  return { parts, name: parts.at(-1)!, region: cursor.region(from) };
}

/** The forms without a column list of their own. */
function readOrigin(cursor: Cursor): TableOrigin | null {
  if (cursor.acceptWords("LIKE")) {
    return { kind: "like", table: cursor.qualifiedName("the table to copy") };
  }
  if (cursor.acceptWords("CLONE")) {
    return { kind: "clone", table: cursor.qualifiedName("the table to clone") };
  }
  if (cursor.acceptWords("PARTITION OF")) {
    return { kind: "partition", table: cursor.qualifiedName("the partitioned table") };
  }
  for (const words of ELSEWHERE) if (cursor.atWords(words)) return { kind: "elsewhere", words };
  return null;
}

function readBody(cursor: Cursor, table: ParsedTable): TableBody {
  const origin = readOrigin(cursor);
  if (origin !== null) return { origin, copies: [] };
  let copies: readonly CopiedColumns[] = [];
  let end = readTableProperties(cursor, { table, columnsAreDue: true });
  if (end === "columns") {
    const list = readColumnList(cursor, table);
    table.isBroken = !list.isWhole;
    copies = list.copies;
    // After a bad list the brackets no longer match: what follows would only be noise.
    if (table.isBroken) {
      for (const column of table.columns) {
        guard(() => refuseMissingType(cursor, column), cursor.context.report);
      }
      return { origin: { kind: "columns" }, copies };
    }
    end = readTableProperties(cursor, { table, columnsAreDue: false });
  } else if (end === "end" && !mayLackColumns(table)) cursor.unexpected("'('");
  if (end === "query") return { origin: { kind: "query" }, copies };
  for (const column of table.columns) refuseMissingType(cursor, column);
  return { origin: originOf(table, copies), copies };
}

/** Columns of some Iceberg and external tables are known to their catalog only. */
function mayLackColumns(table: ParsedTable): boolean {
  return /ICEBERG|EXTERNAL|DYNAMIC|EVENT/.test(table.properties["table_kind"] ?? "") ||
    table.inherits.length > 0;
}

function originOf(table: ParsedTable, copies: readonly CopiedColumns[]): TableOrigin {
  if (table.columns.length > 0 || copies.length > 0 || table.inherits.length > 0) {
    return { kind: "columns" };
  }
  return mayLackColumns(table) ? { kind: "elsewhere", words: "its catalog" } : { kind: "columns" };
}

const ELSEWHERE = ["USING TEMPLATE", "FROM ARCHIVE", "FROM BACKUP", "FROM SNAPSHOT", "OF"];
