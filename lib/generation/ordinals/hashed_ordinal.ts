import { hashRows } from "../random/hash_rows.ts";
import type { RandomKey } from "../random/random_key.ts";
import { scaleHashes } from "../random/scale_hashes.ts";
import { createRowBatch, type RowBatch } from "../row_batch.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";

/** Uniform ordinals with repetition. */
export class HashedOrdinal implements OrdinalKernel {
  readonly #count: number;
  readonly #key: RandomKey;
  readonly #ordinals = createRowBatch();

  constructor(count: number, key: RandomKey) {
    this.#count = count;
    this.#key = key;
  }

  map(rows: RowBatch): RowBatch {
    const { low } = this.#ordinals;
    hashRows(rows, this.#key, low);
    scaleHashes(low, rows.length, this.#count);
    this.#ordinals.length = rows.length;
    return this.#ordinals;
  }
}
