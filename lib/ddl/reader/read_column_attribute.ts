import { diagnostic, nearestNames } from "../../errors/mod.ts";
import { TOKEN } from "../tokens.ts";
import { COLUMN_WORDS, startsColumnAttribute } from "./_column_words.ts";
import type { Cursor } from "./cursor.ts";
import { Fault } from "./fault.ts";
import { keepProperty, type ParsedColumn, type ParsedTable } from "./parsed.ts";
import { readCheck, readConstraintTail, readReferences, setPrimaryKey } from "./read_constraint.ts";
import { readExpression } from "./read_expression.ts";
import { readIdentity } from "./read_identity.ts";

/** The column being read, and the index of its first token. */
export interface ColumnTarget {
  readonly table: ParsedTable;
  readonly column: ParsedColumn;
  readonly from: number;
}

/**
 * Reads one attribute of a column: a constraint, a default, an identity or a property.
 *
 * @param cursor At the attribute's first word.
 * @param target Takes what was read.
 */
export function readColumnAttribute(cursor: Cursor, target: ColumnTarget): void {
  const { column } = target;
  switch (cursor.word()) {
    case "NOT":
      return negatesNull(cursor) ? readNotNull(cursor, column) : readUnknown(cursor, target);
    case "NULL":
      return cursor.advance();
    case "CONSTRAINT":
      return readNamedConstraint(cursor, target);
    case "PRIMARY":
      return readPrimaryKey(cursor, target);
    case "UNIQUE":
      return readUnique(cursor, column);
    case "FOREIGN":
      return readForeignKey(cursor, target);
    case "REFERENCES":
      return readReference(cursor, target);
    case "CHECK":
      readCheck(cursor, { table: target.table, name: undefined, from: target.from });
      return readConstraintTail(cursor);
    case "DEFAULT":
      cursor.advance();
      return setDefault(column, readExpression(cursor));
    case "IDENTITY":
    case "AUTOINCREMENT":
    case "AUTO_INCREMENT":
      cursor.advance();
      column.identity = readIdentity(cursor);
      return;
    case "GENERATED":
      return readGenerated(cursor, column);
    case "AS":
      cursor.advance();
      return readComputed(cursor, column);
    case "COMMENT":
      return readComment(cursor, column);
    default:
      return readProperty(cursor, target);
  }
}

