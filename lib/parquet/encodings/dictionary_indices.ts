import { kernelsOver } from "../../kernels/mod.ts";
import type { ByteBuffer } from "../bytes/byte_buffer.ts";
import { varintByteLength, writeVarint } from "../bytes/varint.ts";

/** @returns Bits that hold every position in a dictionary of so many entries. */
export function indexBitWidth(entryCount: number): number {
  return entryCount < 2 ? 0 : 32 - Math.clz32(entryCount - 1);
}

/**
 * Encodes positions in a dictionary: the bit width in one byte, then a single run, bit-packed, or
 * RLE where the width is 0. Spec: Encodings.md, RLE_DICTIONARY.
 *
 * @param indices At least `count` positions, each below 2 ** `bitWidth`.
 * @param run How many, and bits of each.
 * @param buffer Memory to write in.
 * @returns The encoded page values, in `buffer`.
 */
export function encodeDictionaryIndices(
  indices: Uint32Array,
  { count, bitWidth }: { count: number; bitWidth: number },
  buffer: ByteBuffer,
): Uint8Array {
  const groupsOfEight = Math.ceil(count / 8);
  const packedBytes = groupsOfEight * bitWidth;
  const header = bitWidth === 0 ? count * 2 : groupsOfEight * 2 + 1;
  const headerBytes = count === 0 ? 0 : varintByteLength(header);
  // The packed words lie on word boundaries; what goes before them ends where they begin.
  const wordsBegin = Math.ceil((1 + headerBytes) / 4);
  const begin = wordsBegin * 4 - headerBytes - 1;
  const { bytes, words } = buffer.reserve(wordsBegin * 4 + packedBytes + 8);
  bytes[begin] = bitWidth;
  if (count > 0) writeVarint(header, { bytes, at: begin + 1 });
  if (bitWidth > 0) packWords(indices, { count, bitWidth }, { words, at: wordsBegin });
  return bytes.subarray(begin, wordsBegin * 4 + packedBytes);
}

/** Packs from the lowest bit of each little-endian word up; the padding to eight values is zero. */
function packWords(
  indices: Uint32Array,
  { count, bitWidth }: { count: number; bitWidth: number },
  { words, at }: { words: Uint32Array; at: number },
): void {
  const kernels = kernelsOver(indices, words);
  if (kernels !== null) {
    const to = words.byteOffset + 4 * at;
    return kernels.packPositions(indices.byteOffset, count, bitWidth, to);
  }
  let accumulator = 0;
  let bits = 0;
  let word = at;
  for (let i = 0; i < count; i++) {
    const index = indices[i]!;
    accumulator |= index << bits;
    bits += bitWidth;
    if (bits >= 32) {
      words[word++] = accumulator;
      bits -= 32;
      accumulator = bits === 0 ? 0 : index >>> (bitWidth - bits);
    }
  }
  const end = at + Math.ceil((Math.ceil(count / 8) * bitWidth) / 4);
  if (bits > 0) words[word++] = accumulator;
  words.fill(0, word, Math.max(word, end));
}
