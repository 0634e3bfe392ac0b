import type { ColumnPage, Dictionary } from "../columns/mod.ts";

/** How the values of a column lie in a page: the physical half of its type. */
export type ValueLayout =
  | "boolean"
  | "int32"
  | "int64"
  | "float"
  | "double"
  | "bytes"
  | "fixed";

/** What a file must know of a column before its first page. */
export interface ColumnFormat {
  readonly layout: ValueLayout;
  /** Bytes a value, for `fixed` alone. */
  readonly width?: number;
  /** Pages hold `indices` into it when present. */
  readonly dictionary?: Dictionary;
  /** Pages hold a `sequence`. */
  readonly sequence: boolean;
}

/** Makes one column: bound once, then asked for any rows in any order. */
export interface ColumnKernel {
  readonly name: string;
  readonly format: ColumnFormat;
  /**
   * Makes the values of rows `[firstRow, firstRow + rowCount)`.
   *
   * @param firstRow Row index from 0, a safe integer.
   * @param rowCount At most PAGE_ROWS_MAX.
   * @returns The page, whose arrays are overwritten by the next call to any kernel of the table.
   */
  page(firstRow: number, rowCount: number): ColumnPage;
}
