import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import { ByteBuffer } from "../bytes/byte_buffer.ts";
import type { ParquetColumn } from "../parquet_column.ts";

/** The values of a dictionary, PLAIN-encoded in a row, and where each of them begins. */
export class DictionaryEntries {
  readonly #column: ParquetColumn;
  readonly #plain: Uint8Array;
  /** One more than there are entries: the last is the end. */
  readonly #starts: Uint32Array;
  readonly #gathered = new ByteBuffer();

  constructor(column: ParquetColumn) {
    const { plain, count } = column.dictionary!;
    this.#column = column;
    this.#plain = plain;
    this.#starts = column.physical === "BYTE_ARRAY"
      ? startsOfByteArrays(plain, count)
      : startsOfFixed(count, fixedWidth(column));
    invariant(this.#starts[count] === plain.length, `the dictionary of "${column.name}" is whole`);
  }

  /** @returns A run of one value. */
  valueAt(index: number): PageValues {
    return valuesOf(
      this.#column,
      this.#plain.subarray(this.#starts[index]!, this.#starts[index + 1]!),
    );
  }

  /**
   * Puts the chosen entries one after another.
   *
   * @param chosen One byte an entry, 1 where it is wanted.
   * @returns A run of values, valid until the next call.
   */
  gather(chosen: Uint8Array): { values: PageValues; count: number } {
    const plain = this.#plain;
    const starts = this.#starts;
    const { bytes } = this.#gathered.reserve(plain.length);
    let end = 0;
    let count = 0;
    for (let i = 0; i < chosen.length; i++) {
      if (chosen[i] === 0) continue;
      const stop = starts[i + 1]!;
      for (let at = starts[i]!; at < stop; at++) bytes[end++] = plain[at]!;
      count++;
    }
    return { values: valuesOf(this.#column, bytes.subarray(0, end)), count };
  }
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
  const starts = new Uint32Array(count + 1);
  for (let i = 1; i <= count; i++) starts[i] = i * width;
  return starts;
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

/** Copies where an array needs an alignment that the bytes may not have. */
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
