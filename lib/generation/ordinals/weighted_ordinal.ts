import { type KernelFunctions, kernelsOver } from "../../kernels/mod.ts";
import { hashRows } from "../random/hash_rows.ts";
import { keyForHighWord } from "../random/key_for_high_word.ts";
import type { RandomKey } from "../random/random_key.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";

/** Slots of the guide table: one for each value of a hash's top twelve bits. */
const GUIDE_SLOTS = 4096;

/** So many comparisons of four hashes at once take no longer than a search for each. */
const COMPARED_MAX = 8;

/**
 * Ordinals with given weights. A guide table says where the search for a hash begins, so that it
 * takes about one comparison however many weights there are.
 */
export class WeightedOrdinal implements OrdinalKernel {
  readonly #thresholds: Float64Array;
  readonly #guide: Uint32Array;
  /** The thresholds that a hash can reach. */
  readonly #reachable: Uint32Array;
  readonly #key: RandomKey;
  readonly #ordinals: RowBatch;

  constructor(thresholds: readonly number[], key: RandomKey, scratch: Scratch) {
    this.#ordinals = scratch.rows();
    this.#thresholds = scratch.keep(Float64Array.from(thresholds));
    this.#reachable = scratch.keep(Uint32Array.from(thresholds.filter((each) => each < 2 ** 32)));
    this.#key = key;
    const guide = new Uint32Array(GUIDE_SLOTS);
    let index = 0;
    for (let slot = 0; slot < GUIDE_SLOTS; slot++) {
      while (this.#thresholds[index]! <= slot * 2 ** 20) index++;
      guide[slot] = index;
    }
    this.#guide = scratch.keep(guide);
  }

  map(rows: RowBatch): RowBatch {
    const { low } = this.#ordinals;
    const thresholds = this.#thresholds;
    const guide = this.#guide;
    this.#ordinals.length = rows.length;
    const kernels = kernelsOver(rows.low, low, guide);
    if (kernels !== null && kernels === kernelsOver(thresholds, this.#reachable)) {
      this.#drawBy(kernels, rows);
      return this.#ordinals;
    }
    hashRows(rows, this.#key, low);
    for (let i = 0; i < rows.length; i++) {
      const hash = low[i]!;
      let index = guide[hash >>> 20]!;
      while (thresholds[index]! <= hash) index++;
      low[i] = index;
    }
    return this.#ordinals;
  }

  #drawBy(kernels: KernelFunctions, rows: RowBatch): void {
    const [keyA, keyB] = keyForHighWord(this.#key, rows.high);
    const { low: { byteOffset: from }, length } = rows;
    const to = this.#ordinals.low.byteOffset;
    const { byteOffset, length: count } = this.#reachable;
    if (count <= COMPARED_MAX) {
      kernels.drawWeightedFew(from, length, keyA, keyB, byteOffset, count, to);
    } else {
      const guide = this.#guide.byteOffset;
      kernels.drawWeighted(from, length, keyA, keyB, this.#thresholds.byteOffset, guide, to);
    }
  }
}
