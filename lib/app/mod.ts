/**
 * The use cases, one file each: what can be asked of dw-sim, whoever asks. They return values,
 * throw DwSimError, and print nothing.
 *
 * @module
 */
export { advanceExperiment, type AdvanceRequest } from "./advance_experiment.ts";
export { AppContext } from "./app_context.ts";
export { BackgroundRuns, type RunTask, type StartedRun } from "./background_runs.ts";
export { BackgroundChecks } from "./background_checks.ts";
export { cancelRun } from "./cancel_run.ts";
export {
  CHANGEABLE_FIELDS,
  type ChangeableField,
  changeColumns,
  type ColumnChange,
  type ColumnChanges,
} from "./change_columns.ts";
export { checkHealth, type HealthCheck } from "./check_health.ts";
export { createExperiment, type CreateOptions, type SourceOptions } from "./create_experiment.ts";
export { createExperimentFromYaml } from "./create_experiment_from_yaml.ts";
export { dialectFunctions } from "./dialect_functions.ts";
export { deleteExperiment } from "./delete_experiment.ts";
export {
  exportData,
  type ExportDataRequest,
  type ExportedData,
  type ExportedFile,
  type ExportedTable,
  type TableProgress,
} from "./export_data.ts";
export { estimateRun, type RunEstimate } from "./estimate_run.ts";
export { createExample, type Example, EXAMPLES } from "./examples.ts";
export { exportDdl } from "./export_ddl.ts";
export { pushData, type PushDataRequest, type PushedData } from "./push_data.ts";
export { type LoadScriptRequest, writeLoadScript } from "./write_load_script.ts";
export {
  generate,
  type GeneratedRun,
  type GenerateRequest,
  type RowRequest,
  type RunMeans,
} from "./generate.ts";
export { type AnswerDifference, compareAnswer, type ComparedAnswer } from "./compare_answer.ts";
export { reimportDdl, type ReimportDdlOptions } from "./reimport_ddl.ts";
export {
  type UpdatedExperiment,
  updateExperiment,
  type UpdateMeans,
  type UpdateOptions,
} from "./update_experiment.ts";
export { importChangedDdl } from "./import_changed_ddl.ts";
export { type Interpretation, interpretSchema, type SchemaText } from "./interpret_schema.ts";
export { importDdl, type ImportDdlOptions, type ImportedDdl } from "./import_ddl.ts";
export { importDbt, type ImportDbtOptions, type ImportedDbt } from "./import_dbt.ts";
export { type ImportedSample, importSample, type ImportSampleOptions } from "./import_sample.ts";
export { type ExperimentSummary, listExperiments, showExperiment } from "./list_experiments.ts";
export { findKeyedRequest, keepAnswer } from "./keyed_requests.ts";
export { type Lineage, lineageDot, type LineageReference, showLineage } from "./lineage.ts";
export { listRuns, showRun } from "./list_runs.ts";
export { loadRun } from "./load_run.ts";
export { pageExperiments, type PageRequest } from "./page_experiments.ts";
export { openScratch } from "./open_scratch.ts";
export { pageRuns } from "./page_runs.ts";
export {
  type ColumnProfile,
  type ProfileRequest,
  profileRun,
  type RunProfile,
  type TableProfile,
} from "./profile_run.ts";
export { type PrunedRuns, type PruneOptions, pruneRuns } from "./prune_runs.ts";
export { listLeftovers, repairStorage, type StorageRepair } from "./repair_storage.ts";
export { resetExperiment } from "./reset_experiment.ts";
export { type ResumeRequest, resumeRun } from "./resume_run.ts";
export { describeGenerator, type GeneratorDescription } from "./describe_generator.ts";
export {
  type PreviewedColumn,
  previewTable,
  type PreviewTableRequest,
  type TablePreview,
} from "./preview_table.ts";
export { type ColumnPreview, previewColumn, type PreviewColumnRequest } from "./preview_column.ts";
export {
  type ColumnPicture,
  type ColumnShape,
  profileTable,
  type ReferencePicture,
  type TablePicture,
} from "./profile_table.ts";
export { type GeneratorsByColumn, previewGenerators } from "./preview_generators.ts";
export {
  DEMO_NAME,
  DEMO_QUERIES,
  type DemoAnswer,
  type DemoOptions,
  type DemoQuery,
  type DemoStep,
  runDemo,
} from "./run_demo.ts";
export { Answer, type QueryRequest, runQuery } from "./run_query.ts";
export { type ExportRequest, saveAnswer } from "./save_answer.ts";
export { type FileRequest, streamAnswer } from "./stream_answer.ts";
export { type SampleRequest, sampleTable, type TableSample } from "./sample_table.ts";
export {
  deleteSavedQuery,
  pageSavedQueries,
  renameSavedQuery,
  replaceSavedQuery,
  SAVED_QUERY_NAME,
  type SavedQueryDraft,
  type SavedQueryPageRequest,
  saveQuery,
  showSavedQuery,
} from "./saved_queries.ts";
export { clearHistory, pageHistory } from "./query_history.ts";
export {
  dialectOf,
  readStatements,
  type StatementsRequest,
  type WrittenStatement,
} from "./read_statements.ts";
export { onlyExperiment } from "./_open_asked.ts";
export { showManifest } from "./show_manifest.ts";
export { type ProgressJson, progressToJson, type RunJson, runToJson } from "./run_to_json.ts";
export {
  type CheckResult,
  type VerifyOptions,
  type VerifyReport,
  verifyRun,
} from "./verify_run.ts";
export type { CheckKind } from "./_plan_checks.ts";

// What an interface sees of the rooms below comes through this door.
export { type GeneratorSummary, listGenerators } from "../generation/mod.ts";
export { DEFAULT_LAYOUT, type GenerationProgress, ROW_GROUP_ROWS } from "../storage/mod.ts";
export type {
  AskedQuery,
  HistoryRequest,
  RequestKey,
  RunRecord,
  RunStatus,
  SavedQuery,
} from "../catalog/mod.ts";
export { type ExportFormat, warmEngines } from "../query/mod.ts";
export {
  PARAMETER_TYPES,
  type ParameterDraft,
  type ParameterType,
  type ParameterValue,
  type ParameterValues,
  readParameter,
  splitSql,
} from "../query/mod.ts";
export type {
  QueryColumn,
  QueryDialect,
  QueryLimits,
  QueryResult,
  RowBatch,
} from "../query/mod.ts";
export { COPY_COMPRESSIONS, type CopyCompression, type CopyFormat } from "../query/mod.ts";
export { type Locale, LOCALES, schemaToJson } from "../schema/mod.ts";
