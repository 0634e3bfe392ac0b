import type { QueryDialect } from "./dialects/mod.ts";
import { hiddenEnd, isCommentAt } from "./_hidden_end.ts";

/** A `:name` of a text. */
export interface FoundParameter {
  readonly name: string;
  /** UTF-16 offset of the colon. */
  readonly offset: number;
  /** With the colon. */
  readonly length: number;
}

/**
 * Finds the parameters of a text: each `:name` where a value can stand. A colon in a string or a
 * comment is none, nor is `::type`, nor one that follows a value, as in Snowflake's `document:field`
 * and the slices of lists.
 *
 * @param sql Any number of statements.
 * @param dialect Whose quotes and comments count.
 */
export function findParameters(sql: string, dialect: QueryDialect): readonly FoundParameter[] {
  const found: FoundParameter[] = [];
  let before: Before = "other";
  let hasGap = false;
  let at = 0;
  while (at < sql.length) {
    const hidden = hiddenEnd(sql, at, dialect);
    if (hidden > at) {
      if (isCommentAt(sql, at)) hasGap = true;
      else [before, hasGap] = ["value", false];
      at = hidden;
      continue;
    }
    const { kind, length } = pieceAt(sql, at);
    if (kind === "space") hasGap = true;
    else {
      const isFree = before === "other" || (before === "word" && hasGap);
      if (kind === "parameter" && isFree) {
        found.push({ name: sql.slice(at + 1, at + length), offset: at, length });
      }
      before = nextBefore(kind, { before, word: sql.slice(at, at + length) });
      hasGap = false;
    }
    at += length;
  }
  return found;
}

/** What stands before a place: a value may be followed by a path, a word by a value. */
type Before = "value" | "word" | "subscript" | "other";

type Kind = "space" | "word" | "number" | "parameter" | "open" | "close" | "other";

const PIECES: readonly (readonly [Kind, RegExp])[] = [
  ["space", /\s+/y],
  ["word", /[\p{L}_][\p{L}\p{N}_$]*/uy],
  ["number", /(?:\d[\d.]*(?:[eE][+-]?\d+)?|\.\d+)/y],
  ["parameter", /:[\p{L}_][\p{L}\p{N}_]*/uy],
  ["other", /::/y],
  ["open", /\[/y],
  ["close", /[)\]}]/y],
];

function pieceAt(sql: string, at: number): { readonly kind: Kind; readonly length: number } {
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = at;
    const match = pattern.exec(sql);
    if (match !== null) return { kind, length: match[0].length };
  }
  return { kind: "other", length: 1 };
}

function nextBefore(
  kind: Kind,
  { before, word }: { readonly before: Before; readonly word: string },
): Before {
  switch (kind) {
    case "word":
      return word.toUpperCase() === "ARRAY" ? "other" : "word";
    case "open":
      // In `list[:last]` the colon is a slice's.
      return before === "other" ? "other" : "subscript";
    case "number":
    case "parameter":
    case "close":
      return "value";
    default:
      return "other";
  }
}
