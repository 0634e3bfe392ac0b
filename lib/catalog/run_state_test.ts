import assert from "node:assert/strict";
import { withCatalog } from "./_testing.ts";
import { RUN_STATUSES, type RunEventKind, type RunStatus, transition } from "./run_state.ts";
import { DatabaseSync } from "node:sqlite";

const EVENTS: readonly RunEventKind[] = ["start", "complete", "fail", "abort", "resume"];

Deno.test("transition leads a run from queued over running to completed", () => {
  assert.equal(transition(transition("queued", "start"), "complete"), "completed");
});

Deno.test("transition refuses to touch a completed run", () => {
  for (const event of EVENTS) {
    assert.throws(() => transition("completed", event), { code: "RUN_STATE_CONFLICT" });
  }
});

Deno.test("the catalog's triggers allow exactly the moves of transition", () => {
  withCatalog(["retail"], (_catalog, folder) => {
    using database = new DatabaseSync(`${folder}/catalog.sqlite`);
    for (const from of RUN_STATUSES) {
      const reachable = reachableFrom(from);
      for (const to of RUN_STATUSES) {
        if (to === from) continue;
        assert.equal(sqlAllows(database, from, to), reachable.has(to), `${from} to ${to}`);
      }
    }
  });
});

function reachableFrom(from: RunStatus): Set<RunStatus> {
  const reachable = new Set<RunStatus>();
  for (const event of EVENTS) {
    try {
      reachable.add(transition(from, event));
    } catch {
      // Refused, so not reachable by this event.
    }
  }
  return reachable;
}

/** Puts a run into a status behind the trigger's back, then tries the move under it. */
function sqlAllows(database: DatabaseSync, from: RunStatus, to: RunStatus): boolean {
  const trigger = database
    .prepare("SELECT sql FROM sqlite_schema WHERE name = 'run_moves_as_allowed'").get()!.sql;
  database.exec("BEGIN; DROP TRIGGER run_moves_as_allowed; PRAGMA ignore_check_constraints = ON");
  try {
    database.exec(
      `INSERT INTO generation_runs (id, experiment_id, status, created_at, seed, generator_version,
         schema_hash, target_rows, output_path, owner_pid, owner_host, heartbeat_at)
       VALUES ('x', 1, 'queued', '', 1, 1, '', '{}', '', 1, '', '')`,
    );
    database.exec(`UPDATE generation_runs SET status = '${from}'`);
    database.exec(String(trigger));
    database.exec(`UPDATE generation_runs SET status = '${to}'`);
    return true;
  } catch {
    return false;
  } finally {
    database.exec("ROLLBACK; PRAGMA ignore_check_constraints = OFF");
  }
}
