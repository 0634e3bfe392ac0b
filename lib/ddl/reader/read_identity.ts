import type { Cursor } from "./cursor.ts";
import type { Identity } from "./parsed.ts";

/**
 * Reads what follows IDENTITY or AUTOINCREMENT: nothing, `(1, 1)`, `START 1 INCREMENT 1`, or the
 * sequence options of PostgreSQL in brackets.
 *
 * @param cursor After the keyword.
 * @returns The first value and the step; 1 and 1 when not said.
 */
export function readIdentity(cursor: Cursor): Identity {
  let identity: Identity = { start: 1, step: 1 };
  if (cursor.acceptSymbol("(")) {
    identity = cursor.word() === "" && !cursor.isSymbol(")")
      ? readPair(cursor)
      : readOptions(cursor, identity);
    cursor.expectSymbol(")");
  } else identity = readOptions(cursor, identity);
  if (!cursor.acceptWords("ORDER")) cursor.acceptWords("NOORDER");
  return identity;
}

function readPair(cursor: Cursor): Identity {
  const start = cursor.number("the first value");
  if (!cursor.acceptSymbol(",")) return { start, step: 1 };
  return { start, step: cursor.number("the step") };
}

function readOptions(cursor: Cursor, identity: Identity): Identity {
  let { start, step } = identity;
  for (;;) {
    if (cursor.acceptWords("START")) {
      cursor.acceptWords("WITH");
      start = readOptionValue(cursor);
    } else if (cursor.acceptWords("INCREMENT")) {
      cursor.acceptWords("BY");
      step = readOptionValue(cursor);
    } else if (!skipOption(cursor)) return { start, step };
  }
}

function readOptionValue(cursor: Cursor): number {
  cursor.acceptSymbol("=");
  return cursor.number("a number");
}

/** Options of a sequence that do not change which values come out. */
function skipOption(cursor: Cursor): boolean {
  for (const words of VALUELESS) if (cursor.acceptWords(words)) return true;
  for (const words of WITH_NUMBER) {
    if (cursor.acceptWords(words)) {
      cursor.number("a number");
      return true;
    }
  }
  for (const words of WITH_NAME) {
    if (cursor.acceptWords(words)) {
      cursor.qualifiedName("a name");
      return true;
    }
  }
  return false;
}

const VALUELESS = ["NO MINVALUE", "NO MAXVALUE", "NO CYCLE", "CYCLE", "LOGGED", "UNLOGGED"];
const WITH_NUMBER = ["MINVALUE", "MAXVALUE", "CACHE"];
const WITH_NAME = ["SEQUENCE NAME", "OWNED BY"];
