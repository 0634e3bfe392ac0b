import { DwSimError } from "../errors/mod.ts";
import { type Database, type Row, SQLITE, sqliteCode } from "./_database.ts";
import { recordDeed, type RequestKey } from "./keyed_requests.ts";

/** Result code of a primary key taken twice. Spec: sqlite.org/rescode.html. */
const CONSTRAINT_PRIMARY_KEY = 1555;

/** A query kept under a name. */
export interface SavedQuery {
  readonly name: string;
  readonly sql: string;
  /** The experiment it is meant for; null where it says none. */
  readonly experimentName: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** What a new saved query is made of. */
export interface SavedQueryRecordDraft extends Omit<SavedQuery, "createdAt"> {
  /** Recorded with it, when it is made by a request that has one. */
  readonly requestKey?: RequestKey | undefined;
}

/** A part of the saved queries. */
export interface SavedQueryPage {
  readonly after: string;
  readonly countMax: number;
  readonly experimentName?: string | undefined;
}

/** The saved queries of a catalog. Names are looked up whatever their case. */
export class SavedQueries {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws DwSimError SAVED_QUERY_NAME_TAKEN, WEB_IDEMPOTENCY_BUSY. */
  create({ name, sql, experimentName, requestKey }: SavedQueryRecordDraft): SavedQuery {
    try {
      this.#database.transaction(() => {
        recordDeed(this.#database, requestKey, name);
        this.#database.run(
          "INSERT INTO saved_queries (name, sql, experiment_name, created_at) VALUES (?, ?, ?, ?)",
          ...[name, sql, experimentName, new Date().toISOString()],
        );
      });
    } catch (error) {
      throw nameTakenOr(error, name);
    }
    return this.get(name);
  }

  /**
   * Replaces a saved query, its name too; when it was made stays.
   *
   * @throws DwSimError SAVED_QUERY_NOT_FOUND, SAVED_QUERY_NAME_TAKEN.
   */
  replace(
    oldName: string,
    { name, sql, experimentName }: Omit<SavedQuery, "createdAt">,
  ): SavedQuery {
    try {
      const changed = this.#database.run(
        "UPDATE saved_queries SET name = ?, sql = ?, experiment_name = ? WHERE name = ?",
        ...[name, sql, experimentName, oldName],
      );
      if (changed === 0) throw new DwSimError("SAVED_QUERY_NOT_FOUND", { name: oldName });
    } catch (error) {
      throw nameTakenOr(error, name);
    }
    return this.get(name);
  }

  /** @throws DwSimError SAVED_QUERY_NOT_FOUND. */
  get(name: string): SavedQuery {
    const row = this.#database.get("SELECT * FROM saved_queries WHERE name = ?", name);
    if (row === undefined) throw new DwSimError("SAVED_QUERY_NOT_FOUND", { name });
    return toSavedQuery(row);
  }

  /** Those after a name, in the order of their names; of one experiment, or all. */
  page({ after, countMax, experimentName }: SavedQueryPage): readonly SavedQuery[] {
    return this.#database.all(
      `SELECT * FROM saved_queries
       WHERE name > ? AND coalesce(experiment_name = ? COLLATE NOCASE, ?) ORDER BY name LIMIT ?`,
      ...[after, experimentName ?? null, experimentName === undefined ? 1 : 0, countMax],
    ).map(toSavedQuery);
  }

  /** @throws DwSimError SAVED_QUERY_NOT_FOUND. */
  delete(name: string): SavedQuery {
    const saved = this.get(name);
    this.#database.run("DELETE FROM saved_queries WHERE name = ?", name);
    return saved;
  }
}

function nameTakenOr(error: unknown, name: string): unknown {
  const code = sqliteCode(error);
  if (code !== CONSTRAINT_PRIMARY_KEY && code !== SQLITE.CONSTRAINT_UNIQUE) return error;
  return new DwSimError("SAVED_QUERY_NAME_TAKEN", { name }, { cause: error });
}

function toSavedQuery(row: Row): SavedQuery {
  return Object.freeze({
    name: String(row.name),
    sql: String(row.sql),
    experimentName: row.experiment_name === null ? null : String(row.experiment_name),
    createdAt: String(row.created_at),
  });
}
