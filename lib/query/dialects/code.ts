import type { Token } from "./tokens.ts";

/** A generated text that stands for what the user wrote at `at`. */
export interface Written {
  readonly text: string;
  readonly at: number;
}

/** Pieces of a translation: tokens of the user, texts of ours, and sequences of both. */
export type Code = Token | Written | string | readonly Code[];

/** A translation with the way back: pieces in order, each from one place of the source. */
export interface FlatCode {
  readonly sql: string;
  readonly toSource: (offset: number) => number;
}

/**
 * Joins pieces between the texts of a template.
 *
 * @example
 * ```ts ignore
 * code`coalesce(${first}, ${second})`
 * ```
 */
export function code(texts: TemplateStringsArray, ...pieces: readonly Code[]): Code {
  return texts.flatMap((text, i): Code[] => i < pieces.length ? [text, pieces[i]!] : [text]);
}

/** Pieces with a separator between them. */
export function joined(pieces: readonly Code[], separator: string): Code {
  return pieces.flatMap((piece, i): Code[] => i === 0 ? [piece] : [separator, piece]);
}

/** The same code without the space before its first token. */
export function trimmed(piece: Code): Code {
  if (typeof piece === "string") return piece.trimStart();
  if (isToken(piece)) {
    return piece.lead.trim() === "" ? { text: piece.text, at: piece.from } : piece;
  }
  if ("text" in piece) return piece;
  const index = piece.findIndex((each) => each !== "");
  return index < 0 ? piece : piece.with(index, trimmed(piece[index]!));
}

interface Mark {
  readonly offset: number;
  readonly source: number;
  /** How many letters stand where they stood: those of a user's own token, none of a text of ours. */
  readonly length: number;
}

/**
 * Writes the pieces out. Nothing here recurses: a long chain of operators nests deeply.
 *
 * @param root The pieces.
 * @param lengthMax How long the text may get; a piece that stands twice can hold others that do.
 * @returns The text with its way back, or null if it gets longer.
 */
export function flatten(root: Code, lengthMax: number): FlatCode | null {
  const texts: string[] = [];
  const marks: Mark[] = [];
  const pending: Code[] = [root];
  let offset = 0;
  const push = (text: string) => {
    texts.push(text);
    offset += text.length;
  };
  while (pending.length > 0) {
    if (offset > lengthMax) return null;
    const piece = pending.pop()!;
    if (typeof piece === "string") push(piece);
    else if (isToken(piece)) {
      push(piece.lead);
      marks.push({ offset, source: piece.from, length: piece.text.length });
      push(piece.text);
    } else if ("text" in piece) {
      marks.push({ offset, source: piece.at, length: 0 });
      push(piece.text);
    } else for (let i = piece.length - 1; i >= 0; i--) pending.push(piece[i]!);
  }
  return { sql: texts.join(""), toSource: (at) => sourceOf(marks, at) };
}

function sourceOf(marks: readonly Mark[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.offset <= offset) low = middle + 1;
    else high = middle;
  }
  const mark = marks[low - 1] ?? marks[0];
  if (mark === undefined) return 0;
  return mark.source + Math.min(mark.length, Math.max(0, offset - mark.offset));
}

function isToken(piece: Exclude<Code, string>): piece is Token {
  return "kind" in piece;
}
