import type { RunProgress, RunRecord } from "../catalog/mod.ts";

/** A run as every interface writes it. Times are ISO 8601, UTC. */
export interface RunJson {
  readonly id: string;
  readonly experiment_name: string;
  readonly status: "QUEUED" | "RUNNING" | "COMPLETED" | "FAILED" | "ABORTED";
  readonly created_at: string;
  readonly started_at: string | null;
  readonly completed_at: string | null;
  readonly duration_ms: number | null;
  readonly row_counts: Readonly<Record<string, number>> | null;
  readonly target_rows: Readonly<Record<string, number>>;
  readonly output_path: string;
  readonly seed: number;
  readonly kind: "GENERATE" | "RESET" | "ADVANCE";
  /** How far it is, or came; null before the first report and when it is completed. */
  readonly progress: ProgressJson | null;
  readonly cancel_requested_at: string | null;
  /** When its files were removed; null while they are there. */
  readonly files_removed_at: string | null;
  readonly error_code: string | null;
  readonly error_message: string | null;
  readonly error_trace: string | null;
}

export interface ProgressJson {
  readonly rows_done: number;
  readonly rows_total: number;
  readonly parts_done: number;
  readonly parts_total: number;
  readonly rows_per_second: number;
  readonly remaining_ms: number | null;
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly parts: number }>>;
}

const KIND_WORDS = { generate: "GENERATE", reset: "RESET", advance: "ADVANCE" } as const;

const STATUS_WORDS = {
  queued: "QUEUED",
  running: "RUNNING",
  completed: "COMPLETED",
  failed: "FAILED",
  aborted: "ABORTED",
} as const;

/** Writes a run with the field names and status words of the old API. */
export function runToJson(run: RunRecord): RunJson {
  return {
    id: run.id,
    experiment_name: run.experimentName,
    status: STATUS_WORDS[run.status],
    created_at: run.createdAt,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    duration_ms: durationMs(run),
    row_counts: run.rowCounts,
    target_rows: run.targetRows,
    output_path: run.outputPath,
    seed: run.seed,
    kind: KIND_WORDS[run.kind],
    progress: run.progress === null ? null : progressToJson(run.progress),
    cancel_requested_at: run.cancelRequestedAt,
    files_removed_at: run.filesRemovedAt,
    error_code: run.error?.code ?? null,
    error_message: run.error?.message ?? null,
    error_trace: run.error?.trace ?? null,
  };
}

/** Writes how far a run is with the names of the run's other fields. */
export function progressToJson(progress: RunProgress): ProgressJson {
  return {
    rows_done: progress.rowsDone,
    rows_total: progress.rowsTotal,
    parts_done: progress.partsDone,
    parts_total: progress.partsTotal,
    rows_per_second: progress.rowsPerSecond,
    remaining_ms: progress.remainingMs,
    tables: progress.tables,
  };
}

function durationMs({ startedAt, completedAt }: RunRecord): number | null {
  if (startedAt === null || completedAt === null) return null;
  return Date.parse(completedAt) - Date.parse(startedAt);
}
