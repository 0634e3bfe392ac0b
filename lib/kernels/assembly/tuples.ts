import { mix4, multiplyHigh4 } from "./mix";

/**
 * The last of some digits of numbers in a mixed radix, each turned by a hash of those before it.
 * Must stay what `tupleDigits` in `lib/generation/ordinals/digit_ordinal.ts` is.
 *
 * @param radices Doubles, at most 2^32 each.
 */
export function lastDigits(
  values: usize,
  count: i32,
  radices: usize,
  digitCount: i32,
  keyA: u32,
  keyB: u32,
  target: usize,
): void {
  const b = i32x4.splat(keyB);
  const end = values + ((<usize>count) << 2);
  for (; values < end; values += 16, target += 16) {
    let rest = v128.load(values);
    let before = i32x4.splat(0);
    let digit = i32x4.splat(0);
    for (let component = 0; component < digitCount; component++) {
      const radix = load<f64>(radices + ((<usize>component) << 3));
      // 2^32 is 0 in 32 bits, and every step below holds modulo 2^32 as well.
      const count4 = i32x4.splat(<u32><u64>radix);
      const a = i32x4.splat(keyA + component);
      const hashes = mix4(before, a, b);
      const turn = radix == 4294967296.0 ? hashes : multiplyHigh4(hashes, count4);
      const quotient = divided4(rest, radix);
      const plain = i32x4.sub(rest, i32x4.mul(quotient, count4));
      const toWrap = i32x4.sub(count4, turn);
      const turned = i32x4.add(plain, turn);
      const wraps = i32x4.ge_u(plain, toWrap);
      digit = v128.bitselect(i32x4.sub(plain, toWrap), turned, wraps);
      rest = quotient;
      before = mix4(v128.xor(digit, before), b, a);
    }
    v128.store(target, digit);
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function divided4(values: v128, divisor: f64): v128 {
  const divisors = f64x2.splat(divisor);
  const upper = v128.shuffle<i32>(values, values, 2, 3, 2, 3);
  const low = f64x2.div(f64x2.convert_low_i32x4_u(values), divisors);
  const high = f64x2.div(f64x2.convert_low_i32x4_u(upper), divisors);
  return v128.shuffle<i64>(
    i32x4.trunc_sat_f64x2_u_zero(low),
    i32x4.trunc_sat_f64x2_u_zero(high),
    0,
    2,
  );
}
