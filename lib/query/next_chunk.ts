import type { DuckDBDataChunk, DuckDBResult } from "@duckdb/node-api";

/** What marked the end of every stream so far, about 1 KB each. See `nextChunk`. */
const endMarks: DuckDBDataChunk[] = [];

/**
 * Fetches a stream's next chunk, or null after the last one.
 *
 * The engine marks the end with a chunk around a null pointer, which has a finalizer like any
 * other. Deno before 2.9.6 keeps the list of finalizers to run at exit by that pointer. When it
 * collects one of several marks it strikes another off the list, and at exit it runs the collected
 * one's finalizer again, on freed memory: a segmentation fault after all work is done, or after all
 * tests have passed (denoland/deno#36538). So no mark may ever be collected.
 */
export async function nextChunk(result: DuckDBResult): Promise<DuckDBDataChunk | null> {
  const chunk = await result.fetchChunk();
  if (chunk === null || chunk.rowCount > 0) return chunk;
  endMarks.push(chunk);
  return null;
}
