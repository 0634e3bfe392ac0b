import type { RowBatch } from "../row_batch.ts";

/** Maps rows to ordinals. */
export interface OrdinalKernel {
  /**
   * @param rows Row indices.
   * @returns Their ordinals; may be `rows` itself, else a batch that the next call overwrites.
   */
  map(rows: RowBatch): RowBatch;
}
