/**
 * Writes Apache Parquet files from columns of bytes. Knows nothing of generators.
 *
 * @module
 */
export type { ByteSink } from "./byte_sink.ts";
export type { Codec } from "./compression/create_compressor.ts";
export { decimalByteWidth } from "./decimal_byte_width.ts";
export { PageBuffers } from "./page_buffers.ts";
export type {
  Encoding,
  LogicalAnnotation,
  ParquetColumn,
  PhysicalType,
  TimeUnit,
} from "./parquet_column.ts";
export {
  type PageSource,
  ParquetWriter,
  type WriterOptions,
  type WrittenFile,
} from "./parquet_writer.ts";
export { WRITER_VERSION } from "./writer_version.ts";
