import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import type { Bounds, BoundsTracker } from "./bounds.ts";
import { compareSlices, KeptValue, prefixKey } from "./value_slice.ts";

/**
 * Bounds of FIXED_LEN_BYTE_ARRAY: unsigned byte by byte, or, for decimals, as big-endian integers in
 * two's complement. Spec: LogicalTypes.md, DECIMAL.
 */
export class FixedBounds implements BoundsTracker {
  readonly #width: number;
  readonly #flip: number;
  readonly #min = new KeptValue();
  readonly #max = new KeptValue();
  #seen = false;

  constructor({ width, signed }: { width: number; signed: boolean }) {
    this.#width = width;
    this.#flip = signed ? 0 : 0x80000000 | 0;
  }

  reset(): void {
    this.#seen = false;
  }

  add(values: PageValues, count: number): void {
    invariant(values.kind === "fixed", "a FIXED_LEN_BYTE_ARRAY column has values of kind fixed");
    if (count > 0) this.#scan(values.data, count);
  }

  bounds(): Bounds | null {
    if (!this.#seen) return null;
    return { min: this.#min.copy(), max: this.#max.copy(), minExact: true, maxExact: true };
  }

  #scan(bytes: Uint8Array, count: number): void {
    const width = this.#width;
    const flip = this.#flip;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const value = { bytes, view, at: 0, length: width };
    const min = this.#min;
    const max = this.#max;
    if (!this.#seen) {
      min.keep(value);
      max.keep(value);
      this.#seen = true;
    }
    let minKey = prefixKey(min) ^ flip;
    let maxKey = prefixKey(max) ^ flip;
    for (let i = 0, at = 0; i < count; i++, at += width) {
      value.at = at;
      const key = (width >= 4 ? view.getInt32(at) : prefixKey(value)) ^ flip;
      // Where keys are equal so are the signs, and unsigned comparison is right for decimals too.
      if (key >= maxKey && (key > maxKey || compareSlices(value, max) > 0)) {
        max.keep(value);
        maxKey = key;
      } else if (key <= minKey && (key < minKey || compareSlices(value, min) < 0)) {
        min.keep(value);
        minKey = key;
      }
    }
  }
}
