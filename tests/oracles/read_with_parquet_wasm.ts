import { type Data, DataType, tableFromIPC, TimeUnit, type Vector } from "apache-arrow";
import { initSync, readParquet } from "parquet-wasm/esm/parquet_wasm.js";
import {
  dateText,
  decimalText,
  hexText,
  timestampText,
  timeText,
  uuidText,
} from "./format_cell.ts";
import type { OracleCell, OracleTable } from "./oracle_table.ts";

const NANOS_PER_UNIT = {
  [TimeUnit.SECOND]: 1_000_000_000n,
  [TimeUnit.MILLISECOND]: 1_000_000n,
  [TimeUnit.MICROSECOND]: 1000n,
  [TimeUnit.NANOSECOND]: 1n,
} as const;

/** Arrow knows no UUID: sixteen bytes are taken for one. */
const UUID_BYTES = 16;

/** The package's other builds ask Node or a bundler for their module; this one takes its bytes. */
const WASM_URL = import.meta.resolve("parquet-wasm/esm/parquet_wasm_bg.wasm");

let started = false;

/**
 * Reads a Parquet file with parquet-wasm, that is, with the Rust implementation of Apache Arrow.
 * It drops the months of an interval.
 *
 * @param path The file.
 * @returns Its columns and all of its rows, in order.
 */
export async function readWithParquetWasm(path: string): Promise<OracleTable> {
  if (!started) initSync({ module: await Deno.readFile(new URL(WASM_URL)) });
  started = true;
  const table = tableFromIPC(readParquet(await Deno.readFile(path)).intoIPCStream());
  const columns = table.schema.fields.map(({ name, type }) => ({ name, type: String(type) }));
  const vectors = columns.map((_, index) => cellsOf(table.getChildAt(index)!));
  const rows = Array.from({ length: table.numRows }, (_, row) => vectors.map((v) => v[row]!));
  return { columns, rows };
}

function cellsOf(vector: Vector): OracleCell[] {
  let before = 0; // rows of the batches before
  return vector.data.flatMap((data) => {
    const first = before;
    before += data.length;
    return Array.from({ length: data.length }, (_, row) => {
      if (!data.getValid(row)) return null;
      return exactCellOf(data, row) ?? textOf(vector.get(first + row), data.type);
    });
  });
}

/** Reads the memory of what Arrow's own accessors would round. */
function exactCellOf(data: Data, row: number): OracleCell {
  const { type, values } = data;
  if (DataType.isDecimal(type)) {
    const words = 4;
    let unscaled = 0n;
    for (let word = words - 1; word >= 0; word--) {
      unscaled = (unscaled << 32n) | BigInt(values[row * words + word] >>> 0);
    }
    return decimalText(BigInt.asIntN(128, unscaled), type.scale);
  }
  if (DataType.isTimestamp(type)) return timestampText(values[row] * NANOS_PER_UNIT[type.unit]);
  if (DataType.isTime(type)) return timeText(BigInt(values[row]) * NANOS_PER_UNIT[type.unit]);
  if (DataType.isDate(type)) return dateText(values[row]);
  if (DataType.isInterval(type)) return `0 ${values[row * 2]} ${values[row * 2 + 1]}`;
  if (DataType.isInt(type)) return String(values[row]);
  if (DataType.isFloat(type)) return values[row];
  return null;
}

function textOf(value: unknown, type: DataType): OracleCell {
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (!(value instanceof Uint8Array)) return String(value);
  return DataType.isFixedSizeBinary(type) && type.byteWidth === UUID_BYTES
    ? uuidText(value)
    : hexText(value);
}
