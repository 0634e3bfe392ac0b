/**
 * Hashes a 32-bit counter under a key: three odd multiplications between xor-shifts, every step a
 * bijection, so for one key different counters never collide. Kernels inline the same steps.
 *
 * @param counter Low word of a row or an ordinal.
 * @param keyA First word of the key.
 * @param keyB Second word of the key.
 * @returns 32 random bits as a signed integer.
 */
export function mix(counter: number, keyA: number, keyB: number): number {
  let x = counter ^ keyA;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(((x ^ (x >>> 15)) + keyB) | 0, 0xd35a2d97);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  return x ^ (x >>> 16);
}
