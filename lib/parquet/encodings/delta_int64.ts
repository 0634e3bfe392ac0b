import type { ByteBuffer } from "../bytes/byte_buffer.ts";
import { VARINT_BYTES_MAX, writeZigzag64 } from "../bytes/varint.ts";
import {
  DELTA_BLOCK_VALUES,
  DELTA_MINIBLOCK_VALUES,
  DELTA_MINIBLOCKS,
  writeDeltaHeader,
} from "./delta_header.ts";

const BLOCK_BYTES_MAX = VARINT_BYTES_MAX + DELTA_MINIBLOCKS + DELTA_BLOCK_VALUES * 8;

/** The block at hand, in words: its deltas, then what they exceed the smallest by. */
const lows = new Int32Array(DELTA_BLOCK_VALUES);
const highs = new Int32Array(DELTA_BLOCK_VALUES);

/**
 * Encodes 64-bit integers as DELTA_BINARY_PACKED, in 32-bit words throughout.
 *
 * @param words Two words a value, low word first.
 * @param count How many values.
 * @param buffer Memory to write in.
 * @returns The encoded page values, in `buffer`.
 */
export function encodeDeltaInt64(
  words: Int32Array,
  count: number,
  buffer: ByteBuffer,
): Uint8Array {
  const blocks = Math.ceil(Math.max(0, count - 1) / DELTA_BLOCK_VALUES);
  buffer.reserve(4 * VARINT_BYTES_MAX + blocks * BLOCK_BYTES_MAX);
  const low = count > 0 ? words[0]! : 0;
  const high = count > 0 ? words[1]! : 0;
  let at = writeDeltaHeader({ count, low, high }, buffer.bytes);
  for (let from = 1; from < count; from += DELTA_BLOCK_VALUES) {
    const to = Math.min(count, from + DELTA_BLOCK_VALUES);
    at = writeBlock(words, { from, to }, { buffer, at });
  }
  return buffer.bytes.subarray(0, at);
}

function writeBlock(
  words: Int32Array,
  { from, to }: { from: number; to: number },
  { buffer, at }: { buffer: ByteBuffer; at: number },
): number {
  const { bytes, view } = buffer;
  takeDeltas(words, { from, to });
  const smallest = subtractSmallest(to - from);
  const widthsAt = writeZigzag64(smallest, { bytes, at });
  bytes.fill(0, widthsAt, widthsAt + DELTA_MINIBLOCKS);
  let end = widthsAt + DELTA_MINIBLOCKS;
  for (let begin = 0; begin < to - from; begin += DELTA_MINIBLOCK_VALUES) {
    const width = widthOf(begin);
    bytes[widthsAt + begin / DELTA_MINIBLOCK_VALUES] = width;
    end = packMiniblock({ begin, width }, { view, at: end });
  }
  return end;
}

function takeDeltas(words: Int32Array, { from, to }: { from: number; to: number }): void {
  let previousLow = words[2 * from - 2]!;
  let previousHigh = words[2 * from - 1]!;
  for (let i = from; i < to; i++) {
    const low = words[2 * i]!;
    const high = words[2 * i + 1]!;
    const borrow = (low >>> 0) < (previousLow >>> 0) ? 1 : 0;
    lows[i - from] = low - previousLow;
    highs[i - from] = high - previousHigh - borrow;
    previousLow = low;
    previousHigh = high;
  }
}

/** Finds the smallest of the first `count` deltas and takes it off them; the rest become zero. */
function subtractSmallest(count: number): { low: number; high: number } {
  let smallLow = lows[0]!;
  let smallHigh = highs[0]!;
  for (let i = 1; i < count; i++) {
    const low = lows[i]!;
    const high = highs[i]!;
    if (high < smallHigh || (high === smallHigh && (low >>> 0) < (smallLow >>> 0))) {
      smallLow = low;
      smallHigh = high;
    }
  }
  for (let i = 0; i < count; i++) {
    const low = lows[i]!;
    const borrow = (low >>> 0) < (smallLow >>> 0) ? 1 : 0;
    lows[i] = low - smallLow;
    highs[i] = highs[i]! - smallHigh - borrow;
  }
  lows.fill(0, count);
  highs.fill(0, count);
  return { low: smallLow, high: smallHigh };
}

function widthOf(begin: number): number {
  let low = 0;
  let high = 0;
  for (let i = begin; i < begin + DELTA_MINIBLOCK_VALUES; i++) {
    low |= lows[i]!;
    high |= highs[i]!;
  }
  return high === 0 ? 32 - Math.clz32(low) : 64 - Math.clz32(high);
}

/** Packs each value as its low word (or what is used of it), then what is used of its high word. */
function packMiniblock(
  { begin, width }: { begin: number; width: number },
  target: { view: DataView; at: number },
): number {
  if (width === 0) return target.at;
  const { view } = target;
  const lowWidth = Math.min(32, width);
  const highWidth = width - lowWidth;
  let { at } = target;
  let accumulator = 0;
  let bits = 0;
  for (let i = begin; i < begin + DELTA_MINIBLOCK_VALUES; i++) {
    const low = lows[i]!;
    accumulator |= low << bits;
    bits += lowWidth;
    if (bits >= 32) {
      view.setInt32(at, accumulator, true);
      at += 4;
      bits -= 32;
      accumulator = bits === 0 ? 0 : low >>> (lowWidth - bits);
    }
    if (highWidth === 0) continue;
    const high = highs[i]!;
    accumulator |= high << bits;
    bits += highWidth;
    if (bits >= 32) {
      view.setInt32(at, accumulator, true);
      at += 4;
      bits -= 32;
      accumulator = bits === 0 ? 0 : high >>> (highWidth - bits);
    }
  }
  return at;
}
