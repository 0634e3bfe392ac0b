import { invariant } from "../errors/mod.ts";
import type { Row } from "./_database.ts";
import { fullPath } from "./_run_paths.ts";
import type { RowsByTable, RunError, RunKind, RunProgress, RunRecord } from "./records.ts";
import { parseRunId } from "./run_id.ts";
import { RUN_STATUSES, type RunStatus } from "./run_state.ts";

const RUN_KINDS: readonly RunKind[] = ["generate", "reset", "advance"];

/**
 * Reads a row of `generation_runs` joined with its experiment's name.
 *
 * @param row The row.
 * @param catalogPath What its paths are told from.
 */
export function runRecord(row: Row, catalogPath: string): RunRecord {
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
    progress: progressOf(row),
    kind: kindOf(row),
    layout: Object.freeze({ partRows: Number(row.part_rows), codec: String(row.codec) }),
    earlierRows: earlierRowsOf(row),
    baseRunId: row.base_run_id === null ? null : parseRunId(String(row.base_run_id)),
    outputPath: fullPath(catalogPath, String(row.output_path)),
    filesRemovedAt: textOrNull(row, "files_removed_at"),
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

function kindOf(row: Row): RunKind {
  const kind = RUN_KINDS.find((known) => known === row.kind);
  invariant(kind !== undefined, `the catalog holds a run of the kind '${row.kind}'`);
  return kind;
}

function earlierRowsOf(row: Row): readonly RowsByTable[] {
  const steps: unknown = JSON.parse(String(row.earlier_rows));
  invariant(Array.isArray(steps), "earlier rows are a JSON array");
  return Object.freeze(steps.map((step) => rowsOf(JSON.stringify(step))));
}

/** Only `beat` writes it, in one statement; null stands for the one of a completed run. */
function progressOf(row: Row): RunProgress | null {
  const text = textOrNull(row, "progress");
  return text === null ? null : Object.freeze(JSON.parse(text));
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
