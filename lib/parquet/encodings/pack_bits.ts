import { kernelsOver } from "../../kernels/mod.ts";

/**
 * Packs bytes that are 0 or 1 into bits, eight to a byte, the first in the lowest bit. This is both
 * PLAIN BOOLEAN and a bit-packed run of width 1. Spec: Encodings.md, PLAIN and RLE.
 *
 * @param source One byte a value.
 * @param count How many of them.
 * @param target Where to write, and from which byte.
 * @returns The position after the last, padded byte.
 */
export function packBits(
  source: Uint8Array,
  count: number,
  target: { bytes: Uint8Array; at: number },
): number {
  const { bytes } = target;
  let { at } = target;
  const kernels = kernelsOver(source, bytes);
  if (kernels !== null) {
    kernels.packBits(source.byteOffset, count, bytes.byteOffset + at);
    return at + Math.ceil(count / 8);
  }
  const whole = count & ~7;
  let i = 0;
  for (; i < whole; i += 8) {
    bytes[at++] = source[i]! | (source[i + 1]! << 1) | (source[i + 2]! << 2) |
      (source[i + 3]! << 3) | (source[i + 4]! << 4) | (source[i + 5]! << 5) |
      (source[i + 6]! << 6) | (source[i + 7]! << 7);
  }
  if (i < count) {
    let last = 0;
    for (let bit = 0; i < count; i++, bit++) last |= source[i]! << bit;
    bytes[at++] = last;
  }
  return at;
}
