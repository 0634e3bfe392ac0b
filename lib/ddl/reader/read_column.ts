import { diagnostic } from "../../errors/mod.ts";
import { TOKEN } from "../tokens.ts";
import { startsColumnAttribute } from "./_column_words.ts";
import type { Cursor } from "./cursor.ts";
import { Fault } from "./fault.ts";
import type { ParsedColumn, ParsedTable } from "./parsed.ts";
import { readColumnAttribute } from "./read_column_attribute.ts";
import { readType } from "./read_type.ts";

/**
 * Reads one column with its type and attributes. Keys written at the column go to the table.
 *
 * @param cursor At the column's name.
 * @param table Takes the column, and the keys it declares.
 */
export function readColumn(cursor: Cursor, table: ParsedTable): void {
  const from = cursor.index;
  const name = cursor.identifier("a column");
  const typeFrom = cursor.index;
  const type = startsType(cursor) ? readType(cursor) : null;
  // All in one literal, and a table has thousands: fields that are set later take more room.
  const column: ParsedColumn = {
    name,
    region: name.region,
    type,
    typeRegion: type === null ? name.region : cursor.region(typeFrom),
    notNull: false,
    unique: false,
    properties: {},
  };
  if (type === null) column.missingType = missingType(cursor);
  table.columns.push(column);
  while (!endsItem(cursor)) readColumnAttribute(cursor, { table, column, from });
}

function missingType(cursor: Cursor): NonNullable<ParsedColumn["missingType"]> {
  return { found: cursor.found(), region: cursor.region() };
}

function startsType(cursor: Cursor): boolean {
  const kind = cursor.kind();
  if (kind !== TOKEN.word) return kind === TOKEN.quoted;
  return !startsColumnAttribute(cursor.word());
}

/** Refuses a column that only the list of CREATE TABLE … AS SELECT may leave without a type. */
export function refuseMissingType(cursor: Cursor, column: ParsedColumn): void {
  if (column.missingType === undefined) return;
  const { found, region } = column.missingType;
  const detail = { column: column.name.name, found };
  throw new Fault(diagnostic("DDL_MISSING_TYPE", detail, cursor.place(region)));
}

/** Whether the list item is over. */
export function endsItem(cursor: Cursor): boolean {
  return cursor.done || cursor.isSymbol(",") || cursor.isSymbol(")");
}
