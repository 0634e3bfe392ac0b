import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import type { Bounds, BoundsTracker } from "./bounds.ts";
import { type LongBoundPolicy, shortenBounds } from "./shorten_bounds.ts";
import { compareSlices, KeptValue, prefixKey } from "./value_slice.ts";

const LENGTH_BYTES = 4;
/** Turns unsigned order into signed order. */
const FLIP = 0x80000000 | 0;

/** Bounds of BYTE_ARRAY: unsigned byte by byte, and a prefix before what it begins. */
export class BytesBounds implements BoundsTracker {
  readonly #policy: LongBoundPolicy;
  readonly #min = new KeptValue();
  readonly #max = new KeptValue();
  #seen = false;

  constructor(policy: LongBoundPolicy) {
    this.#policy = policy;
  }

  reset(): void {
    this.#seen = false;
  }

  add(values: PageValues, count: number): void {
    invariant(values.kind === "bytes", "a BYTE_ARRAY column has values of kind bytes");
    if (count === 0) return;
    const end = this.#scan(values.data, count);
    invariant(end === values.data.length, "values of kind bytes fill their array");
  }

  bounds(): Bounds | null {
    if (!this.#seen) return null;
    return shortenBounds({ min: this.#min.copy(), max: this.#max.copy() }, this.#policy);
  }

  /** @returns The position after the last value. */
  #scan(bytes: Uint8Array, count: number): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const value = { bytes, view, at: LENGTH_BYTES, length: view.getUint32(0, true) };
    const min = this.#min;
    const max = this.#max;
    if (!this.#seen) {
      min.keep(value);
      max.keep(value);
      this.#seen = true;
    }
    let minKey = prefixKey(min) ^ FLIP;
    let maxKey = prefixKey(max) ^ FLIP;
    let at = 0;
    for (let i = 0; i < count; i++) {
      const length = view.getUint32(at, true);
      at += LENGTH_BYTES;
      value.at = at;
      value.length = length;
      const key = (length >= 4 ? view.getInt32(at) : prefixKey(value)) ^ FLIP;
      if (key >= maxKey && (key > maxKey || compareSlices(value, max) > 0)) {
        max.keep(value);
        maxKey = key;
      } else if (key <= minKey && (key < minKey || compareSlices(value, min) < 0)) {
        min.keep(value);
        minKey = key;
      }
      at += length;
    }
    return at;
  }
}
