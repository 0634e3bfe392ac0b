import { Permutation } from "../random/permutation.ts";
import type { RandomKey } from "../random/random_key.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";

/** Ordinals by a keyed bijection; rows are below 2^32, as the plan has seen to. */
export class PermutedOrdinal implements OrdinalKernel {
  readonly #permutation: Permutation;
  readonly #ordinals: RowBatch;

  constructor(count: number, key: RandomKey, scratch: Scratch) {
    this.#ordinals = scratch.rows();
    this.#permutation = new Permutation(count, key);
  }

  map(rows: RowBatch): RowBatch {
    this.#permutation.map(rows.low, this.#ordinals.low, rows.length);
    this.#ordinals.length = rows.length;
    return this.#ordinals;
  }
}
