/** Must stay what `lib/generation/random/mix.ts` is. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function mix(counter: u32, keyA: u32, keyB: u32): u32 {
  let x = counter ^ keyA;
  x = (x ^ (x >> 16)) * 0x21f0aaad;
  x = ((x ^ (x >> 15)) + keyB) * 0xd35a2d97;
  x = (x ^ (x >> 15)) * 0x2c1b3c6d;
  return x ^ (x >> 16);
}

/** Four counters at once. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function mix4(counters: v128, keyA: v128, keyB: v128): v128 {
  let x = v128.xor(counters, keyA);
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x21f0aaad));
  x = i32x4.mul(i32x4.add(v128.xor(x, i32x4.shr_u(x, 15)), keyB), i32x4.splat(0xd35a2d97));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(0x2c1b3c6d));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/** The high halves of the 64-bit products: floor(hash * count / 2^32) of four hashes. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function multiplyHigh4(hashes: v128, counts: v128): v128 {
  const low = i64x2.extmul_low_i32x4_u(hashes, counts);
  const high = i64x2.extmul_high_i32x4_u(hashes, counts);
  return v128.shuffle<i32>(low, high, 1, 3, 5, 7);
}
