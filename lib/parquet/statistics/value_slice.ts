/** A run of bytes somewhere in memory: one value of a page, or one that was kept. */
export interface ValueSlice {
  readonly bytes: Uint8Array;
  /** Over the same memory as `bytes`, with the same positions. */
  readonly view: DataView;
  readonly at: number;
  readonly length: number;
}

/** @returns Below, above or equal to 0 as `left` comes before, after or with `right`, unsigned. */
export function compareSlices(left: ValueSlice, right: ValueSlice): number {
  const shared = Math.min(left.length, right.length);
  let i = 0;
  for (; i + 4 <= shared; i += 4) {
    const leftWord = left.view.getUint32(left.at + i);
    const rightWord = right.view.getUint32(right.at + i);
    if (leftWord !== rightWord) return leftWord < rightWord ? -1 : 1;
  }
  for (; i < shared; i++) {
    const difference = left.bytes[left.at + i]! - right.bytes[right.at + i]!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/**
 * Reads the first four bytes of a value as one big-endian, signed integer; a shorter value counts as
 * followed by zeros. Different keys order values as these bytes do; equal keys say nothing.
 */
export function prefixKey({ bytes, view, at, length }: ValueSlice): number {
  if (length >= 4) return view.getInt32(at);
  let key = 0;
  for (let i = 0; i < length; i++) key |= bytes[at + i]! << (24 - 8 * i);
  return key;
}

/** A value copied out of a page, into memory that is reused. */
export class KeptValue implements ValueSlice {
  bytes = new Uint8Array(64);
  view = new DataView(this.bytes.buffer);
  readonly at = 0;
  length = 0;

  keep({ bytes, at, length }: ValueSlice): void {
    if (length > this.bytes.length) {
      this.bytes = new Uint8Array(length * 2);
      this.view = new DataView(this.bytes.buffer);
    }
    const target = this.bytes;
    // A loop beats `set` for the few bytes that most values have.
    for (let i = 0; i < length; i++) target[i] = bytes[at + i]!;
    this.length = length;
  }

  copy(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}
