import type { Database, Row } from "./_database.ts";

/** Questions kept at most; the oldest go first. */
const COUNT_MAX = 1_000;
/** Characters kept of a question's text. */
const SQL_LENGTH_MAX = 20_000;
const MESSAGE_LENGTH_MAX = 2_000;

/** A question that was asked, and how that went. */
export interface AskedQuery {
  /** Counts up; later questions have higher ones. */
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly askedAt: string;
  /** Null where the text named the experiments itself. */
  readonly experimentName: string | null;
  readonly dialect: string;
  readonly sql: string;
  /** True where `sql` is only the beginning of what was asked. */
  readonly isCut: boolean;
  readonly elapsedMs: number;
  /** Rows that were taken; null when it failed. */
  readonly rowCount: number | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

export type AskedQueryDraft = Omit<AskedQuery, "id" | "isCut">;

/** A part of the history, the newest first. */
export interface HistoryRequest {
  /** Only what is older than the entry with this id. */
  readonly before?: number | undefined;
  readonly experimentName?: string | undefined;
  readonly countMax: number;
}

/** The last questions that were asked of any experiment. */
export class QueryHistory {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Adds a question, and lets go of those that are too many. */
  add(
    { askedAt, experimentName, dialect, sql, elapsedMs, rowCount, error }: AskedQueryDraft,
  ): void {
    const isCut = sql.length > SQL_LENGTH_MAX;
    const message = error?.message.slice(0, MESSAGE_LENGTH_MAX) ?? null;
    this.#database.lightly(() =>
      this.#database.transaction(() => {
        this.#database.run(
          `INSERT INTO query_history (asked_at, experiment_name, dialect, sql, is_cut, elapsed_ms,
             row_count, error_code, error_message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          ...[askedAt, experimentName, dialect, sql.slice(0, SQL_LENGTH_MAX), isCut ? 1 : 0],
          ...[elapsedMs, rowCount, error?.code ?? null, message],
        );
        this.#database.run(
          "DELETE FROM query_history WHERE id <= (SELECT max(id) FROM query_history) - ?",
          COUNT_MAX,
        );
      })
    );
  }

  page({ before, experimentName, countMax }: HistoryRequest): readonly AskedQuery[] {
    return this.#database.all(
      `SELECT * FROM query_history
       WHERE id < coalesce(?, 9223372036854775807) AND coalesce(experiment_name = ?, ?)
       ORDER BY id DESC LIMIT ?`,
      ...[before ?? null, experimentName ?? null, experimentName === undefined ? 1 : 0, countMax],
    ).map(toAskedQuery);
  }

  /**
   * @param experimentName Only questions to this one.
   * @returns How many there were.
   */
  clear(experimentName?: string): number {
    return this.#database.run(
      "DELETE FROM query_history WHERE coalesce(experiment_name = ?, ?)",
      ...[experimentName ?? null, experimentName === undefined ? 1 : 0],
    );
  }
}

function toAskedQuery(row: Row): AskedQuery {
  const { error_code: code, error_message: message } = row;
  return Object.freeze({
    id: Number(row.id),
    askedAt: String(row.asked_at),
    experimentName: row.experiment_name === null ? null : String(row.experiment_name),
    dialect: String(row.dialect),
    sql: String(row.sql),
    isCut: row.is_cut === 1,
    elapsedMs: Number(row.elapsed_ms),
    rowCount: row.row_count === null ? null : Number(row.row_count),
    error: code === null ? null : { code: String(code), message: String(message) },
  });
}
