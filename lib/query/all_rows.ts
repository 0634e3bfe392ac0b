import type { DuckDBMaterializedResult, DuckDBValue } from "@duckdb/node-api";

/**
 * All rows of a result that the engine holds whole. Counts its chunks and never asks past the last
 * one, as `runAndReadAll` would: see `nextChunk` for what that costs.
 */
export function allRows(result: DuckDBMaterializedResult): DuckDBValue[][] {
  const rows: DuckDBValue[][] = [];
  for (let i = 0; i < result.chunkCount; i++) rows.push(...result.getChunk(i).getRows());
  return rows;
}
