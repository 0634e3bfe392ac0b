/** Most bytes an unsigned 64-bit ULEB-128 takes. */
export const VARINT_BYTES_MAX = 10;

/** @returns The bytes that `writeVarint` takes for the value. */
export function varintByteLength(value: number): number {
  let length = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) length++;
  return length;
}

/**
 * Writes an unsigned integer as ULEB-128.
 *
 * @param value A safe integer, not negative.
 * @param target Where to write, and from which byte.
 * @returns The position after it.
 */
export function writeVarint(value: number, target: { bytes: Uint8Array; at: number }): number {
  let { at } = target;
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) target.bytes[at++] = (rest % 128) | 128;
  target.bytes[at++] = rest;
  return at;
}

/** @returns The zigzag form of a signed integer of less than 53 bits: 0, -1, 1, -2, … → 0, 1, 2, 3, … */
export function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

/**
 * Writes a signed 64-bit integer, given as two words, as zigzag ULEB-128.
 *
 * @param words The low and the high word.
 * @param target Where to write, and from which byte.
 * @returns The position after it.
 */
export function writeZigzag64(
  words: { low: number; high: number },
  target: { bytes: Uint8Array; at: number },
): number {
  const sign = words.high >> 31;
  let low = ((words.low << 1) ^ sign) >>> 0;
  let high = (((words.high << 1) | (words.low >>> 31)) ^ sign) >>> 0;
  let { at } = target;
  while (high !== 0 || low >= 128) {
    target.bytes[at++] = (low & 127) | 128;
    low = ((low >>> 7) | (high << 25)) >>> 0;
    high >>>= 7;
  }
  target.bytes[at++] = low;
  return at;
}
