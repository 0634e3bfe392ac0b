import type { ChunkStatistics } from "../statistics/chunk_statistics.ts";

/** What the footer keeps of a column's pages in one row group. */
export interface ColumnChunk {
  /** Where its first page begins, the dictionary's if there is one. */
  readonly offset: number;
  readonly dataPageOffset: number;
  readonly dataPageCount: number;
  /** Code of the compression that was used. */
  readonly codec: number;
  /** NULLs included. */
  readonly valueCount: number;
  /** Headers included, like the next one. */
  readonly byteLength: number;
  readonly compressedByteLength: number;
  readonly statistics: ChunkStatistics;
}

export interface RowGroup {
  readonly rowCount: number;
  /** In the order of the schema. */
  readonly chunks: readonly ColumnChunk[];
}
