/**
 * Writes Apache Parquet files from columns of bytes. Knows nothing of generators.
 *
 * @module
 */
export type {
  Encoding,
  LogicalAnnotation,
  ParquetColumn,
  PhysicalType,
  TimeUnit,
} from "./parquet_column.ts";
