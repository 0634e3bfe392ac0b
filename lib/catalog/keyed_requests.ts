import { DwSimError } from "../errors/mod.ts";
import { type Database, SQLITE, sqliteCode } from "./_database.ts";

/** Requests kept at most; the oldest go first. */
const COUNT_MAX = 10_000;

/** A request that must not be done twice, by the key its client chose. */
export interface RequestKey {
  readonly key: string;
  /** Tells whether a request is the one that came with the key before. */
  readonly requestHash: string;
}

/** How far the request of a key came. */
export interface KeyedRequest {
  readonly requestHash: string;
  /** Name or id of what it made; null when it made nothing. */
  readonly made: string | null;
  /** JSON; null when whoever made it was gone before it answered. */
  readonly answer: string | null;
}

/** Requests that came with a key. */
export class KeyedRequests {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(key: string): KeyedRequest | null {
    const row = this.#database.get("SELECT * FROM keyed_requests WHERE key = ?", key);
    if (row === undefined) return null;
    const { request_hash: requestHash, made, answer } = row;
    return {
      requestHash: String(requestHash),
      made: made === null ? null : String(made),
      answer: answer === null ? null : String(answer),
    };
  }

  /** Keeps an answer; the first one of a key stays. */
  keepAnswer({ key, requestHash }: RequestKey, answer: string): void {
    this.#database.transaction(() => {
      this.#database.run(
        `INSERT INTO keyed_requests (key, request_hash, answer, created_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET answer = coalesce(answer, excluded.answer)`,
        ...[key, requestHash, answer, new Date().toISOString()],
      );
      dropOldest(this.#database);
    });
  }
}

/**
 * Records what a request makes, in the transaction that makes it: a process may be killed at any
 * moment, and the deed is never there without its key.
 *
 * @param made Name or id.
 * @throws DwSimError WEB_IDEMPOTENCY_BUSY when another process did it first by a hair.
 */
export function recordDeed(
  database: Database,
  requestKey: RequestKey | undefined,
  made: string,
): void {
  if (requestKey === undefined) return;
  const { key, requestHash } = requestKey;
  try {
    database.run(
      "INSERT INTO keyed_requests (key, request_hash, made, created_at) VALUES (?, ?, ?, ?)",
      ...[key, requestHash, made, new Date().toISOString()],
    );
  } catch (error) {
    if (sqliteCode(error) !== SQLITE.CONSTRAINT_UNIQUE) throw error;
    throw new DwSimError("WEB_IDEMPOTENCY_BUSY", {}, { cause: error });
  }
  dropOldest(database);
}

function dropOldest(database: Database): void {
  database.run(
    "DELETE FROM keyed_requests WHERE id <= (SELECT max(id) FROM keyed_requests) - ?",
    COUNT_MAX,
  );
}
