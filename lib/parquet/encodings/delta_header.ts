import { writeVarint, writeZigzag64 } from "../bytes/varint.ts";

/** Values a block, and miniblocks a block: the usual choice of writers, and the smallest allowed. */
export const DELTA_BLOCK_VALUES = 128;
export const DELTA_MINIBLOCKS = 4;
export const DELTA_MINIBLOCK_VALUES = DELTA_BLOCK_VALUES / DELTA_MINIBLOCKS;

/**
 * Writes what comes before the blocks. Spec: Encodings.md, DELTA_BINARY_PACKED.
 *
 * @param header Number of values, and the first one as two words.
 * @param bytes Written from its start on.
 * @returns The position after it.
 */
export function writeDeltaHeader(
  header: { count: number; low: number; high: number },
  bytes: Uint8Array,
): number {
  let at = writeVarint(DELTA_BLOCK_VALUES, { bytes, at: 0 });
  at = writeVarint(DELTA_MINIBLOCKS, { bytes, at });
  at = writeVarint(header.count, { bytes, at });
  return writeZigzag64(header, { bytes, at });
}
