import type { Database } from "./_database.ts";
import type { RowsByTable, RunError, RunEvent, RunOwner } from "./records.ts";
import type { RunId } from "./run_id.ts";
import type { RunStatus } from "./run_state.ts";

/** A trace that goes in circles must not fill the catalog. */
const TRACE_LENGTH_MAX = 16_384;

/** Where an event leads, and when. */
interface Arrival {
  readonly id: RunId;
  readonly status: RunStatus;
  readonly now: string;
}

/** Writes an event and the status it leads to. The caller holds the transaction. */
export function recordEvent(
  database: Database,
  event: RunEvent,
  { id, status }: { readonly id: RunId; readonly status: RunStatus },
): void {
  const arrival = { id, status, now: new Date().toISOString() };
  switch (event.kind) {
    case "start":
      return recordStart(database, arrival);
    case "complete":
      return recordCompletion(database, arrival, event.rowCounts);
    case "fail":
    case "abort":
      return recordError(database, arrival, event.error);
    case "resume":
      return recordResumption(database, arrival, event.owner);
  }
}

function recordStart(database: Database, { id, status, now }: Arrival): void {
  database.run(
    "UPDATE generation_runs SET status = ?, started_at = ?, heartbeat_at = ? WHERE id = ?",
    ...[status, now, now, id],
  );
}

function recordCompletion(database: Database, arrival: Arrival, rowCounts: RowsByTable): void {
  const { id, status, now } = arrival;
  const rows = JSON.stringify(rowCounts);
  database.run(
    `UPDATE generation_runs SET status = ?, completed_at = ?, row_counts = ?, progress = NULL
     WHERE id = ?`,
    ...[status, now, rows, id],
  );
  database.run(
    `UPDATE experiments SET current_run_id = ?1
     WHERE id = (SELECT experiment_id FROM generation_runs WHERE id = ?1)`,
    id,
  );
}

function recordError(database: Database, { id, status, now }: Arrival, error: RunError): void {
  const trace = error.trace?.slice(0, TRACE_LENGTH_MAX) ?? null;
  database.run(
    `UPDATE generation_runs SET status = ?, completed_at = ?,
       error_code = ?, error_message = ?, error_trace = ? WHERE id = ?`,
    ...[status, now, error.code, error.message, trace, id],
  );
}

function recordResumption(database: Database, { id, status, now }: Arrival, owner: RunOwner): void {
  database.run(
    `UPDATE generation_runs SET status = ?, started_at = NULL, completed_at = NULL,
       error_code = NULL, error_message = NULL, error_trace = NULL, cancel_requested_at = NULL,
       owner_pid = ?, owner_started_at = ?, owner_host = ?, heartbeat_at = ? WHERE id = ?`,
    ...[status, owner.pid, owner.startedAt, owner.host, now, id],
  );
}
