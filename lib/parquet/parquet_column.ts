import type { Dictionary } from "../columns/mod.ts";

/** Physical types of the format that we write. */
export type PhysicalType =
  | "BOOLEAN"
  | "INT32"
  | "INT64"
  | "FLOAT"
  | "DOUBLE"
  | "BYTE_ARRAY"
  | "FIXED_LEN_BYTE_ARRAY";

export type TimeUnit = "MILLIS" | "MICROS" | "NANOS";

/** What the bytes mean to a reader. Spec: parquet-format, LogicalTypes.md. */
export type LogicalAnnotation =
  | { readonly kind: "STRING" | "JSON" | "UUID" | "DATE" | "INTERVAL" }
  | { readonly kind: "INTEGER"; readonly bits: 8 | 16 | 32 | 64; readonly signed: boolean }
  | { readonly kind: "DECIMAL"; readonly precision: number; readonly scale: number }
  | { readonly kind: "TIME"; readonly unit: TimeUnit; readonly utc: boolean }
  | { readonly kind: "TIMESTAMP"; readonly unit: TimeUnit; readonly utc: boolean };

export type Encoding = "PLAIN" | "DICTIONARY" | "DELTA_BINARY_PACKED";

/** A column as the file's schema states it, and how its pages are encoded. */
export interface ParquetColumn {
  readonly name: string;
  readonly physical: PhysicalType;
  /** Bytes a value, for FIXED_LEN_BYTE_ARRAY alone. */
  readonly typeLength?: number;
  readonly annotation?: LogicalAnnotation;
  readonly nullable: boolean;
  readonly encoding: Encoding;
  /** The distinct values, for DICTIONARY alone. */
  readonly dictionary?: Dictionary;
}
