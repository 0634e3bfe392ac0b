import { compareSlices, prefixKey, ValueSlice } from "./value_slice.ts";

/**
 * The smallest and the largest of the values offered, byte by byte, or with the first byte signed.
 * They point into the page while it is scanned, for a run of ascending values would otherwise copy
 * every one of them, and are copied before the page's memory is reused.
 */
export class Extremes {
  readonly min = new ValueSlice(new Uint8Array(0));
  readonly max = new ValueSlice(new Uint8Array(0));
  seen = false;
  /** Of `min` and `max`: a value whose key lies between theirs need not be offered. */
  minKey = 0;
  maxKey = 0;
  /** Turns the order of prefix keys into the order of the values. */
  readonly flip: number;

  constructor({ signed }: { signed: boolean }) {
    this.flip = signed ? 0 : 0x80000000 | 0;
  }

  offer(value: ValueSlice): void {
    const key = prefixKey(value) ^ this.flip;
    // Where keys are equal so are the signs, and unsigned comparison is right for signed values too.
    if (!this.seen) {
      this.min.pointTo(value);
      this.max.pointTo(value);
      this.minKey = this.maxKey = key;
      this.seen = true;
    } else if (key > this.maxKey || (key === this.maxKey && compareSlices(value, this.max) > 0)) {
      this.max.pointTo(value);
      this.maxKey = key;
    } else if (key < this.minKey || (key === this.minKey && compareSlices(value, this.min) < 0)) {
      this.min.pointTo(value);
      this.minKey = key;
    }
  }

  /** Copies what points into the page that `bytes` is. */
  keep(page: Uint8Array): void {
    for (const extreme of [this.min, this.max]) {
      if (extreme.bytes === page) extreme.pointTo(sliceOf(extreme.copy()));
    }
  }
}

function sliceOf(bytes: Uint8Array): ValueSlice {
  const slice = new ValueSlice(bytes);
  slice.length = bytes.length;
  return slice;
}
