/**
 * How a batch of rows lies in a frame, so that both sides agree.
 *
 * First a header: the count of rows (u32). Then every column, each part filled up to a multiple of 8
 * so that typed arrays can lie over it: its encoding (u8), whether it has NULLs (u8), two bytes of
 * nothing, the length of its values (u32); one bit a row where it has NULLs, 1 for a value; and the
 * values. Numbers are little-endian, as on every machine Deno runs on.
 */
export const BATCH_HEADER_BYTES = 8;
export const COLUMN_HEADER_BYTES = 8;

/**
 * How values lie: as in the engine's memory; as texts (the ends of all values in UTF-16, u32 each,
 * then UTF-8); or rendered, first as JSON, then as text.
 */
export const ENCODINGS = ["plain", "text", "rendered"] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** The next multiple of 8. */
export function padded(byteCount: number): number {
  return (byteCount + 7) & ~7;
}

/** Bytes of the bits that tell NULLs: whole words of 64 rows. */
export function validityBytes(rowCount: number): number {
  return ((rowCount + 63) >> 6) << 3;
}
