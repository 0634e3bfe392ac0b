import type { PageValues } from "../../columns/mod.ts";
import { curveFunctions } from "../distributions/mod.ts";
import { hashRows } from "../random/hash_rows.ts";
import type { RandomKey } from "../random/random_key.ts";
import { PAGE_ROWS_MAX, type RowBatch } from "../row_batch.ts";
import type { Domain } from "./domain.ts";
import type { DomainKernel } from "./domain_kernel.ts";
import type { NumberStore } from "./number_store.ts";

/** Bins of the quantile table: the top twelve bits of a hash. */
const BINS = 4096;

/**
 * A continuous distribution by inversion. Between the outer bins the inverse CDF is so nearly
 * straight that a table and a line will do; in the two outer bins, the tails, it is computed. The
 * distribution is cut to the column's bounds by rescaling the probability, never by clamping, which
 * would pile values up at the bounds.
 */
export class QuantileDomain implements DomainKernel {
  readonly #key: RandomKey;
  readonly #store: NumberStore;
  readonly #quantile: (fraction: number) => number;
  readonly #table = new Float64Array(BINS + 1);
  readonly #lowest: number;
  readonly #highest: number;
  readonly #rounded: boolean;
  readonly #step: number;
  readonly #hashes = new Uint32Array(PAGE_ROWS_MAX);

  constructor(domain: Extract<Domain, { kind: "quantile" }>, store: NumberStore) {
    const { curve, low, high, scale, step, key } = domain;
    const { quantile, cumulative } = curveFunctions(curve, low, high);
    const steps = scale ?? 1;
    // A whole step stands for everything that rounds to it, so the outer ones reach half a step out.
    const margin = scale === null ? 0 : 0.5 / scale;
    const from = cumulative(low - margin);
    const width = cumulative(high + margin) - from;
    this.#key = key;
    this.#store = store;
    this.#quantile = (fraction) => quantile(from + width * fraction) * steps;
    this.#lowest = scale === null ? low : Math.ceil(low * scale - 1e-9);
    this.#highest = scale === null ? high : Math.floor(high * scale + 1e-9);
    this.#rounded = scale !== null;
    this.#step = step;
    for (let bin = 1; bin < BINS; bin++) this.#table[bin] = this.#quantile(bin / BINS);
  }

  values(ordinals: RowBatch): PageValues {
    const { length } = ordinals;
    const { units } = this.#store;
    const hashes = this.#hashes;
    const table = this.#table;
    hashRows(ordinals, this.#key, hashes);
    for (let i = 0; i < length; i++) {
      const hash = hashes[i]!;
      const bin = hash >>> 20;
      if (bin === 0 || bin === BINS - 1) units[i] = this.#quantile((hash + 0.5) * 2 ** -32);
      else {
        const from = table[bin]!;
        units[i] = from + (table[bin + 1]! - from) * ((hash & 0xfffff) * 2 ** -20);
      }
    }
    this.#bound(units, length);
    return this.#store.store(length);
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