/** Keeps a DEFAULT; one that takes numbers from a sequence is an identity. */
export function setDefault(column: ParsedColumn, expression: string): void {
  column.defaultExpression = expression;
  // Redshift shows an identity of its own as this function when it lists a table's definition.
  const seeded = /^"?(?:default_)?identity"?\s*\(.*'(-?\d+),\s*(-?\d+)'/i.exec(expression);
  if (seeded !== null) {
    column.identity = { start: Number(seeded[1]), step: Number(seeded[2]) };
  } else if (/^\(*\s*nextval\s*\(|\.nextval\)*$/i.test(expression)) {
    column.identity = { start: 1, step: 1 };
  }
}

/** NOT CASESPECIFIC, NOT LOGGED and the like are properties of other databases. */
function negatesNull(cursor: Cursor): boolean {
  const word = cursor.word(1);
  return word === "" || nearestNames(word, ["NULL"], 1).length > 0 || startsColumnAttribute(word);
}

function readNotNull(cursor: Cursor, column: ParsedColumn): void {
  cursor.expectWords("NOT");
  if (cursor.word() !== "NULL" && nearestNames(cursor.word(), ["NULL"]).length > 0) {
    const detail = { word: cursor.found().slice(1, -1), near: ["NULL"] };
    throw new Fault(diagnostic("DDL_MISSPELLED", detail, cursor.place()));
  }
  cursor.expectWords("NULL");
  column.notNull = true;
  readConstraintTail(cursor);
}

/** Passes over the name, which only a CHECK keeps. */
function readNamedConstraint(cursor: Cursor, { table, from }: ColumnTarget): void {
  if (cursor.kind(2) === TOKEN.word && isTableConstraint(cursor, 2)) refuseMissingComma(cursor);
  cursor.advance();
  const { name } = cursor.identifier("the constraint's name");
  if (cursor.word() !== "CHECK") return;
  readCheck(cursor, { table, name, from });
  readConstraintTail(cursor);
}

/** A constraint with its own column list belongs to the table: a comma was forgotten. */
function isTableConstraint(cursor: Cursor, ahead: number): boolean {
  switch (cursor.word(ahead)) {
    case "PRIMARY":
    case "FOREIGN":
      return cursor.word(ahead + 1) === "KEY" && cursor.isSymbol("(", ahead + 2);
    case "UNIQUE":
      return cursor.isSymbol("(", ahead + 1);
    default:
      return false;
  }
}

function readPrimaryKey(cursor: Cursor, { table, column }: ColumnTarget): void {
  if (isTableConstraint(cursor, 0)) refuseMissingComma(cursor);
  const from = cursor.index;
  cursor.expectWords("PRIMARY KEY");
  setPrimaryKey(cursor, table, { columns: [column.name], from });
  readConstraintTail(cursor);
}

function readUnique(cursor: Cursor, column: ParsedColumn): void {
  if (isTableConstraint(cursor, 0)) refuseMissingComma(cursor);
  cursor.expectWords("UNIQUE");
  if (!cursor.acceptWords("KEY") && !cursor.acceptWords("NULLS DISTINCT")) {
    cursor.acceptWords("NULLS NOT DISTINCT");
  }
  column.unique = true;
  readConstraintTail(cursor);
}

function readForeignKey(cursor: Cursor, target: ColumnTarget): void {
  if (isTableConstraint(cursor, 0)) refuseMissingComma(cursor);
  cursor.expectWords("FOREIGN KEY");
  readReference(cursor, target);
}

function readReference(cursor: Cursor, { table, column, from }: ColumnTarget): void {
  const key = readReferences(cursor, { columns: [column.name], from });
  table.foreignKeys.push(key);
  readConstraintTail(cursor);
}

function readGenerated(cursor: Cursor, column: ParsedColumn): void {
  cursor.expectWords("GENERATED");
  if (!cursor.acceptWords("ALWAYS")) cursor.expectWords("BY DEFAULT");
  cursor.acceptWords("ON NULL");
  cursor.expectWords("AS");
  if (!cursor.acceptWords("IDENTITY")) return readComputed(cursor, column);
  column.identity = readIdentity(cursor);
}

function readComputed(cursor: Cursor, column: ParsedColumn): void {
  const from = cursor.index;
  if (cursor.isSymbol("(")) cursor.skipParentheses();
  else readExpression(cursor);
  keepProperty(column.properties, "computed", cursor.textFrom(from));
  if (!cursor.acceptWords("STORED") && !cursor.acceptWords("VIRTUAL")) {
    cursor.acceptWords("PERSISTED");
  }
  const place = cursor.place(cursor.region(from));
  const detail = { column: column.name.name };
  cursor.context.report(diagnostic("DDL_COMPUTED_COLUMN", detail, place));
}

function readComment(cursor: Cursor, column: ParsedColumn): void {
  // A column named `comment` after a forgotten comma.
  if (cursor.kind(1) === TOKEN.word && cursor.startsLine()) refuseMissingComma(cursor);
  cursor.advance();
  cursor.acceptSymbol("=");
  column.comment = cursor.comment();
}

function readProperty(cursor: Cursor, target: ColumnTarget): void {
  const { properties } = target.column;
  const word = cursor.word();
  switch (word) {
    case "DISTKEY":
    case "SORTKEY":
      cursor.advance();
      return keepProperty(properties, word.toLowerCase(), "true");
    case "ENCODE":
      tellUnknownEncoding(cursor, target.column);
      return readValue(cursor, properties);
    case "STORAGE":
    case "COMPRESSION":
    case "COLLATE":
      return readValue(cursor, properties);
    case "OPTIONS":
      cursor.advance();
      return keepRest(cursor, {
        properties,
        name: "options",
        read: () => cursor.skipParentheses(),
      });
    case "WITH":
      if (POLICY_WORDS.has(cursor.word(1))) {
        cursor.advance();
        return readProperty(cursor, target);
      }
      if (cursor.acceptWords("WITH OPTIONS")) return;
      break;
    case "MASKING":
    case "PROJECTION":
      return readPolicy(cursor, properties);
    case "TAG":
      cursor.advance();
      return keepRest(cursor, { properties, name: "tag", read: () => cursor.skipParentheses() });
  }
  readUnknown(cursor, target);
}

function tellUnknownEncoding(cursor: Cursor, { name: { name: column } }: ParsedColumn): void {
  const { encodings } = cursor.rules;
  const word = cursor.word(1);
  if (encodings.size === 0 || word === "" || encodings.has(word)) return;
  const near = nearestNames(word, encodings, 1);
  const from = cursor.index;
  cursor.advance();
  const found = cursor.found().slice(1, -1);
  const finding = diagnostic("DDL_UNKNOWN_ENCODING", { column, word: found, near }, cursor.place());
  if (!cursor.atTemplate()) cursor.context.report(finding);
  cursor.moveTo(from);
}

function readValue(cursor: Cursor, properties: Record<string, string>): void {
  const name = cursor.word().toLowerCase();
  cursor.advance();
  const read = () => {
    if (cursor.kind() === TOKEN.string) cursor.advance();
    else cursor.qualifiedName(`a value for ${name.toUpperCase()}`);
  };
  keepRest(cursor, { properties, name, read });
}

function readPolicy(cursor: Cursor, properties: Record<string, string>): void {
  const name = `${cursor.word().toLowerCase()}_policy`;
  cursor.advance();
  cursor.expectWords("POLICY");
  const read = () => {
    cursor.qualifiedName("the policy's name");
    if (cursor.acceptWords("USING")) cursor.skipParentheses();
  };
  keepRest(cursor, { properties, name, read });
}

function keepRest(
  cursor: Cursor,
  property: {
    readonly properties: Record<string, string>;
    readonly name: string;
    readonly read: () => void;
  },
): void {
  const from = cursor.index;
  property.read();
  keepProperty(property.properties, property.name, cursor.textFrom(from));
}

/** Tells a forgotten comma from a misspelled word from a property nobody told us about. */
function readUnknown(cursor: Cursor, { column }: ColumnTarget): void {
  const kind = cursor.kind();
  if (kind === TOKEN.quoted && startsColumn(cursor)) refuseMissingComma(cursor);
  if (kind !== TOKEN.word) cursor.unexpected("',' or ')'");
  if (startsColumn(cursor)) refuseMissingComma(cursor);
  const from = cursor.index;
  const near = nearestNames(cursor.word(), COLUMN_WORDS, 1);
  if (near.length > 0 && isMisspelled(cursor.word(), near[0]!)) {
    const detail = { word: cursor.found().slice(1, -1), near };
    throw new Fault(diagnostic("DDL_MISSPELLED", detail, cursor.place()));
  }
  passUnknown(cursor);
  const text = cursor.textFrom(from);
  keepProperty(column.properties, text.split(/[\s(=]/)[0]!.toLowerCase(), text);
  const detail = { column: column.name.name, text };
  const place = cursor.place(cursor.region(from));
  cursor.context.report(diagnostic("DDL_UNKNOWN_COLUMN_PROPERTY", detail, place));
}

/** Whether all but two letters in a row are right: MASKED and COMPRESS are words of their own. */
function isMisspelled(word: string, meant: string): boolean {
  const length = Math.max(word.length, meant.length);
  let start = 0;
  while (start < length && word[start] === meant[start]) start++;
  let end = 0;
  while (end < length - start && word.at(-1 - end) === meant.at(-1 - end)) end++;
  return word !== meant && start + end >= length - 2;
}

function passUnknown(cursor: Cursor): void {
  while (!cursor.done && !cursor.isSymbol(",") && !cursor.isSymbol(")")) {
    if (cursor.isSymbol("(")) cursor.skipParentheses();
    else cursor.advance();
    if (startsColumnAttribute(cursor.word())) return;
  }
}

/** A name with a type after it, or a word that begins a line: the next column. */
function startsColumn(cursor: Cursor): boolean {
  if (cursor.rules.types.has(cursor.word(1))) return true;
  return cursor.startsLine() && cursor.kind(1) === TOKEN.word;
}

function refuseMissingComma(cursor: Cursor): never {
  const before = cursor.found().slice(1, -1);
  throw new Fault(diagnostic("DDL_MISSING_COMMA", { before }, cursor.place()));
}

const POLICY_WORDS = new Set(["MASKING", "PROJECTION", "TAG"]);
