import type { Span } from "../errors/mod.ts";

/** A stretch of a text, cheap to make; it becomes a `Span` only when somebody must be told. */
export interface Region {
  readonly offset: number;
  readonly length: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = 0xfeff;

/** A text that knows its lines, whether they end in LF, CRLF or CR. */
export class SourceText {
  readonly text: string;
  #lineStarts: readonly number[] | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /**
   * Says where a region stands.
   *
   * @param region Offsets into the text; clipped to it.
   * @returns Line and column of its first character, counted from 1.
   */
  span(region: Region): Span {
    const offset = Math.min(region.offset, this.text.length);
    const length = Math.min(region.length, this.text.length - offset);
    const starts = this.#starts();
    const line = lastAtMost(starts, offset);
    return { offset, length, line: line + 1, column: Math.max(0, offset - starts[line]!) + 1 };
  }

  /**
   * The text of one line.
   *
   * @param line Counted from 1.
   * @returns The line without its end; empty when there is no such line.
   */
  line(line: number): string {
    const starts = this.#starts();
    const from = starts[line - 1] ?? this.text.length;
    const to = starts[line] ?? this.text.length;
    return this.text.slice(from, to).replace(/[\r\n]+$/, "");
  }

  #starts(): readonly number[] {
    this.#lineStarts ??= findLineStarts(this.text);
    return this.#lineStarts;
  }
}

function findLineStarts(text: string): readonly number[] {
  // Editors do not count a byte order mark as a column.
  const starts = [text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LINE_FEED) starts.push(i + 1);
    else if (code === CARRIAGE_RETURN && text.charCodeAt(i + 1) !== LINE_FEED) starts.push(i + 1);
  }
  return starts;
}

/** Index of the last start that is not after the offset. */
function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
