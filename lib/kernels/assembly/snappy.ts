/** Copies reach back at most so far, and positions in a block fit 16 bits. */
const BLOCK_BYTES: usize = 65536;
/** Bytes at the end of a block that no search begins in, so that loads of 8 bytes stay inside. */
const MARGIN_BYTES: usize = 15;
const TABLE_BITS: u32 = 14;
const TABLE = memory.data(2 << 14);
/** Positions probed before the search begins to leave some out, and how many it starts with. */
const SKIP_SHIFT: usize = 5;
const SKIP_START: usize = 2 << SKIP_SHIFT;

/**
 * Must stay what `lib/parquet/compression/compress_snappy.ts` is, which tells why.
 *
 * Compresses by the format of Snappy: format_description.txt. `target` has room for
 * 32 + count + count / 6 bytes.
 *
 * @returns Bytes written.
 */
export function compressSnappy(source: usize, count: u32, target: usize): u32 {
  let at = target;
  let length = count;
  for (; length >= 128; length >>= 7) store<u8>(at++, <u8>(length | 128));
  store<u8>(at++, <u8>length);
  const end = source + <usize>count;
  for (let from = source; from < end; from += BLOCK_BYTES) {
    at = compressBlock(from, min(BLOCK_BYTES, end - from), at);
  }
  return <u32>(at - target);
}

/** Where the position of the last five bytes like these is kept. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function slotOf(at: usize): usize {
  const mixed = load<u32>(at) * 0x1e35a7bd + load<u32>(at, 1) * 0x9e3779b1;
  const hash = mixed >> (32 - TABLE_BITS);
  return TABLE + ((<usize>hash) << 1);
}

function compressBlock(block: usize, length: usize, target: usize): usize {
  let at = target;
  let literals = block;
  const end = block + length;
  if (length > MARGIN_BYTES) {
    memory.fill(TABLE, 0, 2 << TABLE_BITS);
    const last = end - MARGIN_BYTES;
    let from = block + 1;
    while (true) {
      let skip = SKIP_START;
      let candidate: usize;
      let slot: usize;
      let next = from;
      do {
        from = next;
        next = from + (skip++ >> SKIP_SHIFT);
        if (next > last) return copyLiterals(literals, end - literals, at);
        slot = slotOf(from);
        candidate = block + <usize>load<u16>(slot);
        store<u16>(slot, <u16>(from - block));
      } while (load<u32>(from) != load<u32>(candidate));
      while (
        from > literals && candidate > block && load<u8>(from - 1) == load<u8>(candidate - 1)
      ) {
        from--;
        candidate--;
      }
      at = copyLiterals(literals, from - literals, at);
      do {
        const matched = matchLength(from, candidate, end);
        at = storeCopy(from - candidate, matched, at);
        from += matched;
        literals = from;
        if (from >= last) return copyLiterals(literals, end - literals, at);
        store<u16>(slotOf(from - 1), <u16>(from - 1 - block));
        slot = slotOf(from);
        candidate = block + <usize>load<u16>(slot);
        store<u16>(slot, <u16>(from - block));
      } while (load<u32>(from) == load<u32>(candidate));
      from++;
    }
  }
  return copyLiterals(literals, end - literals, at);
}

/** Bytes that agree, of which the first four are known to. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function matchLength(from: usize, candidate: usize, end: usize): usize {
  let at = from + 4;
  let before = candidate + 4;
  while (at + 8 <= end) {
    const difference = load<u64>(at) ^ load<u64>(before);
    if (difference != 0) return at + (<usize>ctz(difference) >> 3) - from;
    at += 8;
    before += 8;
  }
  while (at < end && load<u8>(at) == load<u8>(before)) {
    at++;
    before++;
  }
  return at - from;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function copyLiterals(from: usize, length: usize, target: usize): usize {
  if (length == 0) return target;
  const code = <u32>length - 1;
  if (code < 16) {
    store<u8>(target, <u8>(code << 2));
    v128.store(target + 1, v128.load(from));
    return target + 1 + length;
  }
  return copyLongLiterals(from, length, target);
}

function copyLongLiterals(from: usize, length: usize, target: usize): usize {
  const code = <u32>length - 1;
  let at = target;
  if (code < 60) store<u8>(at++, <u8>(code << 2));
  else if (code < 256) {
    store<u8>(at, 60 << 2);
    store<u8>(at, <u8>code, 1);
    at += 2;
  } else {
    store<u8>(at, 61 << 2);
    store<u16>(at, <u16>code, 1);
    at += 3;
  }
  memory.copy(at, from, length);
  return at + length;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function storeCopy(offset: usize, length: usize, target: usize): usize {
  let at = target;
  let rest = <u32>length;
  if (rest > 64) {
    for (; rest >= 68; rest -= 64, at += 3) storeLongCopy(<u32>offset, 64, at);
    if (rest > 64) {
      storeLongCopy(<u32>offset, 60, at);
      at += 3;
      rest -= 60;
    }
  }
  if (rest < 12 && offset < 2048) {
    store<u8>(at, <u8>(((<u32>offset >> 8) << 5) | ((rest - 4) << 2) | 1));
    store<u8>(at, <u8>offset, 1);
    return at + 2;
  }
  storeLongCopy(<u32>offset, rest, at);
  return at + 3;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function storeLongCopy(offset: u32, length: u32, at: usize): void {
  store<u8>(at, <u8>(((length - 1) << 2) | 2));
  store<u16>(at, <u16>offset, 1);
}
