import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { DwSimError } from "../errors/mod.ts";

/** Result codes of SQLite that we act on. Spec: sqlite.org/rescode.html. */
export const SQLITE = Object.freeze({
  PERM: 3,
  BUSY: 5,
  LOCKED: 6,
  READONLY: 8,
  IOERR: 10,
  CORRUPT: 11,
  FULL: 13,
  CANTOPEN: 14,
  NOTADB: 26,
  CONSTRAINT_UNIQUE: 2067,
});

export type Row = Readonly<Record<string, string | number | null>>;

/**
 * One connection. Every statement is prepared, never `exec`uted: only then does an error carry
 * SQLite's extended result code, which is what we decide by.
 */
export class Database implements Disposable {
  readonly path: string;
  readonly #connection: DatabaseSync;
  readonly #busyTimeoutMs: number;
  readonly #statements = new Map<string, ReturnType<DatabaseSync["prepare"]>>();

  /** @param busyTimeoutMs How long a statement waits for another process's lock. */
  constructor(path: string, busyTimeoutMs: number) {
    this.path = path;
    this.#busyTimeoutMs = busyTimeoutMs;
    this.#connection = new DatabaseSync(path, {
      timeout: busyTimeoutMs,
      enableForeignKeyConstraints: true,
    });
  }

  /** Runs a statement and returns the number of rows it changed. */
  run(sql: string, ...values: readonly SQLInputValue[]): number {
    return this.#guard(() => Number(this.#prepare(sql).run(...values).changes));
  }

  /** The first row, if any. */
  get(sql: string, ...values: readonly SQLInputValue[]): Row | undefined {
    return this.#guard(() => this.#prepare(sql).get(...values) as Row | undefined);
  }

  all(sql: string, ...values: readonly SQLInputValue[]): readonly Row[] {
    return this.#guard(() => this.#prepare(sql).all(...values) as Row[]);
  }

  /** Does all of it or nothing; takes the write lock at once, so that what it reads stays true. */
  transaction<Result>(work: () => Result): Result {
    this.run("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.run("COMMIT");
      return result;
    } catch (error) {
      // Some failures (a full disk) have already rolled back by themselves.
      if (this.#connection.isTransaction) this.run("ROLLBACK");
      throw error;
    }
  }

  /**
   * Writes what will soon be written anew: it would rather fail than wait for another process's
   * lock, and does not wait for the disk either. A power cut may take it; nothing older is at risk.
   * Spec: sqlite.org/pragma.html#pragma_synchronous, about WAL mode.
   */
  lightly<Result>(work: () => Result): Result {
    this.get("PRAGMA busy_timeout = 0");
    this.get("PRAGMA synchronous = NORMAL");
    try {
      return work();
    } finally {
      this.get("PRAGMA synchronous = FULL");
      this.get(`PRAGMA busy_timeout = ${this.#busyTimeoutMs}`);
    }
  }

  [Symbol.dispose](): void {
    this.#statements.clear();
    this.#connection.close();
  }

  #prepare(sql: string): ReturnType<DatabaseSync["prepare"]> {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw translated(error, this.path);
    }
  }
}

/** SQLite's extended result code of an error, if it is one of SQLite's. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return typeof error.errcode === "number" ? error.errcode : undefined;
}

/** What a failing disk, file or neighbour means to the user; any other error stays as it is. */
function translated(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  const reason = error instanceof Error ? error.message : "";
  // The low byte of an extended code is the primary one.
  switch (code & 0xff) {
    case SQLITE.BUSY:
    case SQLITE.LOCKED:
      return new DwSimError("CATALOG_BUSY", { path }, { cause: error });
    case SQLITE.CORRUPT:
    case SQLITE.NOTADB:
      return new DwSimError("CATALOG_CORRUPT", { path, reason }, { cause: error });
    case SQLITE.FULL:
      return new DwSimError("CATALOG_DISK_FULL", { path }, { cause: error });
    case SQLITE.PERM:
    case SQLITE.READONLY:
    case SQLITE.IOERR:
    case SQLITE.CANTOPEN:
      return new DwSimError("CATALOG_UNUSABLE", { path, reason }, { cause: error });
    default:
      return error;
  }
}
