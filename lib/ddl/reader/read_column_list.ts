import { diagnostic } from "../../errors/mod.ts";
import type { Cursor } from "./cursor.ts";
import { DDL_LIMITS } from "../limits.ts";
import { guard } from "./fault.ts";
import type { CopiedColumns, ParsedTable } from "./parsed.ts";
import { endsItem, readColumn } from "./read_column.ts";
import { readTableConstraint, startsTableConstraint } from "./read_constraint.ts";

/** What a column list held besides columns and constraints. */
export interface ColumnListOutcome {
  /** False when something in the list could not be read; it has been reported. */
  readonly isWhole: boolean;
  readonly copies: readonly CopiedColumns[];
}

/**
 * Reads the columns and constraints of a table. A bad item is reported and the next one is read.
 *
 * @param cursor At the opening bracket.
 * @param table Takes columns and keys.
 * @returns Whether all went well, and the tables LIKE copies from.
 */
export function readColumnList(cursor: Cursor, table: ParsedTable): ColumnListOutcome {
  const copies: CopiedColumns[] = [];
  let isWhole = true;
  const { report } = cursor.context;
  cursor.expectSymbol("(");
  while (!cursor.done && !cursor.isSymbol(")")) {
    if (table.columns.length > DDL_LIMITS.columnCountMax) {
      reportTooMany(cursor, table);
      return { isWhole: false, copies };
    }
    const isRead = guard(() => {
      readItem(cursor, table, copies);
      if (!endsItem(cursor)) cursor.unexpected("',' or ')'");
    }, report);
    if (!isRead) {
      isWhole = false;
      cursor.skipListItem();
    }
    acceptComma(cursor);
  }
  // A bad item may have swallowed the bracket; to ask for it then would tell the same thing twice.
  if (!isWhole && cursor.done) return { isWhole, copies };
  const isClosed = guard(() => cursor.expectSymbol(")", "',' or ')'"), report);
  return { isWhole: isWhole && isClosed, copies };
}

function reportTooMany(cursor: Cursor, table: ParsedTable): void {
  const max = DDL_LIMITS.columnCountMax;
  const detail = { what: `Table '${table.name.name}' has`, max, unit: "columns" };
  cursor.context.report(diagnostic("DDL_LIMIT", detail, cursor.place()));
  cursor.skipRest();
}

function acceptComma(cursor: Cursor): void {
  const comma = cursor.region();
  if (!cursor.acceptSymbol(",") || !cursor.isSymbol(")")) return;
  cursor.context.report(diagnostic("DDL_TRAILING_COMMA", {}, cursor.place(comma)));
}

function readItem(cursor: Cursor, table: ParsedTable, copies: CopiedColumns[]): void {
  if (passTemplate(cursor) && endsItem(cursor)) return;
  if (startsTableConstraint(cursor)) return readTableConstraint(cursor, table);
  if (cursor.word() !== "LIKE" || cursor.rules.types.has(cursor.word(1))) {
    return readColumn(cursor, table);
  }
  cursor.advance();
  const source = cursor.qualifiedName("the table to copy");
  const withKeys = readLikeOptions(cursor);
  copies.push({ position: table.columns.length, table: source, withKeys });
}

/** Template text alone, or on a line of its own, stands for columns that nobody knows: it was told. */
function passTemplate(cursor: Cursor): boolean {
  const from = cursor.index;
  if (!cursor.atTemplate()) return false;
  cursor.advance();
  const stands = endsItem(cursor) || cursor.startsLine();
  if (!stands) cursor.moveTo(from);
  return stands;
}

/** INCLUDING and EXCLUDING of LIKE. */
function readLikeOptions(cursor: Cursor): boolean {
  let withKeys = cursor.rules.likeCopiesKeys;
  while (cursor.word() === "INCLUDING" || cursor.word() === "EXCLUDING") {
    const what = cursor.word(1);
    if (what === "ALL" || what === "INDEXES") withKeys = cursor.word() === "INCLUDING";
    cursor.advance();
    cursor.advance();
  }
  return withKeys;
}
