import type { RunRecord } from "../catalog/mod.ts";

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
  readonly error_code: string | null;
  readonly error_message: string | null;
  readonly error_trace: string | null;
}

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
    error_code: run.error?.code ?? null,
    error_message: run.error?.message ?? null,
    error_trace: run.error?.trace ?? null,
  };
}

function durationMs({ startedAt, completedAt }: RunRecord): number | null {
  if (startedAt === null || completedAt === null) return null;
  return Date.parse(completedAt) - Date.parse(startedAt);
}
