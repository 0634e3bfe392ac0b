import { diagnostic } from "../../errors/mod.ts";
import { TOKEN } from "../tokens.ts";
import type { Cursor } from "./cursor.ts";
import {
  type Identifier,
  keepProperty,
  type ParsedForeignKey,
  type ParsedTable,
} from "./parsed.ts";

/** Whether a constraint of the table, not a column, starts here. */
export function startsTableConstraint(cursor: Cursor): boolean {
  switch (cursor.word()) {
    case "CONSTRAINT":
      return true;
    case "PRIMARY":
    case "FOREIGN":
      return cursor.word(1) === "KEY";
    case "UNIQUE":
      return cursor.isSymbol("(", 1) || UNIQUE_WORDS.has(cursor.word(1));
    case "CHECK":
      return cursor.isSymbol("(", 1);
    case "EXCLUDE":
      return cursor.isSymbol("(", 1) || cursor.word(1) === "USING";
    case "INDEX":
    case "KEY":
      return startsIndex(cursor);
    case "FULLTEXT":
    case "SPATIAL":
      return INDEX_WORDS.has(cursor.word(1));
    default:
      return false;
  }
}

/** `INDEX by_name (name)` or `INDEX (name)`, and not a column of that name and some `type(10)`. */
function startsIndex(cursor: Cursor): boolean {
  if (cursor.isSymbol("(", 1)) return true;
  if (cursor.kind(1) === TOKEN.none || !cursor.isSymbol("(", 2)) return false;
  const isName = cursor.kind(3) === TOKEN.quoted || cursor.kind(3) === TOKEN.word;
  return isName && cursor.word(3) !== "MAX" && !cursor.rules.types.has(cursor.word(1));
}

/**
 * Reads one constraint of a table, from CREATE TABLE or from ALTER TABLE … ADD.
 *
 * @param cursor At CONSTRAINT or at the constraint's own first word.
 * @param table Takes the key.
 */
export function readTableConstraint(cursor: Cursor, table: ParsedTable): void {
  const from = cursor.index;
  const name = cursor.acceptWords("CONSTRAINT")
    ? cursor.identifier("the constraint's name").name
    : undefined;
  switch (cursor.word()) {
    case "PRIMARY":
      readPrimaryKey(cursor, { table, name, from });
      break;
    case "UNIQUE":
      readUniqueKey(cursor, { table, name, from });
      break;
    case "FOREIGN":
      readForeignKey(cursor, { table, name, from });
      break;
    case "CHECK":
      readCheck(cursor, { table, name, from });
      break;
    case "EXCLUDE":
      readExclude(cursor, { table, name, from });
      break;
    case "INDEX":
    case "KEY":
    case "FULLTEXT":
    case "SPATIAL":
      readIndex(cursor, table);
      break;
    case "NOT":
      readNotNull(cursor, table);
      break;
    default:
      cursor.unexpected("PRIMARY KEY, UNIQUE, FOREIGN KEY or CHECK");
  }
  readConstraintTail(cursor);
  // A comment on the constraint; after a column's own constraint it would be the column's.
  if (cursor.word() === "COMMENT" && cursor.kind(1) === TOKEN.string) {
    cursor.advance();
    cursor.advance();
    readConstraintTail(cursor);
  }
}

interface ConstraintStart {
  readonly table: ParsedTable;
  readonly name: string | undefined;
  /** Index of the constraint's first token. */
  readonly from: number;
}

function readPrimaryKey(cursor: Cursor, { table, name, from }: ConstraintStart): void {
  cursor.expectWords("PRIMARY KEY");
  // ADD PRIMARY KEY USING INDEX: the index named its columns before.
  if (cursor.atWords("USING INDEX")) return;
  acceptClustered(cursor);
  const columns = readColumnNames(cursor);
  setPrimaryKey(cursor, table, { columns, from, ...(name === undefined ? {} : { name }) });
}

/** How SQL Server lays an index out; of no meaning to a warehouse. */
function acceptClustered(cursor: Cursor): void {
  if (!cursor.acceptWords("CLUSTERED")) cursor.acceptWords("NONCLUSTERED");
}

