import type { PageValues } from "../../columns/mod.ts";
import { drawBelow } from "../random/draw_below.ts";
import { hashRows } from "../random/hash_rows.ts";
import type { RandomKey } from "../random/random_key.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { Domain } from "./domain.ts";
import type { DomainKernel } from "./domain_kernel.ts";
import { patternChunks } from "./pattern_chunks.ts";

/** A form with its characters as bytes. */
interface BoundForm {
  /** Which chunk decides each place, and by which digit: `floor(number / divisor) mod count`. */
  readonly chunks: Uint8Array;
  readonly divisors: Float64Array;
  /** The characters of each place, as UTF-8. */
  readonly pieces: readonly (readonly Uint8Array[])[];
  /** The same where all characters are of one byte: of each place, one after another. */
  readonly bytes: Uint8Array | null;
  /** Where the characters of each place begin in `bytes`, and how many they are. */
  readonly firsts: Uint32Array;
  readonly counts: Float64Array;
}

/** Texts of a pattern: written place by place, from 32-bit numbers that decide some places each. */
export class PatternDomain implements DomainKernel {
  readonly #forms: readonly BoundForm[];
  /** Where the ordinals of each form begin; empty when texts are drawn. */
  readonly #starts: Float64Array;
  readonly #key: RandomKey;
  readonly #numbers: readonly Uint32Array[];
  readonly #chosen: Uint32Array;
  readonly #bytesMax: number;
  #plain = new Uint8Array(0);

  constructor({ forms, counts, key }: Extract<Domain, { kind: "pattern" }>, scratch: Scratch) {
    const places = new Map<string, readonly Uint8Array[]>();
    this.#forms = forms.map((form) => bindForm(form, places));
    const chunkCount = Math.max(...this.#forms.map(({ chunks }) => 1 + Math.max(0, ...chunks)));
    this.#numbers = Array.from({ length: chunkCount }, () => scratch.uint32());
    this.#chosen = scratch.uint32();
    this.#key = key;
    this.#bytesMax = 4 + Math.max(...forms.map(longestOf));
    let start = 0;
    this.#starts = Float64Array.from(counts ?? [], (count) => (start += count) - count);
  }

  values(ordinals: RowBatch): PageValues {
    const { length } = ordinals;
    this.#decide(ordinals);
    if (this.#plain.length < length * this.#bytesMax) {
      this.#plain = new Uint8Array(length * this.#bytesMax);
    }
    const plain = this.#plain;
    let at = 0;
    for (let row = 0; row < length; row++) {
      const start = at;
      const form = this.#forms[this.#chosen[row]!]!;
      at = form.bytes === null
        ? this.#write(form, row, at + 4)
        : this.#writeBytes(form, row, at + 4);
      const bytes = at - start - 4;
      plain[start] = bytes;
      plain[start + 1] = bytes >>> 8;
      plain[start + 2] = bytes >>> 16;
      plain[start + 3] = bytes >>> 24;
    }
    return { kind: "bytes", data: plain.subarray(0, at) };
  }

  /** Chooses forms, and fills the numbers that decide the places. */
  #decide(ordinals: RowBatch): void {
    const [keyA, keyB] = this.#key;
    this.#numbers.forEach((numbers, chunk) => hashRows(ordinals, [keyA + chunk, keyB], numbers));
    const isCounted = this.#starts.length > 0;
    if (!isCounted) {
      const draw = { count: this.#forms.length, key: [~keyA, keyB] as const };
      return drawBelow(ordinals, draw, this.#chosen);
    }
    const [counted, chosen, starts] = [this.#numbers[0]!, this.#chosen, this.#starts];
    const { low, length } = ordinals;
    for (let row = 0; row < length; row++) {
      let form = starts.length - 1;
      while (low[row]! < starts[form]!) form--;
      chosen[row] = form;
      counted[row] = low[row]! - starts[form]!;
    }
  }

  /** From the last place to the first, as each chunk's number gives its digits away. */
  #writeBytes(form: BoundForm, row: number, at: number): number {
    const { chunks, counts, firsts } = form;
    const bytes = form.bytes!;
    const plain = this.#plain;
    let chunk = -1;
    let number = 0;
    for (let place = chunks.length - 1; place >= 0; place--) {
      if (chunks[place] !== chunk) {
        chunk = chunks[place]!;
        number = this.#numbers[chunk]![row]!;
      }
      const count = counts[place]!;
      const rest = Math.floor(number / count);
      plain[at + place] = bytes[firsts[place]! + number - rest * count]!;
      number = rest;
    }
    return at + chunks.length;
  }

  #write({ chunks, divisors, pieces }: BoundForm, row: number, start: number): number {
    const plain = this.#plain;
    let at = start;
    for (let place = 0; place < pieces.length; place++) {
      const choices = pieces[place]!;
      const number = this.#numbers[chunks[place]!]![row]!;
      const piece = choices[Math.floor(number / divisors[place]!) % choices.length]!;
      for (let i = 0; i < piece.length; i++) plain[at++] = piece[i]!;
    }
    return at;
  }
}

/** @param known Places that were met before: repeats have the same characters many times. */
function bindForm(
  form: readonly string[],
  known: Map<string, readonly Uint8Array[]>,
): BoundForm {
  const encoder = new TextEncoder();
  const pieces = form.map((place) => {
    const encoded = known.get(place) ?? Array.from(place, (each) => encoder.encode(each));
    known.set(place, encoded);
    return encoded;
  });
  const chunks = new Uint8Array(form.length);
  const divisors = new Float64Array(form.length);
  patternChunks(form).forEach(({ places }, chunk) => {
    let divisor = 1;
    for (const place of places) {
      chunks[place] = chunk;
      divisors[place] = divisor;
      divisor *= pieces[place]!.length;
    }
  });
  const counts = Float64Array.from(pieces, ({ length }) => length);
  const all = pieces.flat();
  let first = 0;
  const firsts = Uint32Array.from(pieces, ({ length }) => (first += length) - length);
  const isPlain = all.every(({ length }) => length === 1);
  const bytes = isPlain ? Uint8Array.from(all, ([byte]) => byte!) : null;
  return { chunks, divisors, pieces, bytes, firsts, counts };
}

/** UTF-8 takes up to four bytes a character. */
function longestOf(form: readonly string[]): number {
  return 4 * form.length;
}
