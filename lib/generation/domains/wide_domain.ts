import type { PageValues } from "../../columns/mod.ts";
import { kernelsOver } from "../../kernels/mod.ts";
import { hashRows } from "../random/hash_rows.ts";
import { keyForHighWord } from "../random/key_for_high_word.ts";
import type { RandomKey } from "../random/random_key.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { DomainKernel } from "./domain_kernel.ts";
import type { NumberStore } from "./number_store.ts";

interface WideOptions {
  readonly start: number;
  readonly step: number;
  /** Number of steps, at most 2^53. */
  readonly count: number;
  readonly key: RandomKey;
}

/** Uniform over more steps than 32 bits can tell apart: 53 bits from two hashes. */
export class WideDomain implements DomainKernel {
  readonly #options: WideOptions;
  readonly #store: NumberStore;
  readonly #high: Uint32Array;
  readonly #low: Uint32Array;

  constructor(options: WideOptions, store: NumberStore, scratch: Scratch) {
    this.#high = scratch.uint32();
    this.#low = scratch.uint32();
    this.#options = options;
    this.#store = store;
  }

  values(ordinals: RowBatch): PageValues {
    const { start, step, count, key: [keyA, keyB] } = this.#options;
    const { units } = this.#store;
    const high = this.#high;
    const low = this.#low;
    const kernels = kernelsOver(ordinals.low, units);
    if (kernels !== null) {
      const [highA, highB] = keyForHighWord([keyA, keyB], ordinals.high);
      const [lowA, lowB] = keyForHighWord([keyB, ~keyA], ordinals.high);
      const [from, to, { length }] = [ordinals.low.byteOffset, units.byteOffset, ordinals];
      kernels.drawWide(from, length, highA, highB, lowA, lowB, start, step, count, to);
      return this.#store.store(length);
    }
    hashRows(ordinals, [keyA, keyB], high);
    hashRows(ordinals, [keyB, ~keyA], low);
    for (let i = 0; i < ordinals.length; i++) {
      const unit = ((high[i]! >>> 5) * 2 ** 26 + (low[i]! >>> 6)) * 2 ** -53;
      units[i] = start + step * Math.floor(unit * count);
    }
    return this.#store.store(ordinals.length);
  }
}
