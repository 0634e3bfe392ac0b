import { Permutation } from "../random/permutation.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import { FamilySlots } from "./_family_slots.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";
import type { FamilyPlan } from "./ordinal_plan.ts";

/** The parent of each row, where it is settled how many rows each parent has. */
export class FamilyOrdinal implements OrdinalKernel {
  readonly #slots: FamilySlots;
  readonly #parents: Permutation;
  readonly #ordinals: RowBatch;
  readonly #places: Uint32Array;

  constructor(family: FamilyPlan, scratch: Scratch) {
    this.#slots = new FamilySlots(family);
    this.#parents = new Permutation(family.parentCount, family.parentKey);
    this.#ordinals = scratch.rows();
    this.#places = scratch.uint32();
  }

  map(rows: RowBatch): RowBatch {
    const { low } = this.#ordinals;
    this.#slots.find(rows, low, this.#places);
    this.#parents.map(low, low, rows.length);
    this.#ordinals.length = rows.length;
    return this.#ordinals;
  }
}
