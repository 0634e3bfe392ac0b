import { invariant } from "../errors/mod.ts";
import type { Row } from "./_database.ts";
import type { RowsByTable, RunError, RunRecord } from "./records.ts";
import { parseRunId } from "./run_id.ts";
import { RUN_STATUSES, type RunStatus } from "./run_state.ts";

/** Reads a row of `generation_runs` joined with its experiment's name. */
export function runRecord(row: Row): RunRecord {
  return Object.freeze({
    id: parseRunId(String(row.id)),
    experimentName: String(row.experiment_name),
    status: statusOf(row),
    createdAt: String(row.created_at),
    startedAt: textOrNull(row, "started_at"),
    completedAt: textOrNull(row, "completed_at"),
    seed: Number(row.seed),
    generatorVersion: Number(row.generator_version),
    schemaHash: String(row.schema_hash),
    targetRows: rowsOf(String(row.target_rows)),
    rowCounts: rowsOrNull(row, "row_counts"),
    progress: rowsOrNull(row, "progress"),
    outputPath: String(row.output_path),
    error: errorOf(row),
    owner: Object.freeze({
      pid: Number(row.owner_pid),
      startedAt: textOrNull(row, "owner_started_at"),
      host: String(row.owner_host),
    }),
    heartbeatAt: String(row.heartbeat_at),
    cancelRequestedAt: textOrNull(row, "cancel_requested_at"),
  });
}

function statusOf(row: Row): RunStatus {
  const status = RUN_STATUSES.find((known) => known === row.status);
  invariant(status !== undefined, `the catalog holds a run with the status '${row.status}'`);
  return status;
}

function errorOf(row: Row): RunError | null {
  const code = textOrNull(row, "error_code");
  if (code === null) return null;
  return Object.freeze({
    code,
    message: String(row.error_message),
    trace: textOrNull(row, "error_trace"),
  });
}

function textOrNull(row: Row, column: string): string | null {
  const value = row[column] ?? null;
  return value === null ? null : String(value);
}

function rowsOrNull(row: Row, column: string): RowsByTable | null {
  const text = textOrNull(row, column);
  return text === null ? null : rowsOf(text);
}

function rowsOf(json: string): RowsByTable {
  const parsed: unknown = JSON.parse(json);
  invariant(typeof parsed === "object" && parsed !== null, "rows by table are a JSON object");
  return Object.freeze(Object.fromEntries(
    Object.entries(parsed).map(([table, rows]) => [table, Number(rows)]),
  ));
}
