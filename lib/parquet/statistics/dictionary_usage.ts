import type { Dictionary } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import type { ParquetColumn } from "../parquet_column.ts";
import type { Bounds, BoundsTracker } from "./bounds.ts";
import { type DictionaryEntries, dictionaryEntries } from "./dictionary_entries.ts";

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
    this.#entries = dictionaryEntries(column);
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
    let count = 0;
    for (const flag of this.#used) count += flag;
    return count;
  }

  bounds(): Bounds | null {
    const bounds = this.#bounds;
    if (bounds === null) return null;
    bounds.reset();
    if (this.#dictionary.sorted) {
      const first = this.#used.indexOf(1);
      if (first === -1) return null;
      bounds.add(this.#entries.valueAt(first), 1);
      bounds.add(this.#entries.valueAt(this.#used.lastIndexOf(1)), 1);
    } else {
      for (let i = this.#used.indexOf(1); i !== -1; i = this.#used.indexOf(1, i + 1)) {
        bounds.add(this.#entries.valueAt(i), 1);
      }
    }
    return bounds.bounds();
  }
}
