import type { Diagnostic } from "../errors/mod.ts";
import type { LogicalType } from "../schema/mod.ts";

/** What JSON can hold. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

export interface QueryColumn {
  /** Unique within a result: a repeated name gets a number. */
  readonly name: string;
  /** As the engine writes it, `DECIMAL(18,2)`. */
  readonly type: string;
  /** What it is to us; every dialect has words for that. */
  readonly logicalType: LogicalType;
  /** True where people line values up on the right. */
  readonly numeric: boolean;
}

/**
 * Some rows of a result, in order, rendered on demand.
 *
 * In JSON a number stays a number while it is exact: integers up to 2^53 and decimals up to 15
 * digits; longer ones become strings. Timestamps are ISO 8601, binary is Base64, JSON columns are
 * nested, and what JSON has no number for is "NaN" or "Infinity".
 */
export interface RowBatch {
  readonly rowCount: number;
  /** @returns One array a row, as long as the result has columns. */
  json(): JsonValue[][];
  /** @returns The same as SQL would print it; null for NULL. */
  text(): (string | null)[][];
}

/** A running query: what its rows look like, and the rows, never all of them in memory at once. */
export interface QueryResult {
  readonly columns: readonly QueryColumn[];
  /** The statement that ran, in the engine's words. */
  readonly translatedSql: string;
  /** What the user should know of the answer, with places in their text. */
  readonly notes: readonly Diagnostic[];
  /** May be walked once. Ends with an error, never early, when the query is cancelled. */
  batches(): AsyncIterable<RowBatch>;
}
