import { gzipSync, zstdCompressSync } from "node:zlib";
import { PageBuffers } from "../page_buffers.ts";
import { compressSnappy } from "./compress_snappy.ts";

/** How pages are compressed. */
export type Codec = "none" | "snappy" | "zstd" | "gzip";

/** A compression that files name by its code. */
export interface Compressor {
  /** Number in parquet.thrift, `enum CompressionCodec`. */
  readonly code: number;
  /** Gives the same bytes for the same input, always; they are valid until the next call. */
  compress(bytes: Uint8Array): Uint8Array;
}

/** Code of a column chunk that is not compressed. */
export const UNCOMPRESSED_CODE = 0;

const ZSTD_CODE = 6;
const GZIP_CODE = 2;
const SNAPPY_CODE = 1;
/** RFC 1952, 2.3.1: the operating system a member was made on, and the number for "unknown". */
const GZIP_SYSTEM_AT = 9;
const GZIP_SYSTEM_UNKNOWN = 255;

/**
 * Makes the compressor of a codec.
 *
 * @param codec Which one.
 * @param buffers Where results go, if it writes them itself.
 * @returns The compressor, or null for none.
 */
export function createCompressor(
  codec: Codec,
  buffers: PageBuffers = new PageBuffers(),
): Compressor | null {
  switch (codec) {
    case "none":
      return null;
    case "snappy":
      return { code: SNAPPY_CODE, compress: (bytes) => compressSnappy(bytes, buffers) };
    case "zstd":
      return { code: ZSTD_CODE, compress: (bytes) => zstdCompressSync(bytes) };
    case "gzip":
      return { code: GZIP_CODE, compress: gzip };
  }
}

/** Level 1: of the levels, the one whose size is worth its time on pages like ours. */
function gzip(bytes: Uint8Array): Uint8Array {
  const compressed = gzipSync(bytes, { level: 1 });
  compressed[GZIP_SYSTEM_AT] = GZIP_SYSTEM_UNKNOWN;
  return compressed;
}
