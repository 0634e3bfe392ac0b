// Layout and earlier rows are what a resumption needs besides the seed; removals are promises to
// remove folders, made in the same transaction in which the catalog forgets them, so that no killed
// process leaves files that nobody knows of.

/** What runs are made of, how they hang together, and whose files are gone or going. */
export const RUN_LIFECYCLE: readonly string[] = [
  `ALTER TABLE generation_runs ADD COLUMN kind TEXT NOT NULL DEFAULT 'generate'
     CHECK (kind IN ('generate', 'reset', 'advance'))`,

  `ALTER TABLE generation_runs ADD COLUMN part_rows INTEGER NOT NULL DEFAULT 1048576`,

  `ALTER TABLE generation_runs ADD COLUMN codec TEXT NOT NULL DEFAULT 'snappy'`,

  `ALTER TABLE generation_runs ADD COLUMN earlier_rows TEXT NOT NULL DEFAULT '[]'
     CHECK (json_valid(earlier_rows))`,

  `ALTER TABLE generation_runs ADD COLUMN base_run_id TEXT`,

  `ALTER TABLE generation_runs ADD COLUMN files_removed_at TEXT`,

  `CREATE TABLE removals (path TEXT PRIMARY KEY, requested_at TEXT NOT NULL) STRICT`,

  `CREATE TRIGGER current_run_has_files BEFORE UPDATE OF current_run_id ON experiments
     WHEN EXISTS (
       SELECT 1 FROM generation_runs
       WHERE id = NEW.current_run_id AND files_removed_at IS NOT NULL)
     BEGIN SELECT RAISE(ABORT, 'the files of the run are removed'); END`,

  `CREATE TRIGGER files_in_use_stay BEFORE UPDATE OF files_removed_at ON generation_runs
     WHEN NEW.files_removed_at IS NOT NULL AND (
       OLD.status IN ('queued', 'running')
       OR EXISTS (SELECT 1 FROM experiments WHERE current_run_id = OLD.id))
     BEGIN SELECT RAISE(ABORT, 'the files of the run are in use'); END`,
];
