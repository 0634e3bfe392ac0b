/**
 * The values of one column for a run of rows, as the maker of the values hands them over. NULL rows
 * take no place in `values`. The arrays belong to the maker, who may reuse them for the next page.
 */
export interface ColumnPage {
  readonly rowCount: number;
  /** Rows that are not NULL; the length of `values`. */
  readonly valueCount: number;
  /** One byte a row, 1 where a value is present; null when all are. */
  readonly validity: Uint8Array | null;
  readonly values: PageValues;
}

/**
 * - `int32`, `float`, `double`: one element a value.
 * - `int64`: two 32-bit words a value, low word first.
 * - `boolean`: one byte a value, 0 or 1.
 * - `bytes`: PLAIN BYTE_ARRAY, each value after its length as 32-bit little-endian.
 * - `fixed`: values of the column's width, one after another.
 * - `indices`: positions in the column's dictionary.
 * - `sequence`: `first`, `first + step`, … (safe integers), with no array at all.
 */
export type PageValues =
  | { readonly kind: "int32"; readonly data: Int32Array }
  | { readonly kind: "int64"; readonly data: Int32Array }
  | { readonly kind: "float"; readonly data: Float32Array }
  | { readonly kind: "double"; readonly data: Float64Array }
  | { readonly kind: "boolean"; readonly data: Uint8Array }
  | { readonly kind: "bytes"; readonly data: Uint8Array }
  | { readonly kind: "fixed"; readonly data: Uint8Array }
  | { readonly kind: "indices"; readonly data: Uint32Array }
  | { readonly kind: "sequence"; readonly first: number; readonly step: number };
