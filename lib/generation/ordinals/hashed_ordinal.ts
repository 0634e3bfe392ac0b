import { drawBelow } from "../random/draw_below.ts";
import type { RandomKey } from "../random/random_key.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";

/** Uniform ordinals with repetition. */
export class HashedOrdinal implements OrdinalKernel {
  readonly #draw: { readonly count: number; readonly key: RandomKey };
  readonly #ordinals: RowBatch;

  constructor(count: number, key: RandomKey, scratch: Scratch) {
    this.#ordinals = scratch.rows();
    this.#draw = { count, key };
  }

  map(rows: RowBatch): RowBatch {
    drawBelow(rows, this.#draw, this.#ordinals.low);
    this.#ordinals.length = rows.length;
    return this.#ordinals;
  }
}
