import { kernelsOver } from "../../kernels/mod.ts";
import type { PageBuffers } from "../page_buffers.ts";

/** Copies reach back at most so far, and positions in a block fit 16 bits. */
const BLOCK_BYTES = 65_536;
/** Bytes at the end of a block in which no search begins. */
const MARGIN_BYTES = 15;
const TABLE_BITS = 14;
/**
 * Every 2^5 positions without a match, the search leaves one more out. It leaves out every other one
 * from the start, since a match found late is extended backwards.
 */
const SKIP_SHIFT = 5;
const SKIP_START = 2 << SKIP_SHIFT;

const table = new Uint16Array(1 << TABLE_BITS);

/**
 * Compresses by the format of Snappy (format_description.txt of google/snappy): greedy, with a table
 * of where each run of five bytes was last seen. Five find fewer matches than the usual four and
 * better ones, which is twice as fast and costs a twentieth in size on text like ours. What is chosen
 * here decides bytes that checksums cover: a change is one of WRITER_VERSION.
 *
 * @param bytes Anything, anywhere; fastest in the memory of the buffers.
 * @param buffers Receive the result.
 * @returns The compressed bytes, valid until the buffers are used again.
 */
export function compressSnappy(bytes: Uint8Array, buffers: PageBuffers): Uint8Array {
  const target = buffers.compressed.reserve(32 + bytes.length + Math.ceil(bytes.length / 6)).bytes;
  const kernels = kernelsOver(target);
  if (kernels === null) return target.subarray(0, compress(bytes, target));
  const source = bytes.buffer === target.buffer ? bytes : copied(bytes, buffers);
  if (kernelsOver(source, target) === null) return target.subarray(0, compress(bytes, target));
  const { byteOffset } = target;
  return target.subarray(0, kernels.compressSnappy(source.byteOffset, bytes.length, byteOffset));
}

function copied(bytes: Uint8Array, { joined }: PageBuffers): Uint8Array {
  const copy = joined.reserve(bytes.length).bytes;
  copy.set(bytes);
  return copy;
}

function compress(bytes: Uint8Array, target: Uint8Array): number {
  let at = 0;
  let length = bytes.length;
  for (; length >= 128; length >>>= 7) target[at++] = (length & 127) | 128;
  target[at++] = length;
  for (let from = 0; from < bytes.length; from += BLOCK_BYTES) {
    at = compressBlock(bytes.subarray(from, from + BLOCK_BYTES), target, at);
  }
  return at;
}

function compressBlock(block: Uint8Array, target: Uint8Array, targetAt: number): number {
  const end = block.length;
  const last = end - MARGIN_BYTES;
  const view = new DataView(block.buffer, block.byteOffset, end);
  let at = targetAt;
  let literals = 0;
  table.fill(0);
  for (let from = 1; last > 0;) {
    let next = from;
    let candidate: number;
    let skip = SKIP_START;
    do {
      from = next;
      next = from + (skip++ >> SKIP_SHIFT);
      if (next > last) return storeLiterals(block.subarray(literals), target, at);
      candidate = exchange(view, from);
    } while (view.getInt32(from, true) !== view.getInt32(candidate, true));
    while (from > literals && candidate > 0 && block[from - 1] === block[candidate - 1]) {
      from--;
      candidate--;
    }
    at = storeLiterals(block.subarray(literals, from), target, at);
    do {
      const matched = matchLength(block, from, candidate);
      at = storeCopy({ offset: from - candidate, length: matched }, target, at);
      from += matched;
      literals = from;
      if (from >= last) return storeLiterals(block.subarray(literals), target, at);
      exchange(view, from - 1);
      candidate = exchange(view, from);
    } while (view.getInt32(from, true) === view.getInt32(candidate, true));
    from++;
  }
  return storeLiterals(block, target, at);
}

/** Keeps a position in the table, and returns the one that was there. */
function exchange(view: DataView, position: number): number {
  const first = Math.imul(view.getInt32(position, true), 0x1e35a7bd);
  const second = Math.imul(view.getInt32(position + 1, true), 0x9e3779b1);
  const slot = (first + second) >>> (32 - TABLE_BITS);
  const before = table[slot]!;
  table[slot] = position;
  return before;
}

function matchLength(block: Uint8Array, from: number, candidate: number): number {
  let length = 4;
  while (from + length < block.length && block[from + length] === block[candidate + length]) {
    length++;
  }
  return length;
}

function storeLiterals(literals: Uint8Array, target: Uint8Array, targetAt: number): number {
  const code = literals.length - 1;
  let at = targetAt;
  if (code < 0) return at;
  if (code < 60) target[at++] = code << 2;
  else {
    target[at++] = code < 256 ? 60 << 2 : 61 << 2;
    target[at++] = code;
    if (code >= 256) target[at++] = code >> 8;
  }
  target.set(literals, at);
  return at + literals.length;
}

/** No copy is longer than 64 bytes, and none of the short form longer than 11. */
function storeCopy(
  { offset, length }: { offset: number; length: number },
  target: Uint8Array,
  targetAt: number,
): number {
  let at = targetAt;
  let rest = length;
  while (rest > 64) {
    const taken = rest >= 68 ? 64 : 60;
    at = storeLongCopy({ offset, length: taken }, target, at);
    rest -= taken;
  }
  if (rest >= 12 || offset >= 2048) return storeLongCopy({ offset, length: rest }, target, at);
  target[at++] = ((offset >> 8) << 5) | ((rest - 4) << 2) | 1;
  target[at++] = offset;
  return at;
}

function storeLongCopy(
  { offset, length }: { offset: number; length: number },
  target: Uint8Array,
  at: number,
): number {
  target[at] = ((length - 1) << 2) | 2;
  target[at + 1] = offset;
  target[at + 2] = offset >> 8;
  return at + 3;
}
