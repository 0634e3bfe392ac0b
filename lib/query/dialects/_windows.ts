import { type Code, joined } from "./code.ts";
import type { OrderKey } from "./functions/function_rule.ts";
import type { Expression } from "./expression.ts";
import type { Reader } from "./reader.ts";
import { spanning, textOf } from "./values.ts";
import { code, trimmed } from "./code.ts";

/** A window as the user described it. */
export interface Window {
  readonly code: Code;
  readonly ordered: boolean;
  readonly framed: boolean;
}

/** Reads `OVER (…)` or `OVER name`. */
export function readOver(reader: Reader): Window {
  const over = reader.expectWord("OVER");
  if (!reader.isOperator("(")) return { code: [over, reader.take()], ordered: true, framed: true };
  const window = readWindow(reader);
  return { ...window, code: [over, window.code] };
}

/** Reads a window in brackets. */
export function readWindow(reader: Reader): Window {
  const open = reader.expectOperator("(");
  const base = reader.peek().kind === "word" &&
      !["PARTITION", "ORDER", "ROWS", "RANGE", "GROUPS"].includes(reader.peek().value)
    ? reader.take()
    : "";
  const partition = reader.accept("PARTITION", "BY");
  const keys = partition === null ? [] : [
    partition,
    reader.list(() => reader.expression()).map(({ item, comma }) => [comma, item.code]),
  ];
  const order = readOrderBy(reader);
  const frame = readFrame(reader);
  const close = reader.expectOperator(")");
  return {
    code: [open, base, keys, order === null ? "" : order.code, frame, close],
    ordered: order !== null,
    framed: frame.length > 0,
  };
}

const FRAMES = new Set(["ROWS", "RANGE", "GROUPS"]);

/** A frame holds numbers and keywords alone, which the engine has all. */
function readFrame(reader: Reader): readonly Code[] {
  if (!reader.isOneOf(FRAMES)) return [];
  if (reader.rules.dialect === "redshift" && !reader.isWord("ROWS")) {
    reader.unsupported(
      `A frame of ${reader.peek().value}`,
      "Write the frame in ROWS",
      reader.peek(),
    );
  }
  const pieces: Code[] = [];
  while (!reader.isOperator(")")) {
    if (reader.isWord("INTERVAL")) pieces.push(reader.expression(80).code);
    else if (["word", "number"].includes(reader.peek().kind)) pieces.push(reader.take());
    else reader.syntax("expected the bounds of the frame");
  }
  return pieces;
}

export interface Order {
  readonly keys: readonly OrderKey[];
  readonly code: Code;
}

/** Reads `ORDER BY …` if it follows. */
export function readOrderBy(reader: Reader): Order | null {
  const words = reader.accept("ORDER", "BY");
  if (words === null) return null;
  const keys = reader.list(() => readKey(reader)).map(({ item }) => item);
  return { keys, code: [words, joined(keys.map((key) => key.code), ",")] };
}

/** NULL is the greatest value in all three dialects, so it comes first in descending order. */
function readKey(reader: Reader): OrderKey {
  const expression = readAll(reader) ?? reader.expression();
  const direction = reader.accept("ASC") ?? reader.accept("DESC");
  const descending = direction?.at(0)?.value === "DESC";
  const nulls = reader.accept("NULLS", "FIRST") ?? reader.accept("NULLS", "LAST");
  const ending = [direction ?? "", nulls ?? (descending ? " NULLS FIRST" : "")];
  const positional = expression.literal?.kind === "number" || expression.word === "ALL";
  if (expression.holds === "variant" && !positional) {
    const text = textOf(expression);
    const number = code` TRY_CAST(${trimmed(text)} AS DOUBLE)`;
    return { expression, descending, code: [number, ending, ", ", text, ending] };
  }
  return { expression, descending, code: [expression.code, ending] };
}

/** `ORDER BY ALL` of Snowflake: by every column, from the first on. */
function readAll(reader: Reader): Expression | null {
  if (reader.rules.dialect !== "snowflake" || !reader.isWord("ALL")) return null;
  const all = reader.take();
  return spanning(all, all, { code: all, word: "ALL" });
}
