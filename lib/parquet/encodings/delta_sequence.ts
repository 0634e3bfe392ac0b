import type { ByteBuffer } from "../bytes/byte_buffer.ts";
import { highWord, lowWord } from "../bytes/int64_words.ts";
import { VARINT_BYTES_MAX, writeZigzag64 } from "../bytes/varint.ts";
import { DELTA_BLOCK_VALUES, DELTA_MINIBLOCKS, writeDeltaHeader } from "./delta_header.ts";

/**
 * Encodes `first`, `first + step`, … as DELTA_BINARY_PACKED without touching the values: every
 * delta is the block's smallest, so that its miniblocks have width 0 and no bytes.
 *
 * @param sequence Safe integers.
 * @param buffer Memory to write in.
 * @returns The encoded page values, in `buffer`.
 */
export function encodeDeltaSequence(
  sequence: { first: number; step: number; count: number },
  buffer: ByteBuffer,
): Uint8Array {
  const { first, step, count } = sequence;
  const blocks = Math.ceil(Math.max(0, count - 1) / DELTA_BLOCK_VALUES);
  const blockBytesMax = VARINT_BYTES_MAX + DELTA_MINIBLOCKS;
  const { bytes } = buffer.reserve(4 * VARINT_BYTES_MAX + blocks * blockBytesMax);
  let at = writeDeltaHeader({ count, low: lowWord(first), high: highWord(first) }, bytes);
  const words = { low: lowWord(step), high: highWord(step) };
  for (let block = 0; block < blocks; block++) {
    at = writeZigzag64(words, { bytes, at });
    bytes.fill(0, at, at + DELTA_MINIBLOCKS);
    at += DELTA_MINIBLOCKS;
  }
  return bytes.subarray(0, at);
}
