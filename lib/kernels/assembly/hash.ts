import { mix, mix4, multiplyHigh4 } from "./mix";

export function listRows(target: usize, count: i32, first: u32): void {
  const four = i32x4.splat(4);
  let rows = i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
  const end = target + ((<usize>count) << 2);
  for (; target < end; target += 16) {
    v128.store(target, rows);
    rows = i32x4.add(rows, four);
  }
}

export function hashRows(rows: usize, count: i32, keyA: u32, keyB: u32, target: usize): void {
  const a = i32x4.splat(keyA);
  const b = i32x4.splat(keyB);
  const end = rows + ((<usize>count) << 2);
  for (; rows < end; rows += 16, target += 16) {
    v128.store(target, mix4(v128.load(rows), a, b));
  }
}

export function drawBelow(
  rows: usize,
  count: i32,
  keyA: u32,
  keyB: u32,
  outcomes: u32,
  first: u32,
  target: usize,
): void {
  const a = i32x4.splat(keyA);
  const b = i32x4.splat(keyB);
  const n = i32x4.splat(outcomes);
  const start = i32x4.splat(first);
  const end = rows + ((<usize>count) << 2);
  for (; rows < end; rows += 16, target += 16) {
    const hashes = mix4(v128.load(rows), a, b);
    v128.store(target, i32x4.add(start, multiplyHigh4(hashes, n)));
  }
}

/** Ordinals by weight: the index of the first threshold above the hash. */
export function drawWeighted(
  rows: usize,
  count: i32,
  keyA: u32,
  keyB: u32,
  thresholds: usize,
  guide: usize,
  target: usize,
): void {
  for (let i = 0; i < count; i++, rows += 4, target += 4) {
    const hash = mix(load<u32>(rows), keyA, keyB);
    let index = load<u32>(guide + ((<usize>(hash >> 20)) << 2));
    while (load<f64>(thresholds + ((<usize>index) << 3)) <= <f64>hash) index++;
    store<u32>(target, index);
  }
}

/** The same for few weights: how many of the thresholds the hash reaches. */
export function drawWeightedFew(
  rows: usize,
  count: i32,
  keyA: u32,
  keyB: u32,
  thresholds: usize,
  thresholdCount: i32,
  target: usize,
): void {
  const a = i32x4.splat(keyA);
  const b = i32x4.splat(keyB);
  const thresholdsEnd = thresholds + ((<usize>thresholdCount) << 2);
  const end = rows + ((<usize>count) << 2);
  for (; rows < end; rows += 16, target += 16) {
    const hashes = mix4(v128.load(rows), a, b);
    let index = i32x4.splat(0);
    for (let threshold = thresholds; threshold < thresholdsEnd; threshold += 4) {
      // What is reached is all ones, which is -1.
      index = i32x4.sub(index, i32x4.ge_u(hashes, v128.load32_splat(threshold)));
    }
    v128.store(target, index);
  }
}

/** Rows before each row, uniformly: floor(hash * row / 2^32). */
export function drawEarlier(
  rows: usize,
  count: i32,
  keyA: u32,
  keyB: u32,
  target: usize,
): void {
  const a = i32x4.splat(keyA);
  const b = i32x4.splat(keyB);
  const end = rows + ((<usize>count) << 2);
  for (; rows < end; rows += 16, target += 16) {
    const row = v128.load(rows);
    v128.store(target, multiplyHigh4(mix4(row, a, b), row));
  }
}
