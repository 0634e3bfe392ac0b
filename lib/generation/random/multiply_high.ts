/**
 * `floor(hash * count / 2^32)`, exact for every unsigned 32-bit hash and count up to 2^32. The plain
 * product needs 64 bits, so it is taken in two halves of 48.
 *
 * @param hash Unsigned 32-bit integer.
 * @param count Number of outcomes, 1 to 2^32.
 * @returns An integer in [0, count).
 */
export function multiplyHigh(hash: number, count: number): number {
  const low = Math.floor(count * (hash & 0xffff) * (1 / 65536));
  return Math.floor((count * (hash >>> 16) + low) * (1 / 65536));
}
