import { kernelsOver } from "../../kernels/mod.ts";
import { drawBelow } from "../random/draw_below.ts";
import type { RandomKey } from "../random/random_key.ts";
import type { RowBatch } from "../row_batch.ts";
import type { PieceRange } from "./_text_arena.ts";

/** Says, for every row, which piece of the arena stands in one place of the text. */
export interface PartChooser {
  choose(ordinals: RowBatch, slots: Uint32Array): void;
}

/** One of a range of pieces at random; of a range of one, that one. */
export class RandomChooser implements PartChooser {
  readonly #draw: PieceRange & { readonly key: RandomKey };

  constructor({ first, count }: PieceRange, key: RandomKey) {
    this.#draw = { first, count, key };
  }

  choose(ordinals: RowBatch, slots: Uint32Array): void {
    if (this.#draw.count === 1) slots.fill(this.#draw.first, 0, ordinals.length);
    else drawBelow(ordinals, this.#draw, slots);
  }
}

/** The piece of some digits of the ordinal: `floor(ordinal / divisor) mod count`. */
export class DigitsChooser implements PartChooser {
  readonly #range: PieceRange;
  readonly #divisor: number;

  constructor(range: PieceRange, divisor: number) {
    this.#range = range;
    this.#divisor = divisor;
  }

  choose(ordinals: RowBatch, slots: Uint32Array): void {
    const { first, count } = this.#range;
    const divisor = this.#divisor;
    const base = ordinals.high * 2 ** 32;
    const { low, length } = ordinals;
    const kernels = kernelsOver(low, slots);
    if (kernels !== null) {
      const to = slots.byteOffset;
      return kernels.chooseDigits(low.byteOffset, length, base, divisor, count, first, to);
    }
    for (let i = 0; i < length; i++) {
      const quotient = Math.floor((base + low[i]!) / divisor);
      slots[i] = first + (quotient - Math.floor(quotient / count) * count);
    }
  }
}
