import type { DuckDBDataChunk, DuckDBResult } from "@duckdb/node-api";
import { isNumeric, type JsonConverter, jsonConverter, toText } from "./_cells.ts";
import type { QueryResult, RowBatch } from "./query_result.ts";

/** Fetches the next chunk, or null after the last, as `nextChunk` does; throws our errors. */
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
  // The result's types, not the chunks': those have lost the name JSON.
  const converters = types.map(jsonConverter);
  async function* batches(): AsyncGenerator<RowBatch> {
    let chunk = await fetchChunk();
    while (chunk !== null) {
      yield batchOf(chunk, converters);
      chunk = await fetchChunk();
    }
  }
  return { columns, batches };
}

function batchOf(chunk: DuckDBDataChunk, converters: readonly JsonConverter[]): RowBatch {
  return {
    rowCount: chunk.rowCount,
    json: () => {
      const columns = converters.map((convert, i) => chunk.getColumnValues(i).map(convert));
      return Array.from({ length: chunk.rowCount }, (_, row) => columns.map((each) => each[row]!));
    },
    text: () => chunk.getRows().map((row) => row.map(toText)),
  };
}
