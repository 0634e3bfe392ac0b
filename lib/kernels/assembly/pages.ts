/** Packs bytes that are 0 or 1 into bits, the first in the lowest; the last byte is padded. */
export function packBits(source: usize, count: i32, target: usize): void {
  let rest = count;
  for (; rest >= 16; rest -= 16, source += 16, target += 2) {
    const bits = i8x16.bitmask(i8x16.ne(v128.load(source), i8x16.splat(0)));
    store<u16>(target, <u16>bits);
  }
  let bits: u32 = 0;
  for (let i = 0; i < rest; i++) bits |= (<u32>load<u8>(source + i)) << i;
  if (rest > 0) store<u8>(target, <u8>bits);
  if (rest > 8) store<u8>(target, <u8>(bits >> 8), 1);
}

/**
 * Packs positions from the lowest bit up, padded with zeros to a multiple of eight values, and notes
 * which entries are used. Returns the largest position.
 */
export function packPositions(
  positions: usize,
  count: i32,
  bitWidth: u32,
  target: usize,
): void {
  const end = target + <usize>(((count + 7) >> 3) * bitWidth);
  let accumulator: u64 = 0;
  let bits: u32 = 0;
  for (let i = 0; i < count; i++, positions += 4) {
    accumulator |= (<u64>load<u32>(positions)) << bits;
    bits += bitWidth;
    if (bits >= 32) {
      store<u32>(target, <u32>accumulator);
      target += 4;
      accumulator >>= 32;
      bits -= 32;
    }
  }
  for (; target < end; target++, accumulator >>= 8) store<u8>(target, <u8>accumulator);
}

/** Marks the entries that are used, and returns the largest position. */
export function markUsed(positions: usize, count: i32, used: usize, entryCount: u32): u32 {
  let largest: u32 = 0;
  for (let i = 0; i < count; i++, positions += 4) {
    const position = load<u32>(positions);
    if (position < entryCount) store<u8>(used + <usize>position, 1);
    largest = max(largest, position);
  }
  return largest;
}

/** The smallest and the largest found, 8 bytes each at most. */
const BOUNDS = memory.data(16);

/** Where the functions below leave what they find. */
export function boundsFound(): usize {
  return BOUNDS;
}

/** Smallest and largest of at least one value, in their order with the bits of `flip` turned. */
export function boundInt32(values: usize, count: i32, flip: i32): void {
  const flips = i32x4.splat(flip);
  let least = v128.xor(v128.load32_splat(values), flips);
  let most = least;
  let rest = count;
  for (; rest >= 4; rest -= 4, values += 16) {
    const four = v128.xor(v128.load(values), flips);
    least = i32x4.min_s(least, four);
    most = i32x4.max_s(most, four);
  }
  for (; rest > 0; rest--, values += 4) {
    const one = v128.xor(v128.load32_splat(values), flips);
    least = i32x4.min_s(least, one);
    most = i32x4.max_s(most, one);
  }
  least = i32x4.min_s(least, v128.shuffle<i32>(least, least, 2, 3, 0, 1));
  most = i32x4.max_s(most, v128.shuffle<i32>(most, most, 2, 3, 0, 1));
  least = i32x4.min_s(least, v128.shuffle<i32>(least, least, 1, 0, 3, 2));
  most = i32x4.max_s(most, v128.shuffle<i32>(most, most, 1, 0, 3, 2));
  store<i32>(BOUNDS, i32x4.extract_lane(least, 0) ^ flip);
  store<i32>(BOUNDS, i32x4.extract_lane(most, 0) ^ flip, 4);
}

export function boundInt64(values: usize, count: i32, flip: i64): void {
  let least = load<i64>(values) ^ flip;
  let most = least;
  for (let i = 0; i < count; i++, values += 8) {
    const value = load<i64>(values) ^ flip;
    least = value < least ? value : least;
    most = value > most ? value : most;
  }
  store<i64>(BOUNDS, least ^ flip);
  store<i64>(BOUNDS, most ^ flip, 8);
}

/** Bounds of the numbers among the values, and how many are none; zeros of both signs are equal. */
export function boundDoubles(values: usize, count: i32): i32 {
  let least = Infinity;
  let most = -Infinity;
  let nanCount = 0;
  for (let i = 0; i < count; i++, values += 8) {
    const value = load<f64>(values);
    least = value < least ? value : least;
    most = value > most ? value : most;
    nanCount += i32(value != value);
  }
  store<f64>(BOUNDS, least);
  store<f64>(BOUNDS, most, 8);
  return nanCount;
}

