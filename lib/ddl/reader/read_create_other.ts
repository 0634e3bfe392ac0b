import { TOKEN } from "../tokens.ts";
import type { Cursor } from "./cursor.ts";
import type { Identifier, QualifiedName, Statement } from "./parsed.ts";
import { TABLE_MODIFIERS } from "./read_create_table.ts";
import { readType } from "./read_type.ts";

/**
 * Reads CREATE of anything but a table: unique indexes, enums and domains matter to tables, the
 * rest is skipped by name.
 *
 * @param cursor At CREATE.
 * @returns What was created, or a skipped statement.
 */
export function readCreateOther(cursor: Cursor): Statement {
  const region = cursor.region();
  cursor.expectWords("CREATE");
  while (TABLE_MODIFIERS.has(cursor.word()) || cursor.word() === "SECURE") cursor.advance();
  const object = cursor.word();
  const skipped: Statement = { kind: "skipped", words: `CREATE ${object}`.trim(), region };
  switch (object) {
    case "UNIQUE":
      return readUniqueIndex(cursor) ?? { ...skipped, words: "CREATE INDEX" };
    case "TYPE":
      return readEnum(cursor) ?? skipped;
    case "DOMAIN":
      return readDomain(cursor);
    case "":
      return cursor.unexpected("TABLE or another object");
  }
  return skipped;
}

/** An index over plain columns of all rows is a key; over expressions or some rows it is not. */
function readUniqueIndex(cursor: Cursor): Statement | null {
  const from = cursor.index;
  cursor.advance();
  if (!cursor.acceptWords("INDEX")) return null;
  cursor.acceptWords("CONCURRENTLY");
  cursor.acceptWords("IF NOT EXISTS");
  if (cursor.word() !== "ON") cursor.qualifiedName("the index's name");
  if (!cursor.acceptWords("ON")) return null;
  cursor.acceptWords("ONLY");
  const table = cursor.qualifiedName("a table name");
  if (cursor.acceptWords("USING")) cursor.identifier("an index method");
  const columns = readPlainColumns(cursor);
  if (columns === null || cursor.word() === "WHERE") return null;
  return { kind: "create_unique_index", table, key: { columns, region: cursor.region(from) } };
}

function readPlainColumns(cursor: Cursor): Identifier[] | null {
  const columns: Identifier[] = [];
  if (!cursor.acceptSymbol("(")) return null;
  do {
    if (cursor.kind() !== TOKEN.word && cursor.kind() !== TOKEN.quoted) return null;
    columns.push(cursor.identifier("a column"));
    if (cursor.isSymbol("(")) return null;
    while (cursor.kind() === TOKEN.word) cursor.advance();
  } while (cursor.acceptSymbol(","));
  return cursor.acceptSymbol(")") ? columns : null;
}

function readEnum(cursor: Cursor): Statement | null {
  cursor.advance();
  const name = cursor.qualifiedName("the type's name");
  if (cursor.atWords("AS") && cursor.isSymbol("(", 1)) return compositeType(cursor, name);
  if (!cursor.acceptWords("AS ENUM")) return null;
  cursor.expectSymbol("(");
  const labels: string[] = [];
  while (cursor.kind() === TOKEN.string) {
    labels.push(cursor.string("a label in quotes"));
    cursor.acceptSymbol(",");
  }
  cursor.expectSymbol(")", "a label in quotes or ')'");
  return { kind: "create_enum", name, labels };
}

/** A type of named parts: a document, as far as columns are concerned. */
function compositeType(cursor: Cursor, name: QualifiedName): Statement {
  const type = { name: "JSON", typeArguments: [], isArray: false, declared: name.name };
  cursor.skipRest();
  return { kind: "create_domain", name, type, notNull: false };
}

function readDomain(cursor: Cursor): Statement {
  cursor.advance();
  const name = cursor.qualifiedName("the domain's name");
  cursor.acceptWords("AS");
  const type = readType(cursor);
  let notNull = false;
  while (!cursor.done) {
    if (cursor.acceptWords("NOT NULL")) notNull = true;
    else if (cursor.isSymbol("(")) cursor.skipParentheses();
    else cursor.advance();
  }
  return { kind: "create_domain", name, type, notNull };
}
