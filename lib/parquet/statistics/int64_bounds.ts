import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import { kernelsOver } from "../../kernels/mod.ts";
import { highWord, lowWord } from "../bytes/int64_words.ts";
import type { Bounds, BoundsTracker } from "./bounds.ts";

/** Turns the unsigned order of a word into signed order. */
const FLIP = 0x80000000 | 0;
const FLIP_64 = -(1n << 63n);

/** Bounds of INT64, compared exactly, word by word: signed, or unsigned where the annotation says so. */
export class Int64Bounds implements BoundsTracker {
  readonly #flip: number;
  // The high word first; the low word with its top bit flipped, so that it compares unsigned.
  #minHigh = 0;
  #minLow = 0;
  #maxHigh = 0;
  #maxLow = 0;
  #seen = false;

  constructor({ signed }: { signed: boolean }) {
    this.#flip = signed ? 0 : FLIP;
  }

  reset(): void {
    this.#seen = false;
  }

  add(values: PageValues, count: number): void {
    if (count === 0) return;
    if (values.kind === "sequence") {
      const { first, step } = values;
      const last = first + (count - 1) * step;
      const ends = Int32Array.of(lowWord(first), highWord(first), lowWord(last), highWord(last));
      this.#addSpan(ends, 2);
    } else {
      invariant(values.kind === "int64", "an INT64 column has values of kind int64");
      const { data } = values;
      const kernels = kernelsOver(data);
      if (kernels === null) this.#addSpan(data, count);
      else {
        kernels.boundInt64(data.byteOffset, count, this.#flip === 0 ? 0n : FLIP_64);
        this.#addSpan(new Int32Array(data.buffer, kernels.boundsFound(), 4), 2);
      }
    }
  }

  bounds(): Bounds | null {
    if (!this.#seen) return null;
    return {
      min: this.#bytes(this.#minLow, this.#minHigh),
      max: this.#bytes(this.#maxLow, this.#maxHigh),
      minExact: true,
      maxExact: true,
    };
  }

  #bytes(low: number, high: number): Uint8Array {
    return new Uint8Array(Int32Array.of(low ^ FLIP, high ^ this.#flip).buffer);
  }

  #addSpan(words: Int32Array, count: number): void {
    const flip = this.#flip;
    if (!this.#seen) {
      this.#minLow = this.#maxLow = words[0]! ^ FLIP;
      this.#minHigh = this.#maxHigh = words[1]! ^ flip;
      this.#seen = true;
    }
    let minHigh = this.#minHigh;
    let minLow = this.#minLow;
    let maxHigh = this.#maxHigh;
    let maxLow = this.#maxLow;
    for (let i = 0; i < 2 * count; i += 2) {
      const high = words[i + 1]! ^ flip;
      const low = words[i]! ^ FLIP;
      if (high < minHigh || (high === minHigh && low < minLow)) {
        minHigh = high;
        minLow = low;
      }
      if (high > maxHigh || (high === maxHigh && low > maxLow)) {
        maxHigh = high;
        maxLow = low;
      }
    }
    this.#minHigh = minHigh;
    this.#minLow = minLow;
    this.#maxHigh = maxHigh;
    this.#maxLow = maxLow;
  }
}
