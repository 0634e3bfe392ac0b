import { kernelsOver } from "../../kernels/mod.ts";
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
  readonly #permutation: Permutation;
  readonly #ordinals: RowBatch;
  /** As many digits as are needed to know the last of them. */
  readonly #digits: Float64Array;
  readonly #radices: Float64Array;

  constructor(tuple: TuplePlan, index: number, scratch: Scratch) {
    this.#tuple = tuple;
    this.#permutation = new Permutation(tuple.count, tuple.key);
    this.#ordinals = scratch.rows();
    this.#digits = new Float64Array(index + 1);
    this.#radices = scratch.keep(Float64Array.from(tuple.radices));
  }

  map(rows: RowBatch): RowBatch {
    const { low } = this.#ordinals;
    const digits = this.#digits;
    const last = digits.length - 1;
    this.#permutation.map(rows.low, low, rows.length);
    this.#ordinals.length = rows.length;
    const kernels = kernelsOver(low, this.#radices);
    if (kernels !== null) {
      const [keyA, keyB] = this.#tuple.key;
      const { byteOffset } = this.#radices;
      const at = low.byteOffset;
      kernels.lastDigits(at, rows.length, byteOffset, digits.length, keyA, keyB, at);
      return this.#ordinals;
    }
    for (let i = 0; i < rows.length; i++) {
      tupleDigits(this.#tuple, low[i]!, digits);
      low[i] = digits[last]!;
    }
    return this.#ordinals;
  }
}

/**
 * Writes a number in a tuple's mixed radix, each digit turned by a hash of those before it.
 *
 * @param tuple The radices and the key of the turns.
 * @param value The row's permuted index.
 * @param digits Receives as many digits as it has room for, the first component first.
 */
export function tupleDigits(
  { radices, key }: TuplePlan,
  value: number,
  digits: Float64Array,
): void {
  const keyA = key[0];
  const keyB = key[1];
  let rest = value;
  let before = 0;
  for (let component = 0; component < digits.length; component++) {
    const radix = radices[component]!;
    const turn = multiplyHigh(mix(before, keyA + component, keyB) >>> 0, radix);
    const digit = (rest % radix + turn) % radix;
    digits[component] = digit;
    rest = Math.floor(rest / radix);
    before = mix(digit ^ before, keyB, keyA + component);
  }
}
