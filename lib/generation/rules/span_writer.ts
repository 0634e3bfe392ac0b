import type { SpanVector } from "./vector.ts";

/** Writes texts one after another into the array of a vector, which grows as it must. */
export class SpanWriter {
  readonly #vector: SpanVector;
  #bytes = new Uint8Array(0);
  #at = 0;
  #row = 0;
  #start = 0;

  constructor(vector: SpanVector) {
    this.#vector = vector;
  }

  /** @param expected Bytes to make room for at first. */
  start(expected: number): void {
    this.#room(expected, 0);
    this.#at = this.#row = this.#start = 0;
  }

  /** Copies bytes behind what is there of the row's text. */
  add(bytes: Uint8Array, from: number, length: number): void {
    if (this.#at + length > this.#bytes.length) this.#room(this.#at + length, this.#at);
    const target = this.#bytes;
    const at = this.#at;
    for (let i = 0; i < length; i++) target[at + i] = bytes[from + i]!;
    this.#at = at + length;
  }

  /** Ends the row's text. */
  endRow(): void {
    this.#vector.starts[this.#row] = this.#start;
    this.#vector.lengths[this.#row] = this.#at - this.#start;
    this.#row++;
    this.#start = this.#at;
  }

  finish(): void {
    this.#vector.bytes = this.#bytes;
  }

  #room(needed: number, kept: number): void {
    if (this.#bytes.length >= needed) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    grown.set(this.#bytes.subarray(0, kept));
    this.#bytes = grown;
  }
}

/** Writes the texts of one row, one behind the other. */
export function copySpans(writer: SpanWriter, spans: readonly SpanVector[], row: number): void {
  for (const { bytes, starts, lengths } of spans) writer.add(bytes, starts[row]!, lengths[row]!);
  writer.endRow();
}
