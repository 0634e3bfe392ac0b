import { mix4 } from "./mix";

/** `start + step * ordinal` as 32-bit integers. */
export function affineInt32(
  ordinals: usize,
  count: i32,
  start: i32,
  step: i32,
  target: usize,
): void {
  const starts = i32x4.splat(start);
  const steps = i32x4.splat(step);
  const end = ordinals + ((<usize>count) << 2);
  for (; ordinals < end; ordinals += 16, target += 16) {
    v128.store(target, i32x4.add(starts, i32x4.mul(steps, v128.load(ordinals))));
  }
}

/** `start + step * ordinal` as bytes, for ordinals and results of 0 and 1. */
export function affineBytes(
  ordinals: usize,
  count: i32,
  start: i32,
  step: i32,
  target: usize,
): void {
  const starts = i8x16.splat(<i8>start);
  const end = target + (<usize>count);
  const negative = step < 0;
  for (; target < end; ordinals += 64, target += 16) {
    const low = i16x8.narrow_i32x4_u(v128.load(ordinals), v128.load(ordinals, 16));
    const high = i16x8.narrow_i32x4_u(v128.load(ordinals, 32), v128.load(ordinals, 48));
    const bytes = i8x16.narrow_i16x8_u(low, high);
    v128.store(target, negative ? i8x16.sub(starts, bytes) : i8x16.add(starts, bytes));
  }
}

/** `start + step * ordinal` as doubles. */
export function affineUnits(
  ordinals: usize,
  count: i32,
  start: f64,
  step: f64,
  target: usize,
): void {
  const starts = f64x2.splat(start);
  const steps = f64x2.splat(step);
  const end = ordinals + ((<usize>count) << 2);
  for (; ordinals < end; ordinals += 16, target += 32) {
    const four = v128.load(ordinals);
    v128.store(target, f64x2.add(starts, f64x2.mul(steps, f64x2.convert_low_i32x4_u(four))));
    v128.store(target, f64x2.add(starts, f64x2.mul(steps, upper(four))), 16);
  }
}

/** The units that ordinals stand for in a list. */
export function listUnits(ordinals: usize, count: i32, list: usize, target: usize): void {
  for (let i = 0; i < count; i++, ordinals += 4, target += 8) {
    store<f64>(target, load<f64>(list + ((<usize>load<u32>(ordinals)) << 3)));
  }
}

