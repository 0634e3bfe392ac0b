import type { ByteBuffer } from "../bytes/byte_buffer.ts";
import { VARINT_BYTES_MAX, writeVarint } from "../bytes/varint.ts";
import { packBits } from "./pack_bits.ts";

const LENGTH_BYTES = 4;

/**
 * Says which rows of a page of a nullable column are present: definition level 1, or 0 for NULL.
 * A page without any difference is one RLE run, any other one bit-packed run. Spec: Encodings.md,
 * RLE; data page V1, hence the length in front.
 *
 * @param page Its rows, and one byte a row where they differ.
 * @param buffer Memory to write in.
 * @returns The encoded levels, in `buffer`.
 */
export function encodeDefinitionLevels(
  page: { rowCount: number; valueCount: number; validity: Uint8Array | null },
  buffer: ByteBuffer,
): Uint8Array {
  const { rowCount, valueCount, validity } = page;
  const { bytes, view } = buffer.reserve(LENGTH_BYTES + VARINT_BYTES_MAX + 8 + (rowCount >> 3));
  let end: number;
  if (validity === null || valueCount === rowCount || valueCount === 0) {
    end = writeVarint(rowCount * 2, { bytes, at: LENGTH_BYTES });
    bytes[end++] = valueCount === 0 ? 0 : 1;
  } else {
    const groupsOfEight = Math.ceil(rowCount / 8);
    const at = writeVarint(groupsOfEight * 2 + 1, { bytes, at: LENGTH_BYTES });
    end = packBits(validity, rowCount, { bytes, at });
  }
  view.setUint32(0, end - LENGTH_BYTES, true);
  return bytes.subarray(0, end);
}
