import { drawBelow } from "../random/draw_below.ts";
import type { RandomKey } from "../random/random_key.ts";
import { createRowBatch, type RowBatch } from "../row_batch.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";

/** Uniform ordinals with repetition. */
export class HashedOrdinal implements OrdinalKernel {
  readonly #draw: { readonly count: number; readonly key: RandomKey };
  readonly #ordinals = createRowBatch();

  constructor(count: number, key: RandomKey) {
    this.#draw = { count, key };
  }

  map(rows: RowBatch): RowBatch {
    drawBelow(rows, this.#draw, this.#ordinals.low);
    this.#ordinals.length = rows.length;
    return this.#ordinals;
  }
}
