import { textWidth } from "./text_width.ts";

export interface WrapOptions {
  /** Columns of the terminal; Infinity leaves everything in one line. */
  readonly width: number;
  /** Columns that lines after the first are indented by. */
  readonly indent: number;
  /** Columns of the first line that are taken already. */
  readonly taken?: number;
}

/**
 * Breaks a text between its words, so that the terminal does not break them.
 *
 * @param text Words with single blanks; a word that is too long gets a line of its own.
 * @param options Room.
 */
export function wrapText(text: string, { width, indent, taken = indent }: WrapOptions): string {
  let used = taken;
  let wrapped = "";
  for (const [at, word] of text.split(" ").entries()) {
    const length = textWidth(word);
    if (at > 0 && used + 1 + length > width) {
      wrapped += `\n${" ".repeat(indent)}${word}`;
      used = indent + length;
    } else {
      wrapped += at > 0 ? ` ${word}` : word;
      used += length + (at > 0 ? 1 : 0);
    }
  }
  return wrapped;
}
