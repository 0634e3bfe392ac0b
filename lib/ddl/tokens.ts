import { WordTable } from "./_word_table.ts";

/** What a token is. Numbers, because a file has a token every five characters. */
export const TOKEN = {
  /** Past the end of the statement. */
  none: 0,
  /** Unquoted word: keyword or identifier. */
  word: 1,
  /** `"quoted"` identifier, quotes included in its region. */
  quoted: 2,
  /** `'…'`, `E'…'`, `$$…$$`, `$tag$…$tag$`. */
  string: 3,
  number: 4,
  /** Any other single character. */
  symbol: 5,
  /** A client's own line: `!set …`, `\connect …`. */
  command: 6,
} as const;

export type TokenKind = (typeof TOKEN)[keyof typeof TOKEN];

/** The tokens of a text, as parallel columns: a large file stays small in memory. */
export class Tokens {
  readonly text: string;
  #kinds: Uint8Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  /** Numbers of the words; 0 for other tokens. */
  #words: Uint32Array;
  readonly #table: WordTable;
  #count = 0;
  readonly #breaks = new Set<number>();

  constructor(text: string) {
    const capacity = (text.length >> 2) + 16;
    this.text = text;
    this.#table = new WordTable(text);
    this.#kinds = new Uint8Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
    this.#words = new Uint32Array(capacity);
  }

  get count(): number {
    return this.#count;
  }

  /** Says that the next token starts a statement, whatever stands before it. */
  breakNext(): void {
    this.#breaks.add(this.#count);
  }

  /** Whether a token was said to start a statement. */
  breaksBefore(index: number): boolean {
    return this.#breaks.size > 0 && this.#breaks.has(index);
  }

  push(kind: TokenKind, start: number, end: number): void {
    if (this.#count === this.#kinds.length) this.#grow();
    this.#kinds[this.#count] = kind;
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#words[this.#count] = kind === TOKEN.word ? this.#table.intern(start, end) : 0;
    this.#count++;
  }

  kind(index: number): number {
    return index < this.#count ? this.#kinds[index]! : TOKEN.none;
  }

  /** Offset of the token's first character; the end of the text past the last token. */
  start(index: number): number {
    return index < this.#count ? this.#starts[index]! : this.text.length;
  }

  end(index: number): number {
    return index < this.#count ? this.#ends[index]! : this.text.length;
  }

  textOf(index: number): string {
    return this.text.slice(this.start(index), this.end(index));
  }

  /** The upper-case text of an unquoted word, else an empty string. */
  wordOf(index: number): string {
    return index < this.#count ? this.#table.upper(this.#words[index]!) : "";
  }

  /** The lower-case text of an unquoted word, else an empty string. */
  lowerOf(index: number): string {
    return index < this.#count ? this.#table.lower(this.#words[index]!) : "";
  }

  isSymbol(index: number, symbol: string): boolean {
    return this.kind(index) === TOKEN.symbol &&
      this.text.charCodeAt(this.#starts[index]!) === symbol.charCodeAt(0);
  }

  /** Whether nothing but white space or comments stands before the token on its line. */
  startsLine(index: number): boolean {
    if (index === 0) return true;
    const from = this.#ends[index - 1]!;
    for (let i = this.start(index) - 1; i >= from; i--) {
      const code = this.text.charCodeAt(i);
      if (code === 10 || code === 13) return true;
    }
    return false;
  }

  #grow(): void {
    const capacity = this.#kinds.length * 2;
    const kinds = new Uint8Array(capacity);
    const starts = new Uint32Array(capacity);
    const ends = new Uint32Array(capacity);
    const words = new Uint32Array(capacity);
    kinds.set(this.#kinds);
    starts.set(this.#starts);
    ends.set(this.#ends);
    words.set(this.#words);
    [this.#kinds, this.#starts, this.#ends, this.#words] = [kinds, starts, ends, words];
  }
}
