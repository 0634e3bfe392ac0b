import type { Database } from "./_database.ts";

/** Answers kept at most; the oldest go first. */
const COUNT_MAX = 10_000;

/** An answer that was given to a request, by the key its client chose. */
export interface KeptAnswer {
  /** Tells whether a request is the one that was answered. */
  readonly requestHash: string;
  /** JSON. */
  readonly answer: string;
}

/** Answers to requests that must not be done twice. */
export class Answers {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(key: string): KeptAnswer | null {
    const row = this.#database.get("SELECT * FROM answers WHERE key = ?", key);
    if (row === undefined) return null;
    return { requestHash: String(row.request_hash), answer: String(row.answer) };
  }

  /** Keeps an answer; the first one of a key stays. */
  keep(key: string, { requestHash, answer }: KeptAnswer): void {
    this.#database.transaction(() => {
      this.#database.run(
        `INSERT OR IGNORE INTO answers (key, request_hash, answer, created_at)
         VALUES (?, ?, ?, ?)`,
        ...[key, requestHash, answer, new Date().toISOString()],
      );
      this.#database.run(
        "DELETE FROM answers WHERE id <= (SELECT max(id) FROM answers) - ?",
        COUNT_MAX,
      );
    });
  }
}
