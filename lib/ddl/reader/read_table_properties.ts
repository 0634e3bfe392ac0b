import { diagnostic, nearestNames } from "../../errors/mod.ts";
import { TOKEN } from "../tokens.ts";
import type { Cursor } from "./cursor.ts";
import { guard } from "./fault.ts";
import { keepProperty, type ParsedTable } from "./parsed.ts";
import { readColumnList } from "./read_column_list.ts";

/** Where the reading of properties stopped. */
export type PropertiesEnd = "end" | "columns" | "query";

/**
 * Reads the physical properties before or after the column list. Those the dialect does not
 * document are kept, too, and told.
 *
 * @param cursor At the first property, or at what follows them.
 * @param options.table Takes the properties.
 * @param options.columnsAreDue Whether an opening bracket would start the column list.
 * @returns What stands after the properties.
 */
export function readTableProperties(
  cursor: Cursor,
  options: { readonly table: ParsedTable; readonly columnsAreDue: boolean },
): PropertiesEnd {
  const { table, columnsAreDue } = options;
  while (!cursor.done) {
    if (columnsAreDue && cursor.isSymbol("(")) return "columns";
    if (startsQuery(cursor)) return "query";
    cursor.acceptSymbol(",");
    if (cursor.kind() !== TOKEN.word) cursor.unexpected("';' or a table property");
    if (isComment(cursor)) readComment(cursor, table);
    else if (cursor.atWords("PARTITIONED BY")) readPartitionColumns(cursor, table);
    else if (cursor.atWords("INHERITS")) readInherits(cursor, table);
    else readProperty(cursor, { table, columnsAreDue });
  }
  return "end";
}

function startsQuery(cursor: Cursor): boolean {
  if (cursor.word() === "SELECT") return true;
  if (cursor.word() !== "AS") return false;
  return cursor.isSymbol("(", 1) || QUERY_WORDS.has(cursor.word(1));
}

function isComment(cursor: Cursor): boolean {
  return cursor.word() === "COMMENT" &&
    (cursor.isSymbol("=", 1) || cursor.kind(1) === TOKEN.string ||
      cursor.kind(1) === TOKEN.quoted);
}

function readComment(cursor: Cursor, table: ParsedTable): void {
  cursor.advance();
  cursor.acceptSymbol("=");
  table.comment = cursor.comment();
}

function readInherits(cursor: Cursor, table: ParsedTable): void {
  cursor.expectWords("INHERITS");
  const from = cursor.index;
  cursor.expectSymbol("(");
  do table.inherits.push(cursor.qualifiedName("a table name")); while (cursor.acceptSymbol(","));
  cursor.expectSymbol(")", "',' or ')'");
  keepProperty(table.properties, "inherits", cursor.textFrom(from));
}

/** The partition columns of an external table are columns that the list does not repeat. */
function readPartitionColumns(cursor: Cursor, table: ParsedTable): void {
  cursor.expectWords("PARTITIONED BY");
  const from = cursor.index;
  const hasTypes = cursor.isSymbol("(") && cursor.kind(2) === TOKEN.word;
  guard(() => {
    if (hasTypes) readColumnList(cursor, table);
    else cursor.skipParentheses();
  }, cursor.context.report);
  keepProperty(table.properties, "partitioned_by", cursor.textFrom(from));
}

function readProperty(
  cursor: Cursor,
  options: { readonly table: ParsedTable; readonly columnsAreDue: boolean },
): void {
  const { table } = options;
  const from = cursor.index;
  const words = knownStart(cursor);
  if (words === null && options.columnsAreDue && !cursor.isSymbol("=", 1)) {
    cursor.unexpected("'(' and a list of columns");
  }
  if (words === null) reportUnknown(cursor, table);
  const name = (words ?? cursor.word()).toLowerCase().replace(/^with (?=.)/, "");
  for (let i = (words ?? "x").split(" ").length; i > 0; i--) cursor.advance();
  const isAssigned = cursor.acceptSymbol("=");
  if (VALUELESS.has(name)) return keepProperty(table.properties, name.replaceAll(" ", "_"), "true");
  const valueFrom = cursor.index;
  passValue(cursor, { isAssigned, columnsAreDue: options.columnsAreDue });
  if (NAMES_COLUMNS.test(name)) noteColumns(cursor, { table, property: name, from: valueFrom });
  const isSortKey = name.endsWith(" sortkey");
  const value = cursor.textFrom(isSortKey ? from : valueFrom).replace(/ sortkey/i, "");
  const key = isSortKey ? "sortkey" : name.replaceAll(" ", "_");
  keepProperty(table.properties, key, value === "" ? "true" : value);
}

