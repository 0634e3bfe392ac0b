import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import { kernelsOver } from "../../kernels/mod.ts";
import type { Bounds, BoundsTracker } from "./bounds.ts";
import { Extremes } from "./extremes.ts";
import { ValueSlice } from "./value_slice.ts";

/** What two words hold: UUIDs, and decimals of 38 digits. */
const KERNEL_WIDTH_MAX = 16;
/** The top bit of the first eight bytes. */
const SIGN = 1n << 63n;

/**
 * Bounds of FIXED_LEN_BYTE_ARRAY: unsigned byte by byte, or, for decimals, as big-endian integers in
 * two's complement. Spec: LogicalTypes.md, DECIMAL.
 */
export class FixedBounds implements BoundsTracker {
  readonly #width: number;
  readonly #signed: boolean;
  readonly #extremes: Extremes;

  constructor({ width, signed }: { width: number; signed: boolean }) {
    this.#width = width;
    this.#signed = signed;
    this.#extremes = new Extremes({ signed });
  }

  reset(): void {
    this.#extremes.seen = false;
  }

  add(values: PageValues, count: number): void {
    invariant(values.kind === "fixed", "a FIXED_LEN_BYTE_ARRAY column has values of kind fixed");
    if (count === 0) return;
    const { data } = values;
    const width = this.#width;
    const kernels = kernelsOver(data);
    if (kernels === null || width > KERNEL_WIDTH_MAX) scan(data, { count, width }, this.#extremes);
    else {
      kernels.boundFixed(data.byteOffset, count, width, this.#signed ? SIGN : 0n);
      this.#offer(data, new Uint32Array(data.buffer, kernels.boundsFound(), 2));
    }
    this.#extremes.keep(data);
  }

  bounds(): Bounds | null {
    const { seen, min, max } = this.#extremes;
    return seen ? { min: min.copy(), max: max.copy(), minExact: true, maxExact: true } : null;
  }

  #offer(bytes: Uint8Array, positions: Uint32Array): void {
    const value = new ValueSlice(bytes);
    value.length = this.#width;
    for (const at of positions) {
      value.at = at;
      this.#extremes.offer(value);
    }
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
