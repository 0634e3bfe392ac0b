import type { Dictionary, PageValues } from "../../columns/mod.ts";
import type { RowBatch } from "../row_batch.ts";

/** Turns ordinals into values as they lie in a page. */
export interface DomainKernel {
  /** The words behind `indices` pages. */
  readonly dictionary?: Dictionary;
  /**
   * @param ordinals One a value.
   * @returns As many values; the next call overwrites them.
   */
  values(ordinals: RowBatch): PageValues;
}
