import type { PageValues } from "../../columns/mod.ts";
import { type KernelFunctions, kernelsOver } from "../../kernels/mod.ts";
import { hashRows } from "../random/hash_rows.ts";
import { keyForHighWord } from "../random/key_for_high_word.ts";
import { mix } from "../random/mix.ts";
import type { RandomKey } from "../random/random_key.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { Domain } from "./domain.ts";
import type { DomainKernel } from "./domain_kernel.ts";
import type { NumberStore } from "./number_store.ts";
import { BINS, type TruncatedCurve, truncatedCurve } from "./truncated_curve.ts";

/**
 * A continuous distribution by inversion. Between the outer bins the inverse CDF is so nearly
 * straight that a table and a line will do; in the two outer bins, the tails, it is computed.
 */
export class QuantileDomain implements DomainKernel {
  readonly #key: RandomKey;
  readonly #store: NumberStore;
  readonly #curve: TruncatedCurve;
  readonly #lowest: number;
  readonly #highest: number;
  readonly #rounded: boolean;
  readonly #step: number;
  readonly #hashes: Uint32Array;
  readonly #table: Float64Array;

  constructor(domain: Extract<Domain, { kind: "quantile" }>, store: NumberStore, scratch: Scratch) {
    const { curve, low, high, scale, step, key } = domain;
    this.#key = key;
    this.#store = store;
    this.#curve = truncatedCurve(curve, { low, high, scale });
    this.#lowest = scale === null ? low : Math.ceil(low * scale - 1e-9);
    this.#highest = scale === null ? high : Math.floor(high * scale + 1e-9);
    this.#rounded = scale !== null;
    this.#step = step;
    this.#hashes = scratch.uint32();
    this.#table = scratch.keep(this.#curve.table);
  }

  values(ordinals: RowBatch): PageValues {
    const { length } = ordinals;
    const { units } = this.#store;
    const hashes = this.#hashes;
    const { quantile } = this.#curve;
    const table = this.#table;
    const kernels = kernelsOver(ordinals.low, table, units);
    if (kernels !== null) {
      this.#drawBy(kernels, ordinals);
      return this.#store.store(length);
    }
    hashRows(ordinals, this.#key, hashes);
    for (let i = 0; i < length; i++) {
      const hash = hashes[i]!;
      const bin = hash >>> 20;
      if (bin === 0 || bin === BINS - 1) units[i] = quantile((hash + 0.5) * 2 ** -32);
      else {
        const from = table[bin]!;
        units[i] = from + (table[bin + 1]! - from) * ((hash & 0xfffff) * 2 ** -20);
      }
    }
    this.#bound(units, length);
    return this.#store.store(length);
  }

  #drawBy(kernels: KernelFunctions, { low, high, length }: RowBatch): void {
    const [keyA, keyB] = keyForHighWord(this.#key, high);
    const { units } = this.#store;
    // Either the hashes are needed or the places of the tails.
    const tails = this.#hashes;
    const tailCount = kernels.drawQuantiles(
      low.byteOffset,
      length,
      keyA,
      keyB,
      this.#table.byteOffset,
      this.#lowest,
      this.#highest,
      this.#step,
      this.#rounded,
      tails.byteOffset,
      units.byteOffset,
    );
    const { quantile } = this.#curve;
    for (let tail = 0; tail < tailCount; tail++) {
      const place = tails[tail]!;
      const hash = mix(low[place]!, keyA, keyB) >>> 0;
      units[place] = this.#bounded(quantile((hash + 0.5) * 2 ** -32));
    }
  }

  #bounded(unit: number): number {
    const steps = this.#rounded ? Math.floor(unit + 0.5) : unit;
    const lowest = this.#lowest;
    const highest = this.#highest;
    return (steps < lowest ? lowest : steps > highest ? highest : steps) * this.#step;
  }

  /** Rounds, and keeps what the arithmetic of the last bit may have pushed past a bound. */
  #bound(units: Float64Array, length: number): void {
    const lowest = this.#lowest;
    const highest = this.#highest;
    const step = this.#step;
    if (this.#rounded) { for (let i = 0; i < length; i++) units[i] = Math.floor(units[i]! + 0.5); }
    for (let i = 0; i < length; i++) {
      const steps = units[i]!;
      units[i] = (steps < lowest ? lowest : steps > highest ? highest : steps) * step;
    }
  }
}
