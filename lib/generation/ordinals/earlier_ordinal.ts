import { kernelsOver } from "../../kernels/mod.ts";
import { hashRows } from "../random/hash_rows.ts";
import { keyForHighWord } from "../random/key_for_high_word.ts";
import { multiplyHigh } from "../random/multiply_high.ts";
import type { RandomKey } from "../random/random_key.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";

/** A row before this one, uniformly: following it always ends at row 0, so there are no cycles. */
export class EarlierOrdinal implements OrdinalKernel {
  readonly #key: RandomKey;
  readonly #ordinals: RowBatch;

  constructor(key: RandomKey, scratch: Scratch) {
    this.#ordinals = scratch.rows();
    this.#key = key;
  }

  map(rows: RowBatch): RowBatch {
    const { low } = this.#ordinals;
    this.#ordinals.length = rows.length;
    const kernels = kernelsOver(rows.low, low);
    if (kernels !== null) {
      const [keyA, keyB] = keyForHighWord(this.#key, rows.high);
      kernels.drawEarlier(rows.low.byteOffset, rows.length, keyA, keyB, low.byteOffset);
      return this.#ordinals;
    }
    hashRows(rows, this.#key, low);
    for (let i = 0; i < rows.length; i++) low[i] = multiplyHigh(low[i]!, rows.low[i]!);
    return this.#ordinals;
  }
}
