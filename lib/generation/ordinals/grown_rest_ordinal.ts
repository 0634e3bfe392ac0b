import { mix } from "../random/mix.ts";
import { multiplyHigh } from "../random/multiply_high.ts";
import { Permutation } from "../random/permutation.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import { tupleDigits } from "./digit_ordinal.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";
import type { GrownRestPlan, RestStep } from "./ordinal_plan.ts";

/** The rest of a tuple whose components have grown. */
export class GrownRestOrdinal implements OrdinalKernel {
  readonly #plan: GrownRestPlan;
  readonly #permutation: Permutation;
  readonly #ordinals: RowBatch;
  readonly #isShared: Uint8Array;
  readonly #digits: Float64Array;

  constructor(plan: GrownRestPlan, scratch: Scratch) {
    const { radices, count, key } = plan.tuple;
    this.#plan = plan;
    this.#permutation = new Permutation(count, key);
    this.#ordinals = scratch.rows();
    this.#isShared = Uint8Array.from(radices, (_, index) => plan.shared.includes(index) ? 1 : 0);
    this.#digits = new Float64Array(radices.length);
  }

  map(rows: RowBatch): RowBatch {
    const { low } = this.#ordinals;
    const { tuple, offsets } = this.#plan;
    const digits = this.#digits;
    this.#permutation.map(rows.low, low, rows.length);
    for (let i = 0; i < rows.length; i++) {
      tupleDigits(tuple, low[i]!, digits);
      for (let index = 0; index < digits.length; index++) digits[index]! += offsets[index]!;
      low[i] = this.#rest();
    }
    this.#ordinals.length = rows.length;
    return this.#ordinals;
  }

  #rest(): number {
    const { steps, key: [keyA, keyB] } = this.#plan;
    const digits = this.#digits;
    const isShared = this.#isShared;
    let born = 0;
    let shell = 0;
    let shared = 0;
    for (let index = digits.length - 1; index >= 0; index--) {
      const step = this.#stepOf(index);
      if (isShared[index] === 0) {
        shell = Math.max(shell, step);
        continue;
      }
      shared = mix(digits[index]! ^ shared, keyA + index, keyB);
      born = Math.max(born, step);
    }
    const number = this.#numberIn(shell);
    let level = born;
    while (number >= steps[level]!.count) level++;
    const first = level === born ? 0 : steps[level - 1]!.count;
    const width = steps[level]!.count - first;
    const turn = multiplyHigh(mix(shared, keyB, keyA) >>> 0, width);
    return first + (number - first + turn) % width;
  }

  /** The step at which a digit came to be. */
  #stepOf(index: number): number {
    const { steps } = this.#plan;
    let step = 0;
    while (this.#digits[index]! >= steps[step]!.radices[index]!) step++;
    return step;
  }

  /** The other digits as one number: those of earlier steps first. */
  #numberIn(shell: number): number {
    const { steps } = this.#plan;
    const { radices } = steps[shell]!;
    if (shell === 0) return this.#numberOf(-1, { radices, count: 0 }, radices);
    const before = steps[shell - 1]!;
    let number = this.#sizeOf(radices.length, before.radices, before.radices);
    for (let index = 0; index < radices.length; index++) {
      if (this.#isShared[index] === 1) continue;
      if (this.#digits[index]! >= before.radices[index]!) {
        return number + this.#numberOf(index, before, radices);
      }
      const grown = radices[index]! - before.radices[index]!;
      number += grown * this.#sizeOf(index, before.radices, radices) / radices[index]!;
    }
    return number;
  }

  /** How many there are of old values of the first digits and new ones of the others. */
  #sizeOf(count: number, old: readonly number[], radices: readonly number[]): number {
    let size = 1;
    for (let index = 0; index < radices.length; index++) {
      if (this.#isShared[index] === 0) size *= index < count ? old[index]! : radices[index]!;
    }
    return size;
  }

  /** A number within a box of the shell: that of which one digit, `grown`, is new. */
  #numberOf(grown: number, before: RestStep, radices: readonly number[]): number {
    const digits = this.#digits;
    let number = 0;
    for (let index = digits.length - 1; index >= 0; index--) {
      if (this.#isShared[index] === 1) continue;
      const first = index === grown ? before.radices[index]! : 0;
      const end = index < grown ? before.radices[index]! : radices[index]!;
      number = number * (end - first) + digits[index]! - first;
    }
    return number;
  }
}
