import type { Dictionary } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import type { ParquetColumn } from "../parquet_column.ts";
import type { Bounds, BoundsTracker } from "./bounds.ts";
import { DictionaryEntries } from "./dictionary_entries.ts";
import { FloatBounds } from "./float_bounds.ts";

/**
 * Remembers which entries of a dictionary a column chunk uses; its bounds and number of distinct
 * values follow from that, without a look at the values row by row.
 */
export class DictionaryUsage {
  readonly #dictionary: Dictionary;
  readonly #entries: DictionaryEntries;
  readonly #bounds: BoundsTracker | null;
  /** One byte an entry, 1 where it is used. */
  readonly #used: Uint8Array;

  constructor(column: ParquetColumn, bounds: BoundsTracker | null) {
    this.#dictionary = column.dictionary!;
    this.#entries = new DictionaryEntries(column);
    this.#bounds = bounds;
    this.#used = new Uint8Array(this.#dictionary.count);
  }

  reset(): void {
    this.#used.fill(0);
  }

  add(indices: Uint32Array, count: number): void {
    const used = this.#used;
    let largest = 0;
    for (let i = 0; i < count; i++) {
      const index = indices[i]!;
      used[index] = 1;
      if (index > largest) largest = index;
    }
    invariant(count === 0 || largest < used.length, "positions lie inside their dictionary");
  }

  /** @returns Entries used at least once. */
  distinctCount(): number {
    const used = this.#used;
    let count = 0;
    for (let i = 0; i < used.length; i++) count += used[i]!;
    return count;
  }

  bounds(): Bounds | null {
    const bounds = this.#bounds;
    if (bounds === null) return null;
    const entries = this.#entries;
    const first = this.#used.indexOf(1);
    bounds.reset();
    if (first === -1) return null;
    // NaN has no place among sorted floats, so those are looked at one by one.
    if (this.#dictionary.sorted && !(bounds instanceof FloatBounds)) {
      bounds.add(entries.valueAt(first), 1);
      bounds.add(entries.valueAt(this.#used.lastIndexOf(1)), 1);
    } else {
      const { values, count } = entries.gather(this.#used);
      bounds.add(values, count);
    }
    return bounds.bounds();
  }
}
