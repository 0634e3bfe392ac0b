import { mix } from "../random/mix.ts";
import { multiplyHigh } from "../random/multiply_high.ts";
import { Permutation } from "../random/permutation.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";
import type { TuplePlan } from "./ordinal_plan.ts";

/** One component of a tuple that is distinct for every row. */
export class DigitOrdinal implements OrdinalKernel {
  readonly #tuple: TuplePlan;
  readonly #index: number;
  readonly #permutation: Permutation;
  readonly #ordinals: RowBatch;

  constructor(tuple: TuplePlan, index: number, scratch: Scratch) {
    this.#ordinals = scratch.rows();
    this.#tuple = tuple;
    this.#index = index;
    this.#permutation = new Permutation(tuple.count, tuple.key);
  }

  map(rows: RowBatch): RowBatch {
    const { low } = this.#ordinals;
    const { radices, key: [keyA, keyB] } = this.#tuple;
    this.#permutation.map(rows.low, low, rows.length);
    for (let i = 0; i < rows.length; i++) {
      let rest = low[i]!;
      let before = 0;
      let digit = 0;
      for (let component = 0; component <= this.#index; component++) {
        const radix = radices[component]!;
        const turn = multiplyHigh(mix(before, keyA + component, keyB) >>> 0, radix);
        digit = (rest % radix + turn) % radix;
        rest = Math.floor(rest / radix);
        before = mix(digit ^ before, keyB, keyA + component);
      }
      low[i] = digit;
    }
    this.#ordinals.length = rows.length;
    return this.#ordinals;
  }
}
