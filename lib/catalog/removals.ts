import type { Database } from "./_database.ts";
import { fullPath, isOwnPath } from "./_run_paths.ts";

/**
 * Folders whose files nobody needs any more. A path is entered in the transaction that gives it up,
 * and leaves when the folder is gone: whatever process dies in between, the next one finishes.
 */
export class Removals {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Absolute paths of run folders that are to go. */
  list(): readonly string[] {
    return this.#database.all("SELECT path FROM removals ORDER BY path")
      .map(({ path }) => fullPath(this.#database.path, String(path)));
  }

  /** Says that the folder of a run, published or not, is gone. */
  done(path: string): void {
    for (const { path: stored } of this.#database.all("SELECT path FROM removals")) {
      if (fullPath(this.#database.path, String(stored)) !== path) continue;
      this.#database.run("DELETE FROM removals WHERE path = ?", stored!);
    }
  }
}

/** Enters folders; those outside the data root are their user's and stay. The caller holds the transaction. */
export function requestRemoval(database: Database, storedPaths: readonly string[]): void {
  const now = new Date().toISOString();
  for (const path of storedPaths.filter(isOwnPath)) {
    database.run("INSERT OR IGNORE INTO removals (path, requested_at) VALUES (?, ?)", path, now);
  }
}
