import { invariant } from "../../errors/mod.ts";
import type { JsonValue, RowBatch } from "../query_result.ts";
import {
  BATCH_HEADER_BYTES,
  COLUMN_HEADER_BYTES,
  ENCODINGS,
  padded,
  validityBytes,
} from "./batch_layout.ts";
import type { WireColumn } from "./engine_messages.ts";
import { jsonReader, textReader } from "./_read_values.ts";

/** A column's values where they lie in a frame. */
export interface ColumnBytes {
  readonly rowCount: number;
  readonly rendered: boolean;
  /** One bit a row, 1 for a value; null where none is NULL. */
  readonly validity: Uint8Array | null;
  /** Begins at a multiple of 8. */
  readonly values: Uint8Array<ArrayBuffer>;
}

/**
 * Reads a batch of rows out of a frame. Nothing is converted until rows are asked for.
 *
 * @param bytes What the engine's process laid out; see `batch_layout.ts`.
 * @param columns The columns of the result.
 * @param options The zone in which moments that have one are printed.
 */
export function decodeBatch(
  bytes: Uint8Array<ArrayBuffer>,
  columns: readonly WireColumn[],
  { timeZone }: { readonly timeZone: string },
): RowBatch {
  const { rowCount, parts } = findColumns(bytes, columns.length);
  return {
    rowCount,
    json: () => rowsOf<JsonValue>(columns.map(({ wire }, i) => jsonReader(wire, parts[i]!)), parts),
    text: () =>
      rowsOf<string>(columns.map(({ wire }, i) => textReader(wire, parts[i]!, timeZone)), parts),
  };
}

function findColumns(bytes: Uint8Array<ArrayBuffer>, columnCount: number) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rowCount = view.getUint32(0, true);
  const parts: ColumnBytes[] = [];
  let at = BATCH_HEADER_BYTES;
  for (let i = 0; i < columnCount; i++) {
    const encoding = ENCODINGS[view.getUint8(at)];
    const hasNulls = view.getUint8(at + 1) === 1;
    const valueBytes = view.getUint32(at + 4, true);
    at += COLUMN_HEADER_BYTES;
    const bitBytes = hasNulls ? validityBytes(rowCount) : 0;
    const validity = hasNulls ? bytes.subarray(at, at + bitBytes) : null;
    at += bitBytes;
    const values = bytes.subarray(at, at + valueBytes);
    parts.push({ rowCount, rendered: encoding === "rendered", validity, values });
    at += padded(valueBytes);
  }
  invariant(at === bytes.byteLength, "a batch is as long as its columns say");
  return { rowCount, parts };
}

/** Column by column into the rows: what a column is has been decided before the first value. */
function rowsOf<Value>(
  readers: readonly ((row: number) => Value)[],
  parts: readonly ColumnBytes[],
): (Value | null)[][] {
  const rowCount = parts[0]?.rowCount ?? 0;
  const rows: (Value | null)[][] = Array.from({ length: rowCount }, () => new Array(parts.length));
  for (let column = 0; column < parts.length; column++) {
    const read = readers[column]!;
    const { validity } = parts[column]!;
    for (let row = 0; row < rowCount; row++) {
      const isNull = validity !== null && (validity[row >> 3]! >> (row & 7) & 1) === 0;
      rows[row]![column] = isNull ? null : read(row);
    }
  }
  return rows;
}
