import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import { type KernelFunctions, kernelsOver } from "../../kernels/mod.ts";
import type { Bounds, BoundsTracker } from "./bounds.ts";
import { Extremes } from "./extremes.ts";
import { type LongBoundPolicy, shortenBounds } from "./shorten_bounds.ts";
import { ValueSlice } from "./value_slice.ts";

const LENGTH_BYTES = 4;

/** Bounds of BYTE_ARRAY: unsigned byte by byte, and a prefix before what it begins. */
export class BytesBounds implements BoundsTracker {
  readonly #policy: LongBoundPolicy;
  readonly #extremes = new Extremes({ signed: false });

  constructor(policy: LongBoundPolicy) {
    this.#policy = policy;
  }

  reset(): void {
    this.#extremes.seen = false;
  }

  add(values: PageValues, count: number): void {
    invariant(values.kind === "bytes", "a BYTE_ARRAY column has values of kind bytes");
    if (count === 0) return;
    const kernels = kernelsOver(values.data);
    const end = kernels === null
      ? scan(values.data, count, this.#extremes)
      : scanBy(kernels, values.data, { count, extremes: this.#extremes });
    invariant(end === values.data.length, "values of kind bytes fill their array");
    this.#extremes.keep(values.data);
  }

  bounds(): Bounds | null {
    const { seen, min, max } = this.#extremes;
    return seen ? shortenBounds({ min: min.copy(), max: max.copy() }, this.#policy) : null;
  }
}

/** @returns The position after the last value. */
function scan(bytes: Uint8Array, count: number, extremes: Extremes): number {
  const { flip } = extremes;
  const value = new ValueSlice(bytes);
  const { view } = value;
  let { minKey, maxKey, seen } = extremes;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const length = view.getUint32(at, true);
    at += LENGTH_BYTES;
    // Four bytes settle almost every comparison.
    const key = length >= 4 ? view.getInt32(at) ^ flip : minKey;
    if (key <= minKey || key >= maxKey || !seen) {
      value.at = at;
      value.length = length;
      extremes.offer(value);
      ({ minKey, maxKey, seen } = extremes);
    }
    at += length;
  }
  return at;
}

/** Only the smallest and the largest of the page are offered. */
function scanBy(
  kernels: KernelFunctions,
  bytes: Uint8Array,
  { count, extremes }: { readonly count: number; readonly extremes: Extremes },
): number {
  const end = kernels.boundTexts(bytes.byteOffset, count);
  const value = new ValueSlice(bytes);
  for (const start of new Uint32Array(bytes.buffer, kernels.boundsFound(), 2)) {
    value.at = start + LENGTH_BYTES;
    value.length = value.view.getUint32(start, true);
    extremes.offer(value);
  }
  return end;
}
