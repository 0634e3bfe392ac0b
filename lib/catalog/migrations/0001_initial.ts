// The triggers and checks repeat run_state.ts on purpose: whatever program or bug writes to the
// catalog, a run can only move the way transition() moves it. A test holds the two together.

/** Experiments, their runs, and which run is current. */
export const INITIAL: readonly string[] = [
  `CREATE TABLE experiments (
     id INTEGER PRIMARY KEY,
     name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
     schema_json TEXT NOT NULL CHECK (json_valid(schema_json)),
     schema_hash TEXT NOT NULL,
     created_at TEXT NOT NULL,
     current_run_id TEXT REFERENCES generation_runs (id)
   ) STRICT`,

  `CREATE TABLE generation_runs (
     id TEXT PRIMARY KEY,
     experiment_id INTEGER NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     status TEXT NOT NULL
       CHECK (status IN ('queued', 'running', 'completed', 'failed', 'aborted')),
     created_at TEXT NOT NULL,
     started_at TEXT,
     completed_at TEXT,
     seed INTEGER NOT NULL CHECK (seed BETWEEN 0 AND 9007199254740991),
     generator_version INTEGER NOT NULL,
     schema_hash TEXT NOT NULL,
     target_rows TEXT NOT NULL CHECK (json_valid(target_rows)),
     row_counts TEXT CHECK (row_counts IS NULL OR json_valid(row_counts)),
     progress TEXT CHECK (progress IS NULL OR json_valid(progress)),
     output_path TEXT NOT NULL,
     error_code TEXT,
     error_message TEXT,
     error_trace TEXT,
     owner_pid INTEGER NOT NULL,
     owner_started_at TEXT,
     owner_host TEXT NOT NULL,
     heartbeat_at TEXT NOT NULL,
     cancel_requested_at TEXT,
     CHECK ((completed_at IS NULL) = (status IN ('queued', 'running'))),
     CHECK (status <> 'running' OR started_at IS NOT NULL),
     CHECK ((row_counts IS NOT NULL) = (status = 'completed')),
     CHECK ((error_code IS NULL) = (error_message IS NULL)),
     CHECK ((error_code IS NOT NULL) = (status IN ('failed', 'aborted')))
   ) STRICT`,

  `CREATE INDEX generation_runs_by_experiment ON generation_runs (experiment_id, id)`,

  `CREATE UNIQUE INDEX one_active_run_per_experiment ON generation_runs (experiment_id)
     WHERE status IN ('queued', 'running')`,

  `CREATE TRIGGER run_begins_queued BEFORE INSERT ON generation_runs
     WHEN NEW.status <> 'queued'
     BEGIN SELECT RAISE(ABORT, 'a run begins queued'); END`,

  `CREATE TRIGGER run_moves_as_allowed BEFORE UPDATE OF status ON generation_runs
     WHEN OLD.status || '>' || NEW.status NOT IN (
       'queued>running', 'queued>failed', 'queued>aborted',
       'running>completed', 'running>failed', 'running>aborted',
       'failed>queued', 'aborted>queued')
     BEGIN SELECT RAISE(ABORT, 'a run cannot move this way'); END`,

  `CREATE TRIGGER current_run_is_completed BEFORE UPDATE OF current_run_id ON experiments
     WHEN NEW.current_run_id IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM generation_runs
       WHERE id = NEW.current_run_id AND experiment_id = NEW.id AND status = 'completed')
     BEGIN SELECT RAISE(ABORT, 'the current run is a completed run of the experiment'); END`,

  `CREATE TRIGGER active_experiment_stays BEFORE DELETE ON experiments
     WHEN EXISTS (
       SELECT 1 FROM generation_runs
       WHERE experiment_id = OLD.id AND status IN ('queued', 'running'))
     BEGIN SELECT RAISE(ABORT, 'the experiment has an active run'); END`,
];
