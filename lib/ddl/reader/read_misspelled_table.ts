import { diagnostic, nearestNames } from "../../errors/mod.ts";
import { TOKEN } from "../tokens.ts";
import type { Cursor } from "./cursor.ts";
import { Fault } from "./fault.ts";
import type { CreateTable } from "./parsed.ts";
import { readTable, TABLE_MODIFIERS } from "./read_create_table.ts";

/** A word that is not what it should be. */
interface Slip {
  /** Words before it. */
  readonly ahead: number;
  /** What was meant; null where TABLE is missing before it. */
  readonly near: string | null;
  /** Words before the table's name. */
  readonly nameAhead: number;
}

/**
 * Reads `CREAT TABLE`, `CREATE TABEL` and their like as the table that was meant: what else is wrong
 * with it is told as well, and its name is known as one that was left out.
 *
 * @param cursor At the statement's first word.
 * @returns The table, whose error was reported; null when the statement is no such thing.
 * @throws Fault when the table has no name.
 */
export function readMisspelledTable(cursor: Cursor): CreateTable | null {
  const slip = slipBeforeTable(cursor) ?? slipAfterCreate(cursor);
  if (slip === null) return null;
  const start = cursor.index;
  const hasName = isNameAt(cursor, slip.nameAhead);
  cursor.moveTo(start + slip.ahead);
  const word = cursor.found().slice(1, -1);
  const detail = { word, near: [slip.near ?? `TABLE ${word}`] };
  const finding = diagnostic("DDL_MISSPELLED", detail, cursor.place());
  if (!hasName) throw new Fault(finding);
  cursor.context.report(finding);
  cursor.moveTo(start + slip.nameAhead);
  return readTable(cursor, "");
}

/** `CREAT TABLE x`, `CRT TABLE x (`, `TABLE x (`, `CREATETABLE x (`. */
function slipBeforeTable(cursor: Cursor): Slip | null {
  const first = cursor.word();
  if (first === "CREATE") return null;
  if (first === "TABLE" || /^CREATE_?TABLE$/.test(first)) {
    return listFollows(cursor, 1) ? { ahead: 0, near: "CREATE TABLE", nameAhead: 1 } : null;
  }
  const object = objectAhead(cursor);
  const isNear = first.length > 3 && nearestNames(first, ["CREATE", "ALTER"], 1)[0] === "CREATE";
  const isMeant = isNear
    ? isLikeTable(cursor.word(object))
    : cursor.word(object) === "TABLE" && listFollows(cursor, object + 1);
  return isMeant ? { ahead: 0, near: "CREATE", nameAhead: object + 1 } : null;
}

/** `CREATE TABEL x`, `CREATE TEMPRARY TABLE x`, `CREATE x (`. */
function slipAfterCreate(cursor: Cursor): Slip | null {
  if (cursor.word() !== "CREATE") return null;
  const ahead = objectAhead(cursor);
  const word = cursor.word(ahead);
  if (cursor.word(ahead + 1) === "TABLE") {
    const [near] = nearestNames(word, TABLE_MODIFIERS, 1);
    return near === undefined ? null : { ahead, near, nameAhead: ahead + 2 };
  }
  if (isLikeTable(word)) return { ahead, near: "TABLE", nameAhead: ahead + 1 };
  const isName = cursor.isSymbol("(", ahead + 1) || cursor.isSymbol(".", ahead + 1);
  if (word === "" || !isName || OBJECTS.has(word)) return null;
  return { ahead, near: null, nameAhead: ahead };
}

function objectAhead(cursor: Cursor): number {
  let ahead = 1;
  while (TABLE_MODIFIERS.has(cursor.word(ahead))) ahead++;
  return ahead;
}

function isLikeTable(word: string): boolean {
  return word === "TABLE" || !OBJECTS.has(word) && nearestNames(word, ["TABLE"]).length > 0;
}

function isNameAt(cursor: Cursor, ahead: number): boolean {
  return cursor.kind(ahead) === TOKEN.word || cursor.kind(ahead) === TOKEN.quoted;
}

/** Whether a name, perhaps of several parts, and then a bracket follow. */
function listFollows(cursor: Cursor, ahead: number): boolean {
  let last = ahead;
  while (isNameAt(cursor, last) && cursor.isSymbol(".", last + 1)) last += 2;
  return isNameAt(cursor, last) && cursor.isSymbol("(", last + 1);
}

/** Other things that can be created, and that look like a table misspelled. */
const OBJECTS: ReadonlySet<string> = new Set([
  ...["TABLESPACE", "TAG", "TASK", "STAGE", "STREAM", "STABLE", "CAST", "ROLE"],
]);
