/**
 * The use cases, one file each: what can be asked of dw-sim, whoever asks. They return values,
 * throw DwSimError, and print nothing.
 *
 * @module
 */
export { AppContext } from "./app_context.ts";
export { checkHealth, type HealthCheck } from "./check_health.ts";
export { createExperiment, type SourceOptions } from "./create_experiment.ts";
export { createExperimentFromYaml } from "./create_experiment_from_yaml.ts";
export { deleteExperiment } from "./delete_experiment.ts";
export {
  exportData,
  type ExportDataRequest,
  type ExportedData,
  type ExportedFile,
  type ExportedTable,
  type TableProgress,
} from "./export_data.ts";
export { exportDdl } from "./export_ddl.ts";
export { generate, type GeneratedRun, type GenerateRequest, type RowRequest } from "./generate.ts";
export { importDdl, type ImportDdlOptions, type ImportedDdl } from "./import_ddl.ts";
export { type ImportedSample, importSample, type ImportSampleOptions } from "./import_sample.ts";
export { type ExperimentSummary, listExperiments, showExperiment } from "./list_experiments.ts";
export { listRuns, showRun } from "./list_runs.ts";
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
export {
  Answer,
  type ExportRequest,
  type QueryRequest,
  runQuery,
  saveAnswer,
} from "./run_query.ts";
export { type RunJson, runToJson } from "./run_to_json.ts";
export {
  type CheckResult,
  type VerifyOptions,
  type VerifyReport,
  verifyRun,
} from "./verify_run.ts";
export type { CheckKind } from "./_plan_checks.ts";

// What an interface sees of the rooms below comes through this door.
export { DEFAULT_LAYOUT, type GenerationProgress, ROW_GROUP_ROWS } from "../storage/mod.ts";
export type { RunRecord, RunStatus } from "../catalog/mod.ts";
export { type ExportFormat, jsonText, type QueryColumn, type QueryResult } from "../query/mod.ts";
export type { RowBatch } from "../query/mod.ts";
export { COPY_COMPRESSIONS, type CopyCompression, type CopyFormat } from "../query/mod.ts";
export { schemaToJson } from "../schema/mod.ts";
