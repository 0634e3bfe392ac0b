import { hashRows } from "../random/hash_rows.ts";
import type { RandomKey } from "../random/random_key.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";

/** Slots of the guide table: one for each value of a hash's top twelve bits. */
const GUIDE_SLOTS = 4096;

/**
 * Ordinals with given weights. A guide table says where the search for a hash begins, so that it
 * takes about one comparison however many weights there are.
 */
export class WeightedOrdinal implements OrdinalKernel {
  readonly #thresholds: Float64Array;
  readonly #guide = new Uint32Array(GUIDE_SLOTS);
  readonly #key: RandomKey;
  readonly #ordinals: RowBatch;

  constructor(thresholds: readonly number[], key: RandomKey, scratch: Scratch) {
    this.#ordinals = scratch.rows();
    this.#thresholds = Float64Array.from(thresholds);
    this.#key = key;
    let index = 0;
    for (let slot = 0; slot < GUIDE_SLOTS; slot++) {
      while (this.#thresholds[index]! <= slot * 2 ** 20) index++;
      this.#guide[slot] = index;
    }
  }

  map(rows: RowBatch): RowBatch {
    const { low } = this.#ordinals;
    const thresholds = this.#thresholds;
    const guide = this.#guide;
    hashRows(rows, this.#key, low);
    for (let i = 0; i < rows.length; i++) {
      const hash = low[i]!;
      let index = guide[hash >>> 20]!;
      while (thresholds[index]! <= hash) index++;
      low[i] = index;
    }
    this.#ordinals.length = rows.length;
    return this.#ordinals;
  }
}
