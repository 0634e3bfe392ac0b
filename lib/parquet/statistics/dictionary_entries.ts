import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import type { ParquetColumn } from "../parquet_column.ts";

/** The values of a dictionary, one at a time. */
export interface DictionaryEntries {
  valueAt(index: number): PageValues;
}

/**
 * Gives access to the entries of a column's dictionary, which are PLAIN-encoded in a row.
 *
 * @param column A column with a dictionary.
 * @returns Views on its entries; each is a run of a single value.
 */
export function dictionaryEntries(column: ParquetColumn): DictionaryEntries {
  const { plain, count } = column.dictionary!;
  const starts = column.physical === "BYTE_ARRAY"
    ? startsOfByteArrays(plain, count)
    : startsOfFixed(count, fixedWidth(column));
  invariant(starts[count] === plain.length, `the dictionary of "${column.name}" is whole`);
  return {
    valueAt(index) {
      return valuesOf(column, plain.subarray(starts[index]!, starts[index + 1]!));
    },
  };
}

function startsOfByteArrays(plain: Uint8Array, count: number): Uint32Array {
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const starts = new Uint32Array(count + 1);
  for (let i = 0, at = 0; i < count; i++) {
    at += 4 + view.getUint32(at, true);
    starts[i + 1] = at;
  }
  return starts;
}

function startsOfFixed(count: number, width: number): Uint32Array {
  return Uint32Array.from({ length: count + 1 }, (_, i) => i * width);
}

function fixedWidth(column: ParquetColumn): number {
  switch (column.physical) {
    case "INT32":
    case "FLOAT":
      return 4;
    case "INT64":
    case "DOUBLE":
      return 8;
    case "FIXED_LEN_BYTE_ARRAY":
      return column.typeLength!;
    default:
      invariant(false, `a column of type ${column.physical} can have a dictionary`);
  }
}

/** Copies where an array needs an alignment that the dictionary's bytes may not have. */
function valuesOf({ physical }: ParquetColumn, bytes: Uint8Array): PageValues {
  switch (physical) {
    case "INT32":
      return { kind: "int32", data: new Int32Array(bytes.slice().buffer) };
    case "INT64":
      return { kind: "int64", data: new Int32Array(bytes.slice().buffer) };
    case "FLOAT":
      return { kind: "float", data: new Float32Array(bytes.slice().buffer) };
    case "DOUBLE":
      return { kind: "double", data: new Float64Array(bytes.slice().buffer) };
    case "BYTE_ARRAY":
      return { kind: "bytes", data: bytes };
    default:
      return { kind: "fixed", data: bytes };
  }
}
