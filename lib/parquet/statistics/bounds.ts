import type { PageValues } from "../../columns/mod.ts";

/** Smallest and largest value of a column chunk, PLAIN-encoded without any length in front. */
export interface Bounds {
  readonly min: Uint8Array;
  readonly max: Uint8Array;
  /** False where a long value is represented by a shorter one beyond it. */
  readonly minExact: boolean;
  readonly maxExact: boolean;
}

/**
 * Keeps the bounds of the values it is shown. What "smallest" means is the column order of the
 * format: parquet.thrift, `union ColumnOrder`.
 */
export interface BoundsTracker {
  /** Forgets everything, for the next column chunk. */
  reset(): void;
  /** Takes the first `count` of some values into account; keeps no reference to them. */
  add(values: PageValues, count: number): void;
  /** @returns Null while there is nothing to bound. */
  bounds(): Bounds | null;
}
