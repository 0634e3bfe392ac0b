import { hashRows } from "../random/hash_rows.ts";
import type { RandomKey } from "../random/random_key.ts";
import { scaleHashes } from "../random/scale_hashes.ts";
import type { RowBatch } from "../row_batch.ts";

/** Says, for every row, which slot of the arena one piece of the text is. */
export interface PartChooser {
  choose(ordinals: RowBatch, slots: Uint32Array): void;
}

/** The same slot in every row. */
export class ConstantChooser implements PartChooser {
  readonly #slot: number;

  constructor(slot: number) {
    this.#slot = slot;
  }

  choose(ordinals: RowBatch, slots: Uint32Array): void {
    slots.fill(this.#slot, 0, ordinals.length);
  }
}

/** One of `count` slots from `first` on, at random. */
export class RandomChooser implements PartChooser {
  readonly #first: number;
  readonly #count: number;
  readonly #key: RandomKey;

  constructor(first: number, count: number, key: RandomKey) {
    this.#first = first;
    this.#count = count;
    this.#key = key;
  }

  choose(ordinals: RowBatch, slots: Uint32Array): void {
    hashRows(ordinals, this.#key, slots);
    scaleHashes(slots, ordinals.length, this.#count);
    const first = this.#first;
    for (let i = 0; i < ordinals.length; i++) slots[i] = slots[i]! + first;
  }
}

/** The slot of some digits of the ordinal: `floor(ordinal / divisor) mod count`. */
export class DigitsChooser implements PartChooser {
  readonly #first: number;
  readonly #count: number;
  readonly #divisor: number;

  constructor(first: number, count: number, divisor: number) {
    this.#first = first;
    this.#count = count;
    this.#divisor = divisor;
  }

  choose(ordinals: RowBatch, slots: Uint32Array): void {
    const first = this.#first;
    const count = this.#count;
    const divisor = this.#divisor;
    const base = ordinals.high * 2 ** 32;
    for (let i = 0; i < ordinals.length; i++) {
      const quotient = Math.floor((base + ordinals.low[i]!) / divisor);
      slots[i] = first + (quotient - Math.floor(quotient / count) * count);
    }
  }
}
