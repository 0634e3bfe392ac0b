import type { RowBatch } from "../row_batch.ts";
import { Permutation } from "../random/permutation.ts";
import type { FamilyPlan } from "./ordinal_plan.ts";

const GUIDE_BITS = 12;

/**
 * Says of each row in which family it is, and its place there. The rows take numbered slots in a
 * random order; families of one size lie side by side, so that a division finds the family.
 */
export class FamilySlots {
  readonly #permutation: Permutation;
  readonly #filled: number;
  readonly #sizes: Float64Array;
  /** The first slot of each size, and the first family. */
  readonly #slots: Float64Array;
  readonly #families: Float64Array;
  /** Where the search begins, by the slot's leading bits. */
  readonly #guide: Uint32Array;
  readonly #shift: number;

  constructor({ rowCount, filled, sizes, counts, key }: FamilyPlan) {
    this.#permutation = new Permutation(rowCount, key);
    this.#filled = filled;
    this.#sizes = Float64Array.from(sizes);
    this.#slots = runningSums(sizes.map((size, run) => size * counts[run]!));
    this.#families = runningSums(counts);
    this.#shift = Math.max(0, 32 - Math.clz32(Math.max(1, filled - 1)) - GUIDE_BITS);
    this.#guide = new Uint32Array(2 ** GUIDE_BITS);
    let run = 0;
    for (let entry = 0; entry < this.#guide.length; entry++) {
      const slot = entry * 2 ** this.#shift;
      while (run < sizes.length - 1 && this.#slots[run + 1]! <= slot) run++;
      this.#guide[entry] = run;
    }
  }

  /**
   * Finds the families of some rows.
   *
   * @param rows Rows of the child; one that takes no slot, and is NULL, is given some family.
   * @param families Receives the family of each.
   * @param places Receives its place among the rows of its family, from 0.
   */
  find(rows: RowBatch, families: Uint32Array, places: Uint32Array): void {
    this.#permutation.map(rows.low, places, rows.length);
    const filled = this.#filled;
    const shift = this.#shift;
    const last = this.#sizes.length - 1;
    for (let i = 0; i < rows.length; i++) {
      const slot = places[i]! % filled;
      let run = this.#guide[slot >>> shift]!;
      while (run < last && this.#slots[run + 1]! <= slot) run++;
      const size = this.#sizes[run]!;
      const offset = slot - this.#slots[run]!;
      const family = Math.floor(offset / size);
      families[i] = this.#families[run]! + family;
      places[i] = offset - family * size;
    }
  }
}

function runningSums(terms: readonly number[]): Float64Array {
  const sums = new Float64Array(terms.length);
  for (let i = 1; i < terms.length; i++) sums[i] = sums[i - 1]! + terms[i - 1]!;
  return sums;
}
