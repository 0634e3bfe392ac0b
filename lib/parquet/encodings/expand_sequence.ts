import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import type { ByteBuffer } from "../bytes/byte_buffer.ts";
import { highWord, lowWord } from "../bytes/int64_words.ts";
import type { ParquetColumn } from "../parquet_column.ts";

const INT64_BYTES = 8;

/**
 * Writes the values of a sequence out, for encodings that need every one of them.
 *
 * @param sequence Safe integers.
 * @param column Whose physical type they get; FIXED_LEN_BYTE_ARRAY means a decimal's unscaled value.
 * @param buffer Memory to write in.
 * @returns The values, in `buffer`.
 */
export function expandSequence(
  sequence: { first: number; step: number; count: number },
  column: ParquetColumn,
  buffer: ByteBuffer,
): PageValues {
  const { count } = sequence;
  const placeFor = (byteLength: number): [ArrayBuffer, number] => {
    const { bytes } = buffer.reserve(byteLength);
    return [bytes.buffer, bytes.byteOffset];
  };
  switch (column.physical) {
    case "INT32": {
      const data = new Int32Array(...placeFor(count * 4), count);
      fill(data, sequence);
      return { kind: "int32", data };
    }
    case "INT64": {
      const data = new Int32Array(...placeFor(count * 8), count * 2);
      fillWords(data, sequence);
      return { kind: "int64", data };
    }
    case "FLOAT": {
      const data = new Float32Array(...placeFor(count * 4), count);
      fill(data, sequence);
      return { kind: "float", data };
    }
    case "DOUBLE": {
      const data = new Float64Array(...placeFor(count * 8), count);
      fill(data, sequence);
      return { kind: "double", data };
    }
    case "FIXED_LEN_BYTE_ARRAY": {
      const width = column.typeLength!;
      const data = buffer.reserve(count * width).bytes.subarray(0, count * width);
      fillBigEndian(data, width, sequence);
      return { kind: "fixed", data };
    }
    default:
      invariant(false, `a sequence can be a column of type ${column.physical}`);
  }
}

function fill(
  data: Int32Array | Float32Array | Float64Array,
  { first, step, count }: { first: number; step: number; count: number },
): void {
  for (let i = 0; i < count; i++) data[i] = first + i * step;
}

function fillWords(
  data: Int32Array,
  { first, step, count }: { first: number; step: number; count: number },
): void {
  for (let i = 0; i < count; i++) {
    const value = first + i * step;
    data[2 * i] = lowWord(value);
    data[2 * i + 1] = highWord(value);
  }
}

/** Two's complement, most significant byte first. Spec: LogicalTypes.md, DECIMAL. */
function fillBigEndian(
  data: Uint8Array,
  width: number,
  { first, step, count }: { first: number; step: number; count: number },
): void {
  invariant(width >= INT64_BYTES, "a decimal of fixed length has at least eight bytes");
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  data.fill(0);
  for (let i = 0; i < count; i++) {
    const value = first + i * step;
    const end = (i + 1) * width;
    view.setInt32(end - 4, lowWord(value));
    view.setInt32(end - 8, highWord(value));
    if (value < 0) data.fill(0xff, end - width, end - INT64_BYTES);
  }
}
