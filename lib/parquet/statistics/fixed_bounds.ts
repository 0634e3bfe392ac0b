import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import type { Bounds, BoundsTracker } from "./bounds.ts";
import { Extremes } from "./extremes.ts";
import { ValueSlice } from "./value_slice.ts";

/**
 * Bounds of FIXED_LEN_BYTE_ARRAY: unsigned byte by byte, or, for decimals, as big-endian integers in
 * two's complement. Spec: LogicalTypes.md, DECIMAL.
 */
export class FixedBounds implements BoundsTracker {
  readonly #width: number;
  readonly #extremes: Extremes;

  constructor({ width, signed }: { width: number; signed: boolean }) {
    this.#width = width;
    this.#extremes = new Extremes({ signed });
  }

  reset(): void {
    this.#extremes.seen = false;
  }

  add(values: PageValues, count: number): void {
    invariant(values.kind === "fixed", "a FIXED_LEN_BYTE_ARRAY column has values of kind fixed");
    if (count === 0) return;
    scan(values.data, { count, width: this.#width }, this.#extremes);
    this.#extremes.keep(values.data);
  }

  bounds(): Bounds | null {
    const { seen, min, max } = this.#extremes;
    return seen ? { min: min.copy(), max: max.copy(), minExact: true, maxExact: true } : null;
  }
}

function scan(
  bytes: Uint8Array,
  { count, width }: { count: number; width: number },
  extremes: Extremes,
): void {
  const { flip } = extremes;
  const value = new ValueSlice(bytes);
  const { view } = value;
  value.length = width;
  let { minKey, maxKey, seen } = extremes;
  for (let i = 0, at = 0; i < count; i++, at += width) {
    const key = width >= 4 ? view.getInt32(at) ^ flip : minKey;
    if (key <= minKey || key >= maxKey || !seen) {
      value.at = at;
      extremes.offer(value);
      ({ minKey, maxKey, seen } = extremes);
    }
  }
}
