import { mix } from "../random/mix.ts";
import { multiplyHigh } from "../random/multiply_high.ts";
import { Permutation } from "../random/permutation.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import { FamilySlots } from "./_family_slots.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";
import type { MemberPlan } from "./ordinal_plan.ts";

/** A number that differs between all rows of one parent: 0, 1, 2 …, or any of more. */
export class MemberOrdinal implements OrdinalKernel {
  readonly #slots: FamilySlots;
  readonly #turn:
    | { readonly plan: NonNullable<MemberPlan["turn"]>; readonly order: Permutation }
    | null;
  readonly #ordinals: RowBatch;
  readonly #families: Uint32Array;

  constructor({ family, turn }: MemberPlan, scratch: Scratch) {
    this.#slots = new FamilySlots(family);
    this.#turn = turn && { plan: turn, order: new Permutation(turn.count, turn.key) };
    this.#ordinals = scratch.rows();
    this.#families = scratch.uint32();
  }

  map(rows: RowBatch): RowBatch {
    const { low } = this.#ordinals;
    const families = this.#families;
    this.#slots.find(rows, families, low);
    this.#ordinals.length = rows.length;
    if (this.#turn === null) return this.#ordinals;
    const { plan: { count, key: [keyA, keyB] }, order } = this.#turn;
    // Neighbours on a circle that every family enters elsewhere; the order hides the neighbourhood.
    for (let i = 0; i < rows.length; i++) {
      const start = multiplyHigh(mix(families[i]!, keyB, keyA) >>> 0, count);
      low[i] = (low[i]! + start) % count;
    }
    order.map(low, low, rows.length);
    return this.#ordinals;
  }
}
