import {
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBIntervalValue,
  type DuckDBMaterializedResult,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTimeValue,
  DuckDBUUIDValue,
  type DuckDBValue,
} from "@duckdb/node-api";
import { dateText, decimalText, hexText, timestampText, timeText } from "./format_cell.ts";
import type { OracleCell, OracleTable } from "./oracle_table.ts";

/**
 * Reads a Parquet file with DuckDB.
 *
 * @param path The file.
 * @returns Its columns and all of its rows, in order.
 */
export function readWithDuckdb(path: string): Promise<OracleTable> {
  return queryWithDuckdb(`SELECT * FROM read_parquet('${path.replaceAll("'", "''")}')`);
}

/** Runs one statement in a DuckDB of its own. */
export async function queryWithDuckdb(sql: string): Promise<OracleTable> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    const result = await connection.run(sql);
    // JSON is an alias of VARCHAR to DuckDB.
    const types = result.columnTypes().map((type) => type.alias ?? String(type));
    const columns = result.columnNames().map((name, index) => ({ name, type: types[index]! }));
    return {
      columns,
      rows: rowsOf(result).map((row) => row.map((value, i) => cellOf(value, types[i]!))),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * Counts the chunks: `runAndReadAll` would ask past the last one, and Deno before 2.9.6 could then
 * crash when the tests are done (denoland/deno#36538).
 */
function rowsOf(result: DuckDBMaterializedResult): DuckDBValue[][] {
  return Array.from({ length: result.chunkCount }, (_, i) => result.getChunk(i).getRows()).flat();
}

function cellOf(value: DuckDBValue, type: string): OracleCell {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number" && (type === "FLOAT" || type === "DOUBLE")) return value;
  if (value instanceof DuckDBDecimalValue) return decimalText(value.value, value.scale);
  if (value instanceof DuckDBDateValue) return dateText(value.days);
  if (value instanceof DuckDBTimeValue) return timeText(value.micros * 1000n);
  if (value instanceof DuckDBTimestampMillisecondsValue) {
    return timestampText(value.millis * 1_000_000n);
  }
  if (value instanceof DuckDBTimestampNanosecondsValue) return timestampText(value.nanos);
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
    return timestampText(value.micros * 1000n);
  }
  if (value instanceof DuckDBBlobValue) return hexText(value.bytes);
  if (value instanceof DuckDBUUIDValue) return value.toString();
  if (value instanceof DuckDBIntervalValue) {
    return `${value.months} ${value.days} ${value.micros / 1000n}`;
  }
  return String(value);
}