/** Gives a table its primary key; a second one is refused. */
export function setPrimaryKey(
  cursor: Cursor,
  table: ParsedTable,
  key: { readonly name?: string; readonly columns: readonly Identifier[]; readonly from: number },
): void {
  const region = cursor.region(key.from);
  if (table.primaryKey !== null) {
    // Some files declare a key at the column and again at the table.
    if (isSameKey(table.primaryKey.columns, key.columns)) return;
    const detail = { table: table.name.name };
    cursor.context.report(diagnostic("DDL_SECOND_PRIMARY_KEY", detail, cursor.place(region)));
    return;
  }
  table.primaryKey = {
    columns: key.columns,
    region,
    ...(key.name === undefined ? {} : { name: key.name }),
  };
}

/** Whether two lists name the same columns, in whatever order. */
export function isSameKey(a: readonly Identifier[], b: readonly Identifier[]): boolean {
  return a.length === b.length &&
    a.every(({ name }) => b.some((other) => other.name.toLowerCase() === name.toLowerCase()));
}

function readUniqueKey(cursor: Cursor, { table, name, from }: ConstraintStart): void {
  cursor.expectWords("UNIQUE");
  if (!cursor.acceptWords("KEY") && !cursor.acceptWords("INDEX")) {
    cursor.acceptWords("NULLS NOT DISTINCT");
  }
  cursor.acceptWords("NULLS DISTINCT");
  if (cursor.atWords("USING INDEX")) return;
  acceptClustered(cursor);
  if (cursor.kind(0) === TOKEN.quoted || !cursor.isSymbol("(")) cursor.identifier("'('");
  const columns = readColumnNames(cursor);
  table.uniqueKeys.push({
    columns,
    region: cursor.region(from),
    ...(name === undefined ? {} : { name }),
  });
}

function readForeignKey(cursor: Cursor, { table, name, from }: ConstraintStart): void {
  cursor.expectWords("FOREIGN KEY");
  // MySQL names the index of the key.
  if (cursor.isSymbol("(", 1)) cursor.identifier("'('");
  const columns = readColumnNames(cursor);
  table.foreignKeys.push(
    readReferences(cursor, { columns, from, ...(name === undefined ? {} : { name }) }),
  );
}

/**
 * Reads REFERENCES with its table and columns.
 *
 * @param cursor At REFERENCES.
 * @param key The child's side: its columns, and the index of the first token of the constraint.
 * @returns The whole foreign key.
 */
export function readReferences(
  cursor: Cursor,
  key: { readonly name?: string; readonly columns: readonly Identifier[]; readonly from: number },
): ParsedForeignKey {
  cursor.expectWords("REFERENCES");
  const referencesTable = cursor.qualifiedName("the referenced table");
  const referencesColumns = cursor.isSymbol("(") ? readColumnNames(cursor) : [];
  return {
    ...(key.name === undefined ? {} : { name: key.name }),
    columns: key.columns,
    referencesTable,
    referencesColumns,
    region: cursor.region(key.from),
    text: cursor.textFrom(key.from),
  };
}

/**
 * Reads CHECK and its condition.
 *
 * @param cursor At CHECK.
 * @param start The table, and where the constraint begins.
 */
export function readCheck(cursor: Cursor, { table, name, from }: ConstraintStart): void {
  cursor.expectWords("CHECK");
  const bodyFrom = cursor.index;
  cursor.skipParentheses();
  const body = cursor.textFrom(bodyFrom);
  table.checks.push({
    ...(name === undefined ? {} : { name }),
    text: body.slice(1, -1).trim(),
    region: cursor.region(from),
  });
}

/** Keeps EXCLUDE, which compares rows with each other, as text. */
function readExclude(cursor: Cursor, { table, name, from }: ConstraintStart): void {
  cursor.expectWords("EXCLUDE");
  if (cursor.acceptWords("USING")) cursor.identifier("an index method");
  const bodyFrom = cursor.index;
  cursor.skipParentheses();
  const body = cursor.textFrom(bodyFrom);
  keepProperty(table.properties, "exclude", name === undefined ? body : `${name} ${body}`);
  const detail = { table: table.name.name, kind: "EXCLUDE" };
  const place = cursor.place(cursor.region(from));
  cursor.context.report(diagnostic("DDL_CHECK_KEPT", detail, place));
  if (cursor.acceptWords("WHERE")) cursor.skipParentheses();
}

