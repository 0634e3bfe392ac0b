import type { RunId } from "./run_id.ts";
import type { RunStatus } from "./run_state.ts";

/** Rows by table name. */
export type RowsByTable = Readonly<Record<string, number>>;

/** An experiment as the catalog keeps it. Times are ISO 8601, UTC, with milliseconds. */
export interface ExperimentRecord {
  /** As first written; names that differ only in case are one name. */
  readonly name: string;
  /** The schema in the JSON it is exchanged in. */
  readonly schemaJson: string;
  readonly schemaHash: string;
  readonly createdAt: string;
  /** The completed run whose files are queried; null until there is one. */
  readonly currentRunId: RunId | null;
}

/** The process that works on a run. */
export interface RunOwner {
  readonly pid: number;
  /** Marks the process apart from others that had the same pid; null where the system tells none. */
  readonly startedAt: string | null;
  /** The machine and its boot (and pid namespace): pids of another host mean nothing here. */
  readonly host: string;
}

/** Why a run failed or was aborted. */
export interface RunError {
  readonly code: string;
  readonly message: string;
  readonly trace: string | null;
}

/** What happens to a run, with what there is to record of it. */
export type RunEvent =
  | { readonly kind: "start" }
  | { readonly kind: "complete"; readonly rowCounts: RowsByTable }
  | { readonly kind: "fail" | "abort"; readonly error: RunError }
  | { readonly kind: "resume"; readonly owner: RunOwner };

/** What a run is for: new data, tables emptied, or more rows behind those of an earlier run. */
export type RunKind = "generate" | "reset" | "advance";

/** How the files of a run are cut and packed. */
export interface RunLayout {
  readonly partRows: number;
  readonly codec: string;
}

/** How far a run is, as its owner last told. */
export interface RunProgress {
  readonly rowsDone: number;
  readonly rowsTotal: number;
  readonly partsDone: number;
  readonly partsTotal: number;
  readonly rowsPerSecond: number;
  /** Null before it can be told. */
  readonly remainingMs: number | null;
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly parts: number }>>;
}

/** A run as the catalog keeps it. Times are ISO 8601, UTC, with milliseconds. */
export interface RunRecord {
  readonly id: RunId;
  readonly experimentName: string;
  readonly status: RunStatus;
  readonly createdAt: string;
  readonly startedAt: string | null;
  /** When it ended, in whatever way. */
  readonly completedAt: string | null;
  readonly seed: number;
  readonly generatorVersion: number;
  readonly schemaHash: string;
  readonly targetRows: RowsByTable;
  /** What was written; null unless completed. */
  readonly rowCounts: RowsByTable | null;
  /** How far it came; null before the first report, and when it is completed. */
  readonly progress: RunProgress | null;
  readonly kind: RunKind;
  readonly layout: RunLayout;
  /** For a run that continues another: the rows after each step before this one, oldest first. */
  readonly earlierRows: readonly RowsByTable[];
  /** The run whose files this one shares. */
  readonly baseRunId: RunId | null;
  /** Folder of the run's files, absolute. */
  readonly outputPath: string;
  /** When its files were given up; null while it has them, or may have. */
  readonly filesRemovedAt: string | null;
  readonly error: RunError | null;
  readonly owner: RunOwner;
  readonly heartbeatAt: string;
  /** Set when somebody, perhaps in another process, asked the owner to stop. */
  readonly cancelRequestedAt: string | null;
}
