/** Up to this many outcomes the product with a 32-bit hash is exact in a double. */
const EXACT_COUNT_MAX = 2 ** 21;

/**
 * Scales hashes to [0, count) in place: `floor(hash * count / 2^32)`, exact for every count.
 *
 * @param hashes 32-bit hashes, replaced by integers below `count`.
 * @param length How many.
 * @param count Number of outcomes, 1 to 2^32.
 */
export function scaleHashes(hashes: Uint32Array, length: number, count: number): void {
  if (count === 2 ** 32) return;
  if (count <= EXACT_COUNT_MAX) {
    const scale = count / 2 ** 32;
    for (let i = 0; i < length; i++) hashes[i] = hashes[i]! * scale;
    return;
  }
  for (let i = 0; i < length; i++) {
    const hash = hashes[i]!;
    const carry = Math.floor(count * (hash & 0xffff) * (1 / 65536));
    hashes[i] = (count * (hash >>> 16) + carry) * (1 / 65536);
  }
}