function readIndex(cursor: Cursor, table: ParsedTable): void {
  const from = cursor.index;
  cursor.advance();
  if (INDEX_WORDS.has(cursor.word())) cursor.advance();
  if (!cursor.isSymbol("(")) cursor.identifier("the index's name");
  cursor.skipParentheses();
  if (cursor.acceptWords("INCLUDE")) cursor.skipParentheses();
  keepProperty(table.properties, "index", cursor.textFrom(from));
}

/** PostgreSQL 18 writes NOT NULL as a constraint of the table, too. */
function readNotNull(cursor: Cursor, table: ParsedTable): void {
  cursor.expectWords("NOT NULL");
  const { name } = cursor.identifier("a column");
  for (const column of table.columns) if (column.name.name === name) column.notNull = true;
}

/**
 * Reads the column names of a key.
 *
 * @param cursor At the opening bracket.
 * @returns At least one name; sort orders and other decoration are passed over.
 */
export function readColumnNames(cursor: Cursor): Identifier[] {
  cursor.expectSymbol("(");
  const columns: Identifier[] = [];
  do {
    // PostgreSQL 18: FOREIGN KEY (id, PERIOD valid_at).
    if (cursor.word() === "PERIOD" && cursor.kind(1) === TOKEN.word) cursor.advance();
    columns.push(cursor.identifier("a column"));
    // MySQL's key over the first characters of a column.
    if (cursor.isSymbol("(")) cursor.skipParentheses();
    while (KEY_DECORATION.has(cursor.word())) cursor.advance();
  } while (cursor.acceptSymbol(","));
  cursor.expectSymbol(")", "',' or ')'");
  return columns;
}

/**
 * Passes over what may follow any constraint and does not change which keys exist.
 *
 * @param cursor After the constraint.
 */
export function readConstraintTail(cursor: Cursor): void {
  while (readTailPart(cursor));
}

function readTailPart(cursor: Cursor): boolean {
  switch (cursor.word()) {
    case "NOT":
      if (!AFTER_NOT.has(cursor.word(1))) return false;
      cursor.advance();
      break;
    case "INITIALLY":
    case "MATCH":
      cursor.advance();
      break;
    case "ON":
      return readReferentialAction(cursor);
    case "USING":
      return readUsingIndex(cursor);
    case "INCLUDE":
    case "WITH":
      if (!cursor.isSymbol("(", 1)) return false;
      cursor.advance();
      cursor.skipParentheses();
      return true;
    case "NO":
      if (!cursor.acceptWords("NO INHERIT")) return false;
      return true;
    default:
      if (!TAIL_WORDS.has(cursor.word())) return false;
  }
  cursor.advance();
  return true;
}

function readReferentialAction(cursor: Cursor): boolean {
  if (cursor.kind(1) === TOKEN.quoted) {
    // SQL Server's ON [PRIMARY]: where the index is kept.
    cursor.advance();
    cursor.advance();
    return true;
  }
  if (cursor.word(1) !== "DELETE" && cursor.word(1) !== "UPDATE") return false;
  cursor.advance();
  cursor.advance();
  const takesTwoWords = cursor.word() === "SET" || cursor.word() === "NO";
  cursor.advance();
  if (takesTwoWords) cursor.advance();
  if (cursor.isSymbol("(")) cursor.skipParentheses();
  return true;
}

function readUsingIndex(cursor: Cursor): boolean {
  if (!cursor.acceptWords("USING INDEX")) return false;
  cursor.acceptWords("TABLESPACE");
  cursor.identifier("a name");
  return true;
}

const INDEX_WORDS = new Set(["INDEX", "KEY"]);
const UNIQUE_WORDS = new Set(["NULLS", ...INDEX_WORDS]);
const AFTER_NOT = new Set(["ENFORCED", "DEFERRABLE", "VALID", "RELY"]);
const TAIL_WORDS = new Set([
  "ENFORCED",
  "DEFERRABLE",
  "ENABLE",
  "DISABLE",
  "VALIDATE",
  "NOVALIDATE",
  "RELY",
  "NORELY",
]);
const KEY_DECORATION = new Set(["ASC", "DESC", "NULLS", "FIRST", "LAST", "WITHOUT", "OVERLAPS"]);
