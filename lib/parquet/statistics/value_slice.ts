/** A run of bytes somewhere in memory: one value of a page, or the smallest or largest so far. */
export class ValueSlice {
  bytes: Uint8Array;
  /** Over the same memory as `bytes`, with the same positions. */
  view: DataView;
  at = 0;
  length = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  pointTo(value: ValueSlice): void {
    this.bytes = value.bytes;
    this.view = value.view;
    this.at = value.at;
    this.length = value.length;
  }

  copy(): Uint8Array {
    return this.bytes.slice(this.at, this.at + this.length);
  }
}

/**
 * Compares two values, byte by byte and unsigned, whose prefix keys are equal.
 *
 * @returns Below, above or equal to 0 as `left` comes before, after or with `right`.
 */
export function compareSlices(left: ValueSlice, right: ValueSlice): number {
  const leftView = left.view;
  const rightView = right.view;
  const leftAt = left.at;
  const rightAt = right.at;
  const shared = Math.min(left.length, right.length);
  let i = shared >= 4 ? 4 : 0; // the key has compared them
  for (; i + 4 <= shared; i += 4) {
    const leftWord = leftView.getUint32(leftAt + i);
    const rightWord = rightView.getUint32(rightAt + i);
    if (leftWord !== rightWord) return leftWord < rightWord ? -1 : 1;
  }
  for (; i < shared; i++) {
    const difference = leftView.getUint8(leftAt + i) - rightView.getUint8(rightAt + i);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/**
 * Reads the first four bytes of a value as one big-endian, signed integer; a shorter value counts as
 * followed by zeros. Different keys order values as these bytes do; equal keys say nothing.
 */
export function prefixKey({ view, at, length }: ValueSlice): number {
  if (length >= 4) return view.getInt32(at);
  let key = 0;
  for (let i = 0; i < length; i++) key |= view.getUint8(at + i) << (24 - 8 * i);
  return key;
}