export function boundFloats(values: usize, count: i32): i32 {
  let least = Infinity;
  let most = -Infinity;
  let nanCount = 0;
  for (let i = 0; i < count; i++, values += 4) {
    const value = <f64>load<f32>(values);
    least = value < least ? value : least;
    most = value > most ? value : most;
    nanCount += i32(value != value);
  }
  store<f64>(BOUNDS, least);
  store<f64>(BOUNDS, most, 8);
  return nanCount;
}

/**
 * Finds the smallest and the largest of at least one text, byte by byte and unsigned, and leaves the
 * positions where they begin. Returns the position after the last text.
 */
export function boundTexts(texts: usize, count: i32): u32 {
  let least = texts;
  let most = texts;
  let shared = sharedWords(least, most);
  let leastKey = keyAt(least, shared);
  let mostKey = leastKey;
  let at = texts;
  for (let i = 0; i < count; i++) {
    const length = <usize>load<u32>(at);
    // What begins as both bounds do, and then lies between them, is neither.
    if (length >= shared && begins(at, least, shared)) {
      const key = keyAt(at, shared);
      if (key > leastKey && key < mostKey) {
        at += 4 + length;
        continue;
      }
    }
    const isLeast = comesBefore(at, least);
    const isMost = comesBefore(most, at);
    if (isLeast) least = at;
    if (isMost) most = at;
    if (isLeast || isMost) {
      shared = sharedWords(least, most);
      leastKey = keyAt(least, shared);
      mostKey = keyAt(most, shared);
    }
    at += 4 + length;
  }
  store<u32>(BOUNDS, <u32>(least - texts));
  store<u32>(BOUNDS, <u32>(most - texts), 4);
  return <u32>(at - texts);
}

/** How many bytes two texts begin with alike, in whole words of eight. */
function sharedWords(one: usize, other: usize): usize {
  const most = <usize>(min(load<u32>(one), load<u32>(other)) & ~7);
  let shared: usize = 0;
  while (shared < most && load<u64>(one + shared, 4) == load<u64>(other + shared, 4)) shared += 8;
  return shared;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function begins(text: usize, other: usize, shared: usize): bool {
  for (let i: usize = 0; i < shared; i += 8) {
    if (load<u64>(text + i, 4) != load<u64>(other + i, 4)) return false;
  }
  return true;
}

/** Eight bytes from a place on as one big-endian number; a shorter text counts as followed by zeros. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function keyAt(text: usize, from: usize): u64 {
  return leading(text + 4 + from, load<u32>(text) - <u32>from);
}

/** Up to eight of so many bytes, as one big-endian number. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function leading(bytes: usize, length: u32): u64 {
  const word = bswap<u64>(load<u64>(bytes));
  if (length >= 8) return word;
  return length == 0 ? 0 : word & (0xffffffffffffffff << (64 - 8 * <u64>length));
}

function comesBefore(left: usize, right: usize): bool {
  const leftLength = load<u32>(left);
  const rightLength = load<u32>(right);
  const shared = min(leftLength, rightLength);
  for (let i: u32 = 0; i < shared; i += 8) {
    const leftWord = leading(left + 4 + <usize>i, shared - i);
    const rightWord = leading(right + 4 + <usize>i, shared - i);
    if (leftWord != rightWord) return leftWord < rightWord;
  }
  return leftLength < rightLength;
}

/**
 * The same for values of one width, at most 16 bytes; `flip` turns bits of their first eight bytes,
 * so that decimals compare signed.
 */
export function boundFixed(values: usize, count: i32, width: u32, flip: u64): void {
  let least: u32 = 0;
  let most: u32 = 0;
  let leastHigh = leading(values, width) ^ flip;
  let leastLow = width > 8 ? leading(values + 8, width - 8) : 0;
  let mostHigh = leastHigh;
  let mostLow = leastLow;
  const end = <u32>count * width;
  for (let at: u32 = 0; at < end; at += width) {
    const high = leading(values + <usize>at, width) ^ flip;
    if (high > leastHigh && high < mostHigh) continue;
    const low = width > 8 ? leading(values + <usize>at + 8, width - 8) : 0;
    if (high < leastHigh || (high == leastHigh && low < leastLow)) {
      least = at;
      leastHigh = high;
      leastLow = low;
    }
    if (high > mostHigh || (high == mostHigh && low > mostLow)) {
      most = at;
      mostHigh = high;
      mostLow = low;
    }
  }
  store<u32>(BOUNDS, least);
  store<u32>(BOUNDS, most, 4);
}
