import { mix } from "../random/mix.ts";
import { multiplyHigh } from "../random/multiply_high.ts";
import { Permutation } from "../random/permutation.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import { tupleDigits } from "./digit_ordinal.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";
import type { RestPlan } from "./ordinal_plan.ts";

/** What tells rows apart that agree in some digits of a tuple: the other digits, as one number. */
export class RestOrdinal implements OrdinalKernel {
  readonly #plan: RestPlan;
  readonly #permutation: Permutation;
  readonly #ordinals: RowBatch;
  readonly #isShared: Uint8Array;
  readonly #digits: Float64Array;

  constructor(plan: RestPlan, scratch: Scratch) {
    const { radices, count, key } = plan.tuple;
    this.#plan = plan;
    this.#permutation = new Permutation(count, key);
    this.#ordinals = scratch.rows();
    this.#isShared = Uint8Array.from(radices, (_, index) => plan.shared.includes(index) ? 1 : 0);
    this.#digits = new Float64Array(radices.length);
  }

  map(rows: RowBatch): RowBatch {
    const { low } = this.#ordinals;
    const { tuple, count, key: [keyA, keyB] } = this.#plan;
    const isShared = this.#isShared;
    const digits = this.#digits;
    this.#permutation.map(rows.low, low, rows.length);
    for (let i = 0; i < rows.length; i++) {
      tupleDigits(tuple, low[i]!, digits);
      let rest = 0;
      let shared = 0;
      for (let index = digits.length - 1; index >= 0; index--) {
        if (isShared[index] === 1) shared = mix(digits[index]! ^ shared, keyA + index, keyB);
        else rest = rest * tuple.radices[index]! + digits[index]!;
      }
      low[i] = (rest + multiplyHigh(mix(shared, keyB, keyA) >>> 0, count)) % count;
    }
    this.#ordinals.length = rows.length;
    return this.#ordinals;
  }
}
