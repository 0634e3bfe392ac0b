import type { DuckDBDataChunk, DuckDBResult, DuckDBType } from "@duckdb/node-api";
import { isNumeric, toJson, toText } from "./_cells.ts";
import type { QueryResult, RowBatch } from "./query_result.ts";

/** Fetches the next chunk, or null after the last; throws our errors. */
export type FetchChunk = () => Promise<DuckDBDataChunk | null>;

/** Gives the engine's result our shape: chunk after chunk, none kept. */
export function streamResult(result: DuckDBResult, fetchChunk: FetchChunk): QueryResult {
  const names = result.deduplicatedColumnNames();
  const types = result.columnTypes();
  const columns = types.map((type, i) =>
    Object.freeze({
      name: names[i]!,
      type: type.alias ?? type.toString(),
      numeric: isNumeric(type),
    })
  );
  async function* batches(): AsyncGenerator<RowBatch> {
    let chunk = await fetchChunk();
    // A stream ends with an empty chunk, again and again; other results end with null.
    while (chunk !== null && chunk.rowCount > 0) {
      yield batchOf(chunk, types);
      chunk = await fetchChunk();
    }
  }
  return { columns, batches };
}

/** The result's types, not the chunk's: those have lost the name JSON. */
function batchOf(chunk: DuckDBDataChunk, types: readonly DuckDBType[]): RowBatch {
  return {
    rowCount: chunk.rowCount,
    json: () => chunk.getRows().map((row) => row.map((value, i) => toJson(value, types[i]))),
    text: () => chunk.getRows().map((row) => row.map(toText)),
  };
}
