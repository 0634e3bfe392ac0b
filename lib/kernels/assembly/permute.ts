/** Must stay what `lib/generation/random/permutation.ts` is: one round of it, four values at once. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function round4(
  value: v128,
  mask: v128,
  long: i32,
  middle: i32,
  short: i32,
  a: v128,
  b: v128,
  c: v128,
  d: v128,
): v128 {
  let x = v128.and(i32x4.mul(i32x4.add(value, a), i32x4.splat(0x21f0aaad)), mask);
  x = v128.xor(x, i32x4.shr_u(x, middle));
  x = v128.and(i32x4.mul(i32x4.add(x, b), i32x4.splat(0xd35a2d97)), mask);
  x = v128.xor(x, i32x4.shr_u(x, short));
  x = v128.and(i32x4.mul(i32x4.add(x, c), i32x4.splat(0x2c1b3c6d)), mask);
  x = v128.xor(x, i32x4.shr_u(x, long));
  x = v128.and(i32x4.mul(i32x4.add(x, d), i32x4.splat(0x297a2d39)), mask);
  x = v128.xor(x, i32x4.shr_u(x, short));
  x = v128.and(i32x4.mul(x, i32x4.splat(0x85ebca6b)), mask);
  return v128.xor(x, i32x4.shr_u(x, middle));
}

/** Values handled in one go, so that the list of those that walk on stays in the nearest cache. */
const STRIP_VALUES: i32 = 2048;
/** Addresses of the values that walk on, in a strip. */
const WALKERS = memory.data(4 * (2048 + 4));

/**
 * @param last The largest value of the set; larger ones walk on along their cycle. All values take a
 * step, then those that have to walk on are listed and take another, until the list is empty: in
 * groups of four there is nearly always one that walks on, and three that would wait.
 */
export function permute(
  source: usize,
  count: i32,
  mask: u32,
  last: u32,
  long: i32,
  middle: i32,
  short: i32,
  keyA: u32,
  keyB: u32,
  target: usize,
): void {
  const a = i32x4.splat(keyA);
  const b = i32x4.splat(keyB);
  const c = i32x4.splat((keyA * 0x9e3779b1) ^ keyB);
  const d = i32x4.splat((keyB * 0x85ebca77) ^ keyA);
  const m = i32x4.splat(mask);
  const most = i32x4.splat(last);
  const end = target + ((<usize>count) << 2);
  while (target < end) {
    const stripEnd = min(end, target + ((<usize>STRIP_VALUES) << 2));
    let walkers = WALKERS;
    for (; target < stripEnd; source += 16, target += 16) {
      const x = round4(v128.load(source), m, long, middle, short, a, b, c, d);
      v128.store(target, x);
      walkers = listOutside(x, most, target, target + 4, target + 8, target + 12, walkers);
    }
    // Beyond the count there may be values that are not of the set and would walk forever.
    while (walkers > WALKERS && load<u32>(walkers - 4) >= <u32>end) walkers -= 4;
    while (walkers > WALKERS) {
      const listEnd = walkers;
      walkers = WALKERS;
      // The list is padded by itself: a value that takes a step twice in one group is stored once.
      store<u32>(listEnd, load<u32>(listEnd - 4));
      store<u32>(listEnd, load<u32>(listEnd - 4), 4);
      store<u32>(listEnd, load<u32>(listEnd - 4), 8);
      for (let walker = WALKERS; walker < listEnd; walker += 16) {
        const first = <usize>load<u32>(walker);
        const second = <usize>load<u32>(walker, 4);
        const third = <usize>load<u32>(walker, 8);
        const fourth = <usize>load<u32>(walker, 12);
        let x = v128.load32_zero(first);
        x = v128.load32_lane(second, x, 1);
        x = v128.load32_lane(third, x, 2);
        x = v128.load32_lane(fourth, x, 3);
        x = round4(x, m, long, middle, short, a, b, c, d);
        v128.store32_lane(first, x, 0);
        v128.store32_lane(second, x, 1);
        v128.store32_lane(third, x, 2);
        v128.store32_lane(fourth, x, 3);
        walkers = listOutside(x, most, first, second, third, fourth, walkers);
      }
      // What the padding listed again goes.
      while (walkers > WALKERS + 4 && load<u32>(walkers - 4) == load<u32>(walkers - 8)) walkers -= 4;
    }
  }
}

/** Lists the places whose values lie outside of the set, without a branch. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function listOutside(
  values: v128,
  most: v128,
  first: usize,
  second: usize,
  third: usize,
  fourth: usize,
  list: usize,
): usize {
  const outside = i32x4.bitmask(i32x4.gt_u(values, most));
  store<u32>(list, <u32>first);
  list += (outside & 1) << 2;
  store<u32>(list, <u32>second);
  list += (outside & 2) << 1;
  store<u32>(list, <u32>third);
  list += outside & 4;
  store<u32>(list, <u32>fourth);
  return list + ((outside & 8) >> 1);
}
