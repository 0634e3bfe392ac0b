/**
 * Answers SQL over the Parquet files of a run. The home of DuckDB, which is loaded only when a
 * warehouse is opened.
 *
 * @module
 */
export { bindParameters, type BoundSql, type ParameterValues } from "./bind_parameters.ts";
export {
  COPY_COMPRESSIONS,
  type CopyCompression,
  copyFileEnding,
  type CopyFormat,
} from "./copy_format.ts";
export {
  describeConstructs,
  type DescribedConstruct,
  type DescribedFunction,
  describeFunctions,
  dialectMacros,
  type QueryDialect,
  REFUSED_EVERYWHERE,
  type TranslatedSql,
  type TranslateOptions,
  translateSql,
} from "./dialects/mod.ts";
export {
  type CsvNewline,
  type ExportFormat,
  type ExportOptions,
  exportQuery,
  type FileOptions,
} from "./export_query.ts";
export { findParameters, type FoundParameter } from "./find_parameters.ts";
export { type CopyRequest, type CopySource, openCopier } from "./open_copier.ts";
export {
  type ColumnProfile,
  type NumberProfile,
  openSample,
  type OpenSampleOptions,
  QUANTILE_SHARES,
  type SampleFormat,
  type SampleTable,
  type TableProfile,
  TEXT_FORMS,
  type TextForm,
  type TextProfile,
  type ValueCount,
} from "./open_sample.ts";
export { openWarehouse, type QueryTable, type WarehouseOptions } from "./open_warehouse.ts";
export {
  PARAMETER_TYPES,
  type ParameterDraft,
  type ParameterType,
  type ParameterValue,
  readParameter,
} from "./parameter_value.ts";
export { defaultQueryLimits, type QueryLimits } from "./query_limits.ts";
export type { JsonValue, QueryColumn, QueryResult, RowBatch } from "./query_result.ts";
export { readScript, type ScriptStatement } from "./read_script.ts";
export { type StreamedFile, streamQuery } from "./stream_query.ts";
export { splitSql, type SqlStatement } from "./split_sql.ts";
export type { Sample, SampleSide } from "./sample.ts";
export { isListType } from "./is_list_type.ts";
export { quoteName } from "./quote_name.ts";
export { warmEngines } from "./warm_engines.ts";
export type { QueryOptions, Warehouse } from "./warehouse.ts";
export type { TableCopier } from "./table_copier.ts";
