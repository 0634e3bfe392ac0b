import type { Dictionary } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import { kernelsOver } from "../../kernels/mod.ts";
import type { ByteBuffer } from "../bytes/byte_buffer.ts";
import type { ParquetColumn } from "../parquet_column.ts";
import type { Bounds, BoundsTracker } from "./bounds.ts";
import { DictionaryEntries } from "./dictionary_entries.ts";
import { FloatBounds } from "./float_bounds.ts";

const OUTSIDE = "positions lie inside their dictionary";

/**
 * Remembers which entries of a dictionary a column chunk uses; its bounds and number of distinct
 * values follow from that, without a look at the values row by row.
 */
export class DictionaryUsage {
  readonly #dictionary: Dictionary;
  readonly #entries: DictionaryEntries;
  readonly #bounds: BoundsTracker | null;
  readonly #memory: ByteBuffer;
  /** One byte an entry, 1 where it is used. */
  #used = new Uint8Array(0);

  constructor(column: ParquetColumn, bounds: BoundsTracker | null, memory: ByteBuffer) {
    this.#dictionary = column.dictionary!;
    this.#entries = new DictionaryEntries(column);
    this.#bounds = bounds;
    this.#memory = memory;
    this.reset();
  }

  reset(): void {
    const { count } = this.#dictionary;
    this.#used = this.#memory.reserve(count).bytes.subarray(0, count);
    this.#used.fill(0);
  }

  add(indices: Uint32Array, count: number): void {
    const used = this.#used;
    const kernels = kernelsOver(indices, used);
    if (kernels !== null) {
      const entries = [used.byteOffset, used.length] as const;
      const largest = kernels.markUsed(indices.byteOffset, count, ...entries);
      return invariant(count === 0 || largest < used.length, OUTSIDE);
    }
    let largest = 0;
    for (let i = 0; i < count; i++) {
      const index = indices[i]!;
      used[index] = 1;
      if (index > largest) largest = index;
    }
    invariant(count === 0 || largest < used.length, OUTSIDE);
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
