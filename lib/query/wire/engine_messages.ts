import type { LogicalType } from "../../schema/mod.ts";

/** A table of a run, as far as a query needs to know it. */
export interface QueryTable {
  readonly name: string;
  /** When present the table also answers to `schemaName.name`. */
  readonly schemaName?: string;
  /** What stands in that answer for `name`, if it is another one. */
  readonly nameInSchema?: string;
  /** Absolute paths of its Parquet files, in row order; at least one. */
  readonly files: readonly string[];
  /** What the dialect's DESCRIBE tells of it; what the engine knows of it by default. */
  readonly columns?: readonly DescribedColumn[];
}

/** A column as people declared it. */
export interface DescribedColumn {
  readonly name: string;
  /** In the words of a dialect, `NUMBER(38,0)`. */
  readonly type: string;
  readonly nullable: boolean;
  readonly isKey: boolean;
  /** Whether its values are documents: VARIANT, SUPER, JSON. */
  readonly isDocument: boolean;
  /** Whether it is asked in microseconds, though its files count finer ones. */
  readonly isShortened?: boolean;
}

/** What an engine may touch and use, fixed before it sees a query. */
export interface OpenRequest {
  readonly kind: "open";
  readonly tables: readonly QueryTable[];
  readonly spillDirectory: string;
  /** The one file that may be written; `/dev/stderr` is the pipe to the parent. */
  readonly exportPath: string | null;
  /** What the process may hold; beyond it, it ends. */
  readonly memoryBytesMax: number;
  /** What the engine books before it spills to disk. */
  readonly spillBytes: number;
  /** Statements of ours that run before the locks, such as macros of a dialect. */
  readonly setup: readonly string[];
}

/** How a plan is shown, and whether the query is run for it. */
export interface Explaining {
  readonly analyze: boolean;
  readonly format: "text" | "json";
}

/** What the parent asks of an engine, one thing at a time; `interrupt` may come in between. */
export type EngineRequest =
  | OpenRequest
  /** Rows of a statement, or its plan. What is `ours` passes the gate by. */
  | {
    readonly kind: "query";
    readonly sql: string;
    readonly ours: boolean;
    readonly explaining: Explaining | null;
  }
  /** The rows of a user's statement go to the export path. */
  | {
    readonly kind: "copy";
    readonly sql: string;
    readonly format: WrittenFormat;
    readonly newline: Newline;
  }
  | { readonly kind: "interrupt" }
  | { readonly kind: "close" };

/** The exit code of a process that held more than `memoryBytesMax`. */
export const EXIT_OUT_OF_MEMORY = 86;

/** Formats that the engine writes by itself. */
export type WrittenFormat = "csv" | "json" | "jsonl" | "parquet";

/** What ends a record of CSV; the other formats know but one. */
export type Newline = "crlf" | "lf";

/** How the values of a column lie in a batch. */
export type WireType =
  | { readonly kind: "number"; readonly array: NumberArray }
  | { readonly kind: "boolean" }
  /** 64 or 128 bits, little-endian. */
  | { readonly kind: "integer"; readonly byteCount: 8 | 16; readonly signed: boolean }
  | { readonly kind: "decimal"; readonly byteCount: 2 | 4 | 8 | 16; readonly scale: number }
  /** Days since 1970. */
  | { readonly kind: "date" }
  /** Units since 1970, so many of them a second; UTC. */
  | { readonly kind: "timestamp"; readonly unitsPerSecond: number; readonly zoned: boolean }
  | { readonly kind: "text" }
  /** Rendered by the engine's process, as JSON and as SQL prints it. */
  | { readonly kind: "rendered" };

export type NumberArray =
  | "Int8Array"
  | "Int16Array"
  | "Int32Array"
  | "Uint8Array"
  | "Uint16Array"
  | "Uint32Array"
  | "Float32Array"
  | "Float64Array";

export interface WireColumn {
  readonly name: string;
  /** As the engine writes it, `DECIMAL(18,2)`. */
  readonly type: string;
  readonly logicalType: LogicalType;
  readonly numeric: boolean;
  readonly wire: WireType;
}

/** Why an engine did not do what it was asked, without words for people. */
export type EngineRefusal =
  /** The engine's own message, which is JSON once it is locked, and words of ours before the text. */
  | { readonly kind: "engine"; readonly message: string; readonly prefixLength: number }
  /** A table's files cannot be read. */
  | { readonly kind: "files"; readonly table: string; readonly message: string }
  /** The gate: the statement is of another kind than SELECT. */
  | { readonly kind: "statement" }
  | { readonly kind: "empty" }
  /** One row is too large to travel. */
  | { readonly kind: "row"; readonly byteCount: number }
  | { readonly kind: "several"; readonly count: number }
  /** The gate: a function or table that reaches outside, at a byte of the text. */
  | { readonly kind: "outside"; readonly name: string; readonly byteOffset: number }
  /** The gate: the engine's parser could not read the text. */
  | { readonly kind: "syntax"; readonly message: string; readonly position: string | null };

/** What an engine says, besides batches of rows. */
export type EngineAnswer =
  | { readonly kind: "opened" }
  | { readonly kind: "columns"; readonly columns: readonly WireColumn[] }
  /** After the last row. */
  | { readonly kind: "end"; readonly rowCount: number }
  /** Nothing was written: the engine has no words in this format for one of the types. */
  | { readonly kind: "unwritable" }
  | { readonly kind: "refused"; readonly refusal: EngineRefusal }
  | { readonly kind: "closed" };
