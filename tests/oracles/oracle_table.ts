/**
 * A cell as every oracle gives it, so that readers can be compared: floats and booleans as they are,
 * all else as text (integers and decimals in full, `2024-02-29 12:30:00.5`, bytes in hexadecimal,
 * intervals as `months days milliseconds`).
 */
export type OracleCell = null | boolean | number | string;

/** What somebody else's reader makes of a Parquet file. */
export interface OracleTable {
  /** Types are named in the reader's own words. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly OracleCell[])[];
}
