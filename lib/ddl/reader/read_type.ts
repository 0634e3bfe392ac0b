import { diagnostic } from "../../errors/mod.ts";
import type { TypeArgument } from "../dialect_rules.ts";
import { TOKEN } from "../tokens.ts";
import type { Cursor } from "./cursor.ts";
import type { ParsedType } from "./parsed.ts";

/**
 * Reads a data type of any dialect: several words, arguments, zones, arrays, nested types.
 *
 * @param cursor At the first word of the type.
 * @returns The type, not yet understood.
 */
export function readType(cursor: Cursor): ParsedType {
  const from = cursor.index;
  let name = readName(cursor);
  const typeArguments = readArguments(cursor, name);
  if (name === "INTERVAL") readIntervalFields(cursor, typeArguments);
  if (name === "TIME" || name === "TIMESTAMP") {
    name += readZone(cursor);
    // Some write the digits last: TIMESTAMP WITHOUT TIME ZONE (6).
    if (typeArguments.length === 0) typeArguments.push(...readArguments(cursor, "TIMESTAMP"));
  }
  if (cursor.isSymbol("<")) skipAngles(cursor);
  const isArray = readArray(cursor, name);
  return shared(cursor, { name, typeArguments, isArray, declared: cursor.textFrom(from) });
}

/** Files declare the same few types thousands of times. */
function shared(cursor: Cursor, type: ParsedType): ParsedType {
  const { types } = cursor.context;
  const known = types.get(type.declared);
  if (known === undefined) types.set(type.declared, type);
  return known ?? type;
}

function readName(cursor: Cursor): string {
  const first = cursor.qualifiedName("a data type").name.toUpperCase();
  switch (first) {
    case "DOUBLE":
      return cursor.acceptWords("PRECISION") ? "DOUBLE PRECISION" : first;
    case "NATIONAL":
      return readNational(cursor);
    case "LONG":
      return cursor.acceptWords("VARCHAR") ? "VARCHAR" : first;
    case "CHARACTER":
    case "CHAR":
    case "NCHAR":
    case "BINARY":
    case "BIT":
      return cursor.acceptWords("VARYING") ? `${first} VARYING` : first;
    default:
      return first;
  }
}

function readNational(cursor: Cursor): string {
  cursor.advance();
  return cursor.acceptWords("VARYING") ? "NCHAR VARYING" : "NCHAR";
}

function readArguments(cursor: Cursor, name: string): TypeArgument[] {
  if (!cursor.isSymbol("(")) return [];
  if (NESTING_TYPES.has(name)) {
    cursor.skipParentheses();
    return [];
  }
  const bracketFrom = cursor.index;
  cursor.advance();
  if (cursor.acceptSymbol(")")) {
    const place = cursor.place(cursor.region(bracketFrom));
    cursor.context.report(diagnostic("DDL_EMPTY_BRACKETS", { type: name }, place));
    return [];
  }
  const typeArguments: TypeArgument[] = [];
  const countMax = TWO_ARGUMENTS.has(name) ? 2 : SCALAR_TYPES.has(name) ? 1 : Infinity;
  do typeArguments.push(readArgument(cursor, countMax === Infinity)); while (
    typeArguments.length < countMax && cursor.acceptSymbol(",")
  );
  // VARCHAR(10 BYTE) and VARCHAR(10 CHAR) come from files that were Oracle's once.
  if (cursor.word() === "BYTE" || cursor.word() === "CHAR") cursor.advance();
  cursor.expectSymbol(")", `')' to close ${name}(`);
  // What a template will say is not known: the type is read as if it were bare.
  return typeArguments.includes("TEMPLATE") ? [] : typeArguments;
}

/** A number or MAX; types of nobody's, such as `geometry(Point, 4326)`, take anything. */
function readArgument(cursor: Cursor, takesAnything: boolean): TypeArgument {
  const word = cursor.word();
  if (word === "MAX" || (takesAnything && word !== "")) {
    cursor.advance();
    return word;
  }
  if (takesAnything && cursor.kind() === TOKEN.string) return cursor.string("a type argument");
  // Oracle's NUMBER(*,0) has as many digits as there are.
  if (cursor.acceptSymbol("*")) return DIGIT_COUNT_MAX;
  if (cursor.atTemplate()) {
    cursor.advance();
    return "TEMPLATE";
  }
  return cursor.number("a number");
}

function readZone(cursor: Cursor): string {
  for (const words of ZONES) if (cursor.acceptWords(words)) return ` ${words}`;
  if (cursor.acceptWords("WITH TIMEZONE")) return " WITH TIME ZONE";
  return cursor.acceptWords("WITHOUT TIMEZONE") ? " WITHOUT TIME ZONE" : "";
}

function readIntervalFields(cursor: Cursor, typeArguments: TypeArgument[]): void {
  if (!INTERVAL_FIELDS.has(cursor.word())) return;
  cursor.advance();
  if (cursor.isSymbol("(")) cursor.skipParentheses();
  if (cursor.acceptWords("TO")) {
    cursor.advance();
    if (cursor.isSymbol("(")) cursor.skipParentheses();
  }
  typeArguments.length = 0;
}

function readArray(cursor: Cursor, name: string): boolean {
  let isArray = false;
  if (name !== "ARRAY" && cursor.acceptWords("ARRAY")) isArray = true;
  while (cursor.isSymbol("[")) {
    isArray = true;
    while (!cursor.done && !cursor.isSymbol("]")) cursor.advance();
    cursor.expectSymbol("]");
  }
  return isArray;
}

/** `array<struct<name:varchar(10), price:decimal(8,2)>>` of external tables. */
function skipAngles(cursor: Cursor): void {
  let depth = 0;
  do {
    if (cursor.done) cursor.unexpected("'>'");
    if (cursor.isSymbol("<")) depth++;
    else if (cursor.isSymbol(">")) depth--;
    cursor.advance();
  } while (depth > 0);
}

const DIGIT_COUNT_MAX = 38;
const ZONES = ["WITH TIME ZONE", "WITHOUT TIME ZONE", "WITH LOCAL TIME ZONE"];
const INTERVAL_FIELDS = new Set(["YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND"]);
/** Types whose brackets hold types. */
const NESTING_TYPES = new Set(["OBJECT", "ARRAY", "MAP", "STRUCT", "LIST"]);
const TWO_ARGUMENTS = new Set([
  ..."DECIMAL NUMERIC NUMBER DEC FIXED FLOAT DOUBLE REAL".split(" "),
  "DOUBLE PRECISION",
]);
const SCALAR_TYPES = new Set([
  "VARCHAR",
  "CHAR",
  "CHARACTER",
  "CHARACTER VARYING",
  "CHAR VARYING",
  "NCHAR",
  "NCHAR VARYING",
  "NVARCHAR",
  "STRING",
  "TEXT",
  "BPCHAR",
  "BINARY",
  "VARBINARY",
  "VARBYTE",
  "TIME",
  "TIMESTAMP",
  "TIMESTAMPTZ",
  "TIMESTAMP_NTZ",
  "TIMESTAMP_LTZ",
  "TIMESTAMP_TZ",
]);
