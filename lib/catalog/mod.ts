/**
 * What is known of experiments and their runs: one SQLite file, shared by all processes.
 *
 * @module
 */
export type { ExperimentDraft, Experiments, SchemaReplacement } from "./experiments.ts";
export type { KeyedRequest, KeyedRequests, RequestKey } from "./keyed_requests.ts";
export { type Catalog, openCatalog } from "./open_catalog.ts";
export type {
  ExperimentRecord,
  RowsByTable,
  RunError,
  RunEvent,
  RunKind,
  RunLayout,
  RunOwner,
  RunProgress,
  RunRecord,
} from "./records.ts";
export type { Removals } from "./removals.ts";
export { parseRunId, type RunId } from "./run_id.ts";
export { currentOwner, isOwnerAlive } from "./run_owner.ts";
export { type RunEventKind, type RunStatus, transition } from "./run_state.ts";
export type { OwnerCheck, RunDraft, Runs } from "./runs.ts";
export type { AskedQuery, AskedQueryDraft, HistoryRequest, QueryHistory } from "./query_history.ts";
export type { SavedQueries, SavedQuery, SavedQueryRecordDraft } from "./saved_queries.ts";
