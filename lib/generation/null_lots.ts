import { kernelsOver } from "../kernels/mod.ts";
import type { NullPlan } from "./plan/plan_types.ts";
import { hashRows } from "./random/hash_rows.ts";
import { keyForHighWord } from "./random/key_for_high_word.ts";
import { Permutation } from "./random/permutation.ts";
import type { RowBatch } from "./row_batch.ts";
import type { Scratch } from "./scratch.ts";

/** Decides which rows of a column are NULL; columns of one foreign key share the decision. */
export class NullLots {
  readonly #plan: NullPlan;
  readonly #order: Permutation | null;
  readonly #threshold: number;
  readonly #validity: Uint8Array;
  readonly #hashes: Uint32Array;

  constructor(plan: NullPlan, scratch: Scratch) {
    this.#validity = scratch.uint8();
    this.#hashes = scratch.uint32();
    this.#plan = plan;
    const { family, rate } = plan;
    this.#order = family === undefined ? null : new Permutation(family.rowCount, family.key);
    this.#threshold = family === undefined
      ? Math.max(1, Math.round(rate * 2 ** 32))
      : 2 ** 32 - family.filled;
  }

  #draw(rows: RowBatch): void {
    const hashes = this.#hashes;
    if (this.#order === null) return hashRows(rows, this.#plan.key, hashes);
    this.#order.map(rows.low, hashes, rows.length);
    // Slots that are filled come first, and lots that are high are those of values.
    for (let i = 0; i < rows.length; i++) hashes[i] = 2 ** 32 - 1 - hashes[i]!;
  }

  /**
   * Draws the lots of a batch and leaves only the rows that have a value.
   *
   * @param rows Consecutive rows; the present ones are moved to the front and `length` is set.
   * @returns One byte a row, 1 where there is a value.
   */
  keepPresent(rows: RowBatch): Uint8Array {
    const { low, length } = rows;
    const validity = this.#validity;
    const hashes = this.#hashes;
    const threshold = this.#threshold;
    const firstIsNull = this.#plan.first && rows.high === 0 && low[0] === 0;
    const kernels = kernelsOver(low, validity);
    if (kernels !== null && this.#order === null && !firstIsNull && threshold < 2 ** 32) {
      const [keyA, keyB] = keyForHighWord(this.#plan.key, rows.high);
      const [from, to] = [low.byteOffset, validity.byteOffset];
      rows.length = kernels.keepPresent(from, length, keyA, keyB, threshold, to);
      return validity.subarray(0, length);
    }
    this.#draw(rows);
    if (firstIsNull) hashes[0] = 0;
    let kept = 0;
    for (let i = 0; i < length; i++) {
      const present = hashes[i]! >= threshold ? 1 : 0;
      validity[i] = present;
      low[kept] = low[i]!;
      kept += present;
    }
    rows.length = kept;
    return validity.subarray(0, length);
  }
}
