import type { ByteBuffer } from "../bytes/byte_buffer.ts";
import { VARINT_BYTES_MAX, writeZigzag64 } from "../bytes/varint.ts";
import {
  DELTA_BLOCK_VALUES,
  DELTA_MINIBLOCK_VALUES,
  DELTA_MINIBLOCKS,
  writeDeltaHeader,
} from "./delta_header.ts";

const BLOCK_BYTES_MAX = VARINT_BYTES_MAX + DELTA_MINIBLOCKS + DELTA_BLOCK_VALUES * 4;

/** The block at hand: its deltas, then what they exceed the smallest by. */
const deltas = new Int32Array(DELTA_BLOCK_VALUES);

/**
 * Encodes 32-bit integers as DELTA_BINARY_PACKED. Differences wrap around, as the spec demands, so
 * no miniblock is wider than 32 bits.
 *
 * @param values At least `count` values.
 * @param count How many.
 * @param buffer Memory to write in.
 * @returns The encoded page values, in `buffer`.
 */
export function encodeDeltaInt32(
  values: Int32Array,
  count: number,
  buffer: ByteBuffer,
): Uint8Array {
  const blocks = Math.ceil(Math.max(0, count - 1) / DELTA_BLOCK_VALUES);
  buffer.reserve(4 * VARINT_BYTES_MAX + blocks * BLOCK_BYTES_MAX);
  const first = count > 0 ? values[0]! : 0;
  let at = writeDeltaHeader({ count, low: first, high: first >> 31 }, buffer.bytes);
  for (let from = 1; from < count; from += DELTA_BLOCK_VALUES) {
    const to = Math.min(count, from + DELTA_BLOCK_VALUES);
    at = writeBlock(values, { from, to }, { buffer, at });
  }
  return buffer.bytes.subarray(0, at);
}

function writeBlock(
  values: Int32Array,
  { from, to }: { from: number; to: number },
  { buffer, at }: { buffer: ByteBuffer; at: number },
): number {
  const { bytes, view } = buffer;
  const smallest = takeDeltas(values, { from, to });
  const widthsAt = writeZigzag64({ low: smallest, high: smallest >> 31 }, { bytes, at });
  bytes.fill(0, widthsAt, widthsAt + DELTA_MINIBLOCKS);
  let end = widthsAt + DELTA_MINIBLOCKS;
  for (let begin = 0; begin < to - from; begin += DELTA_MINIBLOCK_VALUES) {
    const width = widthOf(begin);
    bytes[widthsAt + begin / DELTA_MINIBLOCK_VALUES] = width;
    end = packMiniblock({ begin, width }, { view, at: end });
  }
  return end;
}

/** Fills `deltas`, padded with zeros, relative to the smallest, which it returns. */
function takeDeltas(values: Int32Array, { from, to }: { from: number; to: number }): number {
  const count = to - from;
  let smallest = 0x7fffffff;
  let previous = values[from - 1]!;
  for (let i = 0; i < count; i++) {
    const value = values[from + i]!;
    const delta = (value - previous) | 0;
    if (delta < smallest) smallest = delta;
    deltas[i] = delta;
    previous = value;
  }
  for (let i = 0; i < count; i++) deltas[i] = deltas[i]! - smallest;
  deltas.fill(0, count);
  return smallest;
}

function widthOf(begin: number): number {
  let union = 0;
  for (let i = begin; i < begin + DELTA_MINIBLOCK_VALUES; i++) union |= deltas[i]!;
  return 32 - Math.clz32(union);
}

/** 32 values of any width fill whole words. */
function packMiniblock(
  { begin, width }: { begin: number; width: number },
  target: { view: DataView; at: number },
): number {
  if (width === 0) return target.at;
  const { view } = target;
  let { at } = target;
  let accumulator = 0;
  let bits = 0;
  for (let i = begin; i < begin + DELTA_MINIBLOCK_VALUES; i++) {
    const delta = deltas[i]!;
    accumulator |= delta << bits;
    bits += width;
    if (bits >= 32) {
      view.setInt32(at, accumulator, true);
      at += 4;
      bits -= 32;
      accumulator = bits === 0 ? 0 : delta >>> (width - bits);
    }
  }
  return at;
}