/** Notes the columns that a property names plainly, not in an expression. */
function noteColumns(
  cursor: Cursor,
  { table, property, from }: {
    readonly table: ParsedTable;
    readonly property: string;
    readonly from: number;
  },
): void {
  const end = cursor.index;
  cursor.moveTo(from);
  if (cursor.acceptSymbol("(")) {
    do {
      const isName = cursor.isSymbol(",", 1) || cursor.isSymbol(")", 1);
      if (isName && !cursor.atTemplate() && cursor.isName()) {
        const column = cursor.identifier("a column");
        table.physicalColumns.push({ property: property.toUpperCase(), column });
      } else cursor.skipListItem();
    } while (cursor.acceptSymbol(","));
  }
  cursor.moveTo(end);
}

const NAMES_COLUMNS = /^(?:distkey|(?:compound |interleaved )?sortkey|cluster by)$/;

/** Passes over a value: everything up to the next property. */
function passValue(
  cursor: Cursor,
  options: { readonly isAssigned: boolean; readonly columnsAreDue: boolean },
): void {
  const { isAssigned, columnsAreDue } = options;
  let isComplete = false;
  while (!cursor.done && !startsQuery(cursor)) {
    if (cursor.isSymbol("(")) {
      if (isComplete && columnsAreDue) return;
      cursor.skipParentheses();
      isComplete = true;
      continue;
    }
    if (cursor.isSymbol(")") || (isComplete && cursor.isSymbol(","))) return;
    if (cursor.kind() === TOKEN.word && startsProperty(cursor)) return;
    // After `=` the value is one thing, such as a name or a path: the next word is something else.
    if (isAssigned && isComplete && cursor.kind() === TOKEN.word && cursor.followsGap()) return;
    if (cursor.kind() === TOKEN.string || cursor.kind() === TOKEN.number) isComplete = true;
    if (cursor.kind() === TOKEN.word && !PREPOSITIONS.has(cursor.word())) isComplete = true;
    cursor.advance();
  }
}

function startsProperty(cursor: Cursor): boolean {
  return cursor.isSymbol("=", 1) || isComment(cursor) || cursor.atWords("PARTITIONED BY") ||
    knownStart(cursor) !== null;
}

/** The words of the documented property that starts here, the longest that fits. */
function knownStart(cursor: Cursor): string | null {
  const first = cursor.word();
  let longest: string | null = null;
  for (const words of cursor.rules.tableProperties) {
    if (words.startsWith(first) && cursor.atWords(words) && words.length > (longest?.length ?? 0)) {
      longest = words;
    }
  }
  return longest;
}

function reportUnknown(cursor: Cursor, table: ParsedTable): void {
  const property = cursor.found().slice(1, -1);
  const near = nearestNames(property, cursor.rules.tableProperties, 1);
  const detail = { table: table.name.name, property, near };
  cursor.context.report(diagnostic("DDL_UNKNOWN_PROPERTY", detail, cursor.place()));
}

/** Properties after which a bracket is not theirs. */
const VALUELESS = new Set(["copy grants", "copy tags", "without oids"]);
const QUERY_WORDS = new Set(["SELECT", "WITH", "TABLE", "VALUES", "EXECUTE"]);
/** Words after which a bracket still belongs to the property. */
const PREPOSITIONS = new Set(["BY", "LINEAR", "ON", "KEY", "KEYS", "RANGE", "LIST", "HASH"]);
