import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import type { ByteBuffer } from "../bytes/byte_buffer.ts";
import type { ParquetColumn } from "../parquet_column.ts";
import { encodeDeltaInt32 } from "./delta_int32.ts";
import { encodeDeltaInt64 } from "./delta_int64.ts";
import { encodeDeltaSequence } from "./delta_sequence.ts";
import { encodeDictionaryIndices, indexBitWidth } from "./dictionary_indices.ts";
import { packBits } from "./pack_bits.ts";

/**
 * Encodes the values of a page as its column asks for. PLAIN values are mostly handed back as they
 * are: the arrays of a page already have the layout of the format.
 *
 * @param values The `count` values; a sequence in a PLAIN column has to be expanded before.
 * @param page The column, and how many values there are.
 * @param buffer Memory to write in, if need be.
 * @returns The encoded bytes, in `buffer` or in the arrays of `values`.
 */
export function encodeValues(
  values: PageValues,
  page: { column: ParquetColumn; count: number },
  buffer: ByteBuffer,
): Uint8Array {
  const { column, count } = page;
  switch (column.encoding) {
    case "PLAIN":
      return encodePlain(values, { column, count }, buffer);
    case "DICTIONARY": {
      invariant(values.kind === "indices", `column "${column.name}" gets dictionary positions`);
      const bitWidth = indexBitWidth(column.dictionary!.count);
      return encodeDictionaryIndices(values.data, { count, bitWidth }, buffer);
    }
    case "DELTA_BINARY_PACKED":
      return encodeDelta(values, { column, count }, buffer);
  }
}

function encodePlain(
  values: PageValues,
  { column, count }: { column: ParquetColumn; count: number },
  buffer: ByteBuffer,
): Uint8Array {
  invariant(
    values.kind === PLAIN_KIND[column.physical],
    `column "${column.name}" of type ${column.physical} gets no values of kind "${values.kind}"`,
  );
  switch (values.kind) {
    case "int32":
    case "float":
      return bytesOf(values.data, count * 4);
    case "int64":
    case "double":
      return bytesOf(values.data, count * 8);
    case "fixed":
      return bytesOf(values.data, count * column.typeLength!);
    case "bytes":
      return values.data;
    case "boolean": {
      const { bytes } = buffer.reserve((count >> 3) + 1);
      return bytes.subarray(0, packBits(values.data, count, { bytes, at: 0 }));
    }
    default:
      invariant(false, "the kinds above are all that have a PLAIN form");
  }
}

/** Kind of values that a PLAIN column of each type takes. */
const PLAIN_KIND = {
  BOOLEAN: "boolean",
  INT32: "int32",
  INT64: "int64",
  FLOAT: "float",
  DOUBLE: "double",
  BYTE_ARRAY: "bytes",
  FIXED_LEN_BYTE_ARRAY: "fixed",
} as const satisfies Record<ParquetColumn["physical"], PageValues["kind"]>;

function encodeDelta(
  values: PageValues,
  { column, count }: { column: ParquetColumn; count: number },
  buffer: ByteBuffer,
): Uint8Array {
  const { name, physical } = column;
  if (values.kind === "sequence") {
    return encodeDeltaSequence({ first: values.first, step: values.step, count }, buffer);
  }
  if (values.kind === "int32" && physical === "INT32") {
    return encodeDeltaInt32(values.data, count, buffer);
  }
  invariant(
    values.kind === "int64" && physical === "INT64",
    `column "${name}" of type ${physical} gets no values of kind "${values.kind}"`,
  );
  return encodeDeltaInt64(values.data, count, buffer);
}

function bytesOf(data: ArrayBufferView, byteLength: number): Uint8Array {
  invariant(data.byteLength >= byteLength, "a page has as many values as it says");
  return new Uint8Array(data.buffer, data.byteOffset, byteLength);
}
