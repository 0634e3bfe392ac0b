import type { Tokens } from "../tokens.ts";

/**
 * Writes tokens back as one line: as they stood, with every gap of blanks and comments as one
 * space.
 *
 * @param tokens Tokens of the file.
 * @param from Index of the first token.
 * @param to Index after the last token.
 * @returns The text; empty when there are no tokens.
 */
export function tokensAsText(tokens: Tokens, from: number, to: number): string {
  if (to <= from) return "";
  const text = tokens.text.slice(tokens.start(from), tokens.end(to - 1));
  if (!NEEDS_CLEANING.test(text)) return text;
  const pieces: string[] = [];
  for (let i = from; i < to; i++) {
    if (i > from && tokens.start(i) > tokens.end(i - 1)) pieces.push(" ");
    pieces.push(tokens.textOf(i));
  }
  return pieces.join("");
}

const NEEDS_CLEANING = /\s\s|[\t\r\n]|--|\/\*|\/\//;
