import type { Place } from "../errors/mod.ts";
import type { DdlSource } from "./render_diagnostic.ts";
import { type Region, SourceText } from "./source_text.ts";

/** One file among those of an import. */
export interface SourceFile {
  /** Absent when the caller gave a text and no more. */
  readonly name?: string;
  readonly source: SourceText;
  /** Offset of its first character among the characters of all files. */
  readonly base: number;
}

/** The files of one import. Regions count on from file to file, so that one number says which. */
export class SourceTexts {
  readonly files: readonly SourceFile[];

  constructor(input: string | readonly DdlSource[]) {
    let base = 0;
    const inputs = typeof input === "string" ? [{ text: input }] : input;
    this.files = inputs.map(({ text, ...rest }) => {
      const file = { ...rest, source: new SourceText(text), base };
      // One more than its length, so that the end of a file is not the start of the next.
      base += text.length + 1;
      return file;
    });
  }

  /** Says in which file and where a region stands. */
  place({ offset, length }: Region): Place {
    const { name, source, base } = this.files[this.#indexOf(offset)]!;
    const span = source.span({ offset: offset - base, length });
    return name === undefined ? { span } : { source: name, span };
  }

  /** Index of the last file that does not start after the offset. */
  #indexOf(offset: number): number {
    let low = 0;
    let high = this.files.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.files[middle]!.base <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
