/** A place of the text, as the caller lays it out. */
const PLACE_BYTES: usize = 8;

/**
 * Puts texts together, each behind its length: Parquet Encodings.md, PLAIN for BYTE_ARRAY.
 *
 * @param places For each place of the text: address of its slots, one a row; characters of a run,
 * 0 for a long piece.
 * @param pieces For each slot of a long piece: where it begins in `bytes`, and its length.
 * @param runs For each slot of a run: its characters in one word.
 * @returns Bytes written.
 */
export function composeText(
  places: usize,
  placeCount: i32,
  rowCount: i32,
  bytes: usize,
  pieces: usize,
  runs: usize,
  target: usize,
): i32 {
  const placesEnd = places + <usize>placeCount * PLACE_BYTES;
  const cellsEnd = (<usize>rowCount) << 2;
  let at = target;
  for (let cell: usize = 0; cell < cellsEnd; cell += 4) {
    const start = at;
    at += 4;
    for (let place = places; place < placesEnd; place += PLACE_BYTES) {
      const slot = <usize>load<u32>(<usize>load<u32>(place) + cell);
      const runWidth = <usize>load<u32>(place, 4);
      if (runWidth > 0) {
        store<u32>(at, load<u32>(runs + (slot << 2)));
        at += runWidth;
        continue;
      }
      const piece = pieces + (slot << 3);
      const from = bytes + <usize>load<u32>(piece);
      const length = <usize>load<u32>(piece, 4);
      v128.store(at, v128.load(from));
      for (let copied: usize = 16; copied < length; copied += 16) {
        v128.store(at + copied, v128.load(from + copied));
      }
      at += length;
    }
    store<u32>(start, <u32>(at - start - 4));
  }
  return <i32>(at - target);
}

/** Slots of some digits of the ordinal: `first + floor(ordinal / divisor) mod count`. */
export function chooseDigits(
  ordinals: usize,
  rowCount: i32,
  base: f64,
  divisor: f64,
  count: f64,
  first: u32,
  target: usize,
): void {
  const bases = f64x2.splat(base);
  const divisors = f64x2.splat(divisor);
  const counts = f64x2.splat(count);
  const start = i32x4.splat(first);
  const end = ordinals + ((<usize>rowCount) << 2);
  for (; ordinals < end; ordinals += 16, target += 16) {
    const four = v128.load(ordinals);
    const low = digits2(f64x2.convert_low_i32x4_u(four), bases, divisors, counts);
    const upper = v128.shuffle<i32>(four, four, 2, 3, 2, 3);
    const high = digits2(f64x2.convert_low_i32x4_u(upper), bases, divisors, counts);
    v128.store(target, i32x4.add(start, v128.shuffle<i64>(low, high, 0, 2)));
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function digits2(low: v128, base: v128, divisor: v128, count: v128): v128 {
  const quotient = f64x2.floor(f64x2.div(f64x2.add(base, low), divisor));
  const whole = f64x2.mul(f64x2.floor(f64x2.div(quotient, count)), count);
  return i32x4.trunc_sat_f64x2_u_zero(f64x2.sub(quotient, whole));
}

/** Four bytes a value, a stride apart: words of random bytes, or lengths. */
export function storeWords(
  words: usize,
  count: i32,
  stride: usize,
  target: usize,
): void {
  const end = words + ((<usize>count) << 2);
  for (; words < end; words += 4, target += stride) store<u32>(target, load<u32>(words));
}

/** RFC 9562, section 5.4: version 4 in the seventh byte, variant 10 in the ninth. */
export function markUuids(target: usize, count: i32): void {
  const keep = i8x16(-1, -1, -1, -1, -1, -1, 0x0f, -1, 0x3f, -1, -1, -1, -1, -1, -1, -1);
  const set = i8x16(0, 0, 0, 0, 0, 0, 0x40, 0, -128, 0, 0, 0, 0, 0, 0, 0);
  const end = target + ((<usize>count) << 4);
  for (; target < end; target += 16) {
    v128.store(target, v128.or(v128.and(v128.load(target), keep), set));
  }
}