/** `start + step * floor(fraction * outcomes)` with a fraction of 53 bits from two hashes. */
export function drawWide(
  rows: usize,
  count: i32,
  highKeyA: u32,
  highKeyB: u32,
  lowKeyA: u32,
  lowKeyB: u32,
  start: f64,
  step: f64,
  outcomes: f64,
  target: usize,
): void {
  const highA = i32x4.splat(highKeyA);
  const highB = i32x4.splat(highKeyB);
  const lowA = i32x4.splat(lowKeyA);
  const lowB = i32x4.splat(lowKeyB);
  const starts = f64x2.splat(start);
  const steps = f64x2.splat(step);
  const counts = f64x2.splat(outcomes);
  const end = rows + ((<usize>count) << 2);
  for (; rows < end; rows += 16, target += 32) {
    const four = v128.load(rows);
    const high = i32x4.shr_u(mix4(four, highA, highB), 5);
    const low = i32x4.shr_u(mix4(four, lowA, lowB), 6);
    const first = fraction53(f64x2.convert_low_i32x4_u(high), f64x2.convert_low_i32x4_u(low));
    const second = fraction53(upper(high), upper(low));
    v128.store(target, f64x2.add(starts, f64x2.mul(steps, f64x2.floor(f64x2.mul(first, counts)))));
    v128.store(
      target,
      f64x2.add(starts, f64x2.mul(steps, f64x2.floor(f64x2.mul(second, counts)))),
      16,
    );
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function fraction53(high: v128, low: v128): v128 {
  const whole = f64x2.add(f64x2.mul(high, f64x2.splat(67108864.0)), low);
  return f64x2.mul(whole, f64x2.splat(1.1102230246251565e-16));
}

/** The two upper of four unsigned integers, as doubles. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function upper(four: v128): v128 {
  return f64x2.convert_low_i32x4_u(v128.shuffle<i32>(four, four, 2, 3, 2, 3));
}

/**
 * Values of a distribution by its table of quantiles. Rows in the two outer bins are listed in
 * `tails`, and their values are not to be used; returns how many there are.
 */
export function drawQuantiles(
  rows: usize,
  count: i32,
  keyA: u32,
  keyB: u32,
  table: usize,
  lowest: f64,
  highest: f64,
  step: f64,
  rounded: bool,
  tails: usize,
  target: usize,
): i32 {
  const a = i32x4.splat(keyA);
  const b = i32x4.splat(keyB);
  const least = f64x2.splat(lowest);
  const most = f64x2.splat(highest);
  const steps = f64x2.splat(step);
  let tail = tails;
  for (let i = 0; i < count; i += 4, rows += 16, target += 32) {
    const hashes = mix4(v128.load(rows), a, b);
    const bins = i32x4.shr_u(hashes, 20);
    const outer = i32x4.ge_u(i32x4.sub(bins, i32x4.splat(1)), i32x4.splat(4094));
    if (v128.any_true(outer)) tail = listOuter(i32x4.bitmask(outer), i, count, tail);
    const within = v128.and(hashes, i32x4.splat(0xfffff));
    const first = quantiles2(
      table + ((<usize>i32x4.extract_lane(bins, 0)) << 3),
      table + ((<usize>i32x4.extract_lane(bins, 1)) << 3),
      f64x2.convert_low_i32x4_u(within),
    );
    const second = quantiles2(
      table + ((<usize>i32x4.extract_lane(bins, 2)) << 3),
      table + ((<usize>i32x4.extract_lane(bins, 3)) << 3),
      upper(within),
    );
    v128.store(target, f64x2.mul(bounded2(first, least, most, rounded), steps));
    v128.store(target, f64x2.mul(bounded2(second, least, most, rounded), steps), 16);
  }
  return <i32>((tail - tails) >> 2);
}

function listOuter(outer: i32, first: i32, count: i32, list: usize): usize {
  let end = list;
  for (let lane = 0; lane < 4; lane++) {
    if (((outer >> lane) & 1) == 0 || first + lane >= count) continue;
    store<u32>(end, first + lane);
    end += 4;
  }
  return end;
}

/** Two values on the lines between the edges of their bins; an edge and the next lie side by side. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function quantiles2(firstEdge: usize, secondEdge: usize, within: v128): v128 {
  const first = v128.load(firstEdge);
  const second = v128.load(secondEdge);
  const from = v128.shuffle<i64>(first, second, 0, 2);
  const to = v128.shuffle<i64>(first, second, 1, 3);
  const share = f64x2.mul(within, f64x2.splat(9.5367431640625e-7));
  return f64x2.add(from, f64x2.mul(f64x2.sub(to, from), share));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function bounded2(steps: v128, lowest: v128, highest: v128, rounded: bool): v128 {
  const whole = rounded ? f64x2.floor(f64x2.add(steps, f64x2.splat(0.5))) : steps;
  return f64x2.pmin(f64x2.pmax(whole, lowest), highest);
}

export function storeInt32(units: usize, count: i32, target: usize): void {
  const end = units + ((<usize>count) << 3);
  const limit = f64x2.splat(2147483648.0);
  for (; units < end; units += 32, target += 16) {
    const first = v128.load(units);
    const second = v128.load(units, 16);
    const fits = v128.and(f64x2.lt(f64x2.abs(first), limit), f64x2.lt(f64x2.abs(second), limit));
    if (i64x2.all_true(fits)) {
      const low = i32x4.trunc_sat_f64x2_s_zero(first);
      const high = i32x4.trunc_sat_f64x2_s_zero(second);
      v128.store(target, v128.shuffle<i64>(low, high, 0, 2));
      continue;
    }
    // Modulo 2^32, as JavaScript stores what does not fit.
    for (let i: usize = 0; i < 4; i++) {
      store<i32>(target + (i << 2), <i32>(<i64>load<f64>(units + (i << 3))));
    }
  }
}

/** Below it, adding 1.5 * 2^52 leaves an integer in the low bits of a double. */
const SHORT_MAX: f64 = 2251799813685248.0;
const SHIFTED: f64 = 6755399441055744.0;

export function storeInt64(units: usize, count: i32, multiplier: i64, target: usize): void {
  const end = units + ((<usize>count) << 3);
  if (multiplier != 1) {
    for (; units < end; units += 8, target += 8) {
      store<i64>(target, <i64>load<f64>(units) * multiplier);
    }
    return;
  }
  const shift = f64x2.splat(SHIFTED);
  for (; units < end; units += 16, target += 16) {
    const two = f64x2.trunc(v128.load(units));
    if (i64x2.all_true(f64x2.lt(f64x2.abs(two), f64x2.splat(SHORT_MAX)))) {
      v128.store(target, i64x2.sub(f64x2.add(two, shift), shift));
    } else {
      store<i64>(target, <i64>load<f64>(units));
      store<i64>(target, <i64>load<f64>(units, 8), 8);
    }
  }
}

export function storeDoubles(units: usize, count: i32, divisor: f64, target: usize): void {
  const divisors = f64x2.splat(divisor);
  const end = units + ((<usize>count) << 3);
  for (; units < end; units += 16, target += 16) {
    v128.store(target, f64x2.div(v128.load(units), divisors));
  }
}

export function storeFloats(units: usize, count: i32, divisor: f64, target: usize): void {
  const end = units + ((<usize>count) << 3);
  for (; units < end; units += 8, target += 4) {
    store<f32>(target, <f32>(load<f64>(units) / divisor));
  }
}

export function storeBooleans(units: usize, count: i32, target: usize): void {
  const end = units + ((<usize>count) << 3);
  for (; units < end; units += 8, target++) store<u8>(target, <u8>load<f64>(units));
}
