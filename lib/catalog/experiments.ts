import { DwSimError, nearestNames } from "../errors/mod.ts";
import { type Database, type Row, SQLITE, sqliteCode } from "./_database.ts";
import { recordDeed, type RequestKey } from "./keyed_requests.ts";
import { type ExperimentRecord } from "./records.ts";
import { requestRemoval } from "./removals.ts";
import { parseRunId, type RunId } from "./run_id.ts";

/** What a new experiment is made of. */
export interface ExperimentDraft {
  readonly name: string;
  readonly schemaJson: string;
  readonly schemaHash: string;
  /** Recorded with it, when it is made by a request that has one. */
  readonly requestKey?: RequestKey | undefined;
}

/** A schema that takes another's place. */
export interface SchemaReplacement {
  readonly schemaJson: string;
  readonly schemaHash: string;
  /** Hash of the schema it was made from. */
  readonly formerHash: string;
  /** Whether the files of all runs go with the former schema, in the same transaction. */
  readonly dropsFiles?: boolean;
}

/** The experiments of a catalog. Names are looked up whatever their case. */
export class Experiments {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws DwSimError EXPERIMENT_NAME_TAKEN, WEB_IDEMPOTENCY_BUSY. */
  create({ name, schemaJson, schemaHash, requestKey }: ExperimentDraft): ExperimentRecord {
    const createdAt = new Date().toISOString();
    try {
      this.#database.transaction(() => {
        recordDeed(this.#database, requestKey, name);
        this.#database.run(
          `INSERT INTO experiments (name, schema_json, schema_hash, created_at)
           VALUES (?, ?, ?, ?)`,
          ...[name, schemaJson, schemaHash, createdAt],
        );
      });
    } catch (error) {
      // The name is the table's only unique column besides its own id.
      if (sqliteCode(error) !== SQLITE.CONSTRAINT_UNIQUE) throw error;
      throw new DwSimError("EXPERIMENT_NAME_TAKEN", { name }, { cause: error });
    }
    // Not read back: the schema of thousands of tables is a long text.
    return Object.freeze({ name, schemaJson, schemaHash, createdAt, currentRunId: null });
  }

  /** @throws DwSimError EXPERIMENT_NOT_FOUND, with the nearest names. */
  get(name: string): ExperimentRecord {
    const row = this.#database.get("SELECT * FROM experiments WHERE name = ?", name);
    if (row === undefined) throw this.#notFound(name);
    return toRecord(row);
  }

  /** All of them, by name. */
  list(): readonly ExperimentRecord[] {
    return this.#database.all("SELECT * FROM experiments ORDER BY name").map(toRecord);
  }

  /** Those after a name, in the order of their names. */
  page(after: string, countMax: number): readonly ExperimentRecord[] {
    const sql = "SELECT * FROM experiments WHERE name > ? ORDER BY name LIMIT ?";
    return this.#database.all(sql, after, countMax).map(toRecord);
  }

  /**
   * Forgets an experiment and its runs; their files, now in the catalog's `removals`, are the
   * caller's to remove.
   *
   * @returns What was forgotten.
   * @throws DwSimError EXPERIMENT_NOT_FOUND or EXPERIMENT_HAS_ACTIVE_RUN.
   */
  delete(name: string): ExperimentRecord {
    return this.#database.transaction(() => {
      const experiment = this.get(name);
      if (this.#hasActiveRun(name)) throw new DwSimError("EXPERIMENT_HAS_ACTIVE_RUN", { name });
      requestRemoval(this.#database, this.#outputPaths(name));
      this.#database.run("UPDATE experiments SET current_run_id = NULL WHERE name = ?", name);
      this.#database.run("DELETE FROM experiments WHERE name = ?", name);
      return experiment;
    });
  }

  /**
   * Makes a completed run the one that is queried.
   *
   * @throws DwSimError EXPERIMENT_NOT_FOUND, RUN_NOT_FOUND, RUN_NOT_COMPLETED, RUN_FILES_REMOVED.
   */
  setCurrentRun(name: string, id: RunId): ExperimentRecord {
    return this.#database.transaction(() => {
      const { name: known } = this.get(name);
      const run = this.#database.get(
        `SELECT status, files_removed_at FROM generation_runs
         JOIN experiments ON experiments.id = experiment_id
         WHERE generation_runs.id = ? AND name = ?`,
        ...[id, known],
      );
      if (run === undefined) throw new DwSimError("RUN_NOT_FOUND", { id });
      const status = String(run.status);
      if (status !== "completed") throw new DwSimError("RUN_NOT_COMPLETED", { id, status });
      if (run.files_removed_at !== null) throw new DwSimError("RUN_FILES_REMOVED", { id });
      this.#database.run("UPDATE experiments SET current_run_id = ? WHERE name = ?", id, known);
      return this.get(known);
    });
  }

  /** Of all runs, the current one too; their records stay. */
  #dropFiles(name: string): void {
    requestRemoval(this.#database, this.#outputPaths(name));
    this.#database.run("UPDATE experiments SET current_run_id = NULL WHERE name = ?", name);
    this.#database.run(
      `UPDATE generation_runs SET files_removed_at = ? WHERE files_removed_at IS NULL
       AND experiment_id = (SELECT id FROM experiments WHERE name = ?)`,
      ...[new Date().toISOString(), name],
    );
  }

  /** The folders of all runs, as they are written in the catalog. */
  #outputPaths(name: string): readonly string[] {
    return this.#database.all(
      `SELECT output_path FROM generation_runs JOIN experiments ON experiments.id = experiment_id
       WHERE name = ?`,
      name,
    ).map((row) => String(row.output_path));
  }

  /**
   * Gives an experiment another schema. Its runs keep the hash of the schema they were made of; if
   * their files are dropped, those are in the catalog's `removals`, and the caller's to remove.
   *
   * @param name The experiment.
   * @param draft The new schema, and the hash of the one it was made from.
   * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_HAS_ACTIVE_RUN, or EXPERIMENT_CHANGED if
   * somebody else changed it in between.
   */
  replaceSchema(
    name: string,
    { schemaJson, schemaHash, formerHash, dropsFiles = false }: SchemaReplacement,
  ): ExperimentRecord {
    return this.#database.transaction(() => {
      const experiment = this.get(name);
      if (this.#hasActiveRun(name)) throw new DwSimError("EXPERIMENT_HAS_ACTIVE_RUN", { name });
      if (experiment.schemaHash !== formerHash) {
        throw new DwSimError("EXPERIMENT_CHANGED", { name });
      }
      if (dropsFiles) this.#dropFiles(name);
      this.#database.run(
        "UPDATE experiments SET schema_json = ?, schema_hash = ? WHERE name = ?",
        ...[schemaJson, schemaHash, name],
      );
      return this.get(name);
    });
  }

  #hasActiveRun(name: string): boolean {
    const row = this.#database.get(
      `SELECT 1 FROM generation_runs JOIN experiments ON experiments.id = experiment_id
       WHERE name = ? AND status IN ('queued', 'running')`,
      name,
    );
    return row !== undefined;
  }

  #notFound(name: string): DwSimError {
    const names = this.#database.all("SELECT name FROM experiments").map((row) => String(row.name));
    return new DwSimError("EXPERIMENT_NOT_FOUND", { name, near: nearestNames(name, names) });
  }
}

function toRecord(row: Row): ExperimentRecord {
  const { current_run_id: currentRunId } = row;
  return Object.freeze({
    name: String(row.name),
    schemaJson: String(row.schema_json),
    schemaHash: String(row.schema_hash),
    createdAt: String(row.created_at),
    currentRunId: currentRunId === null ? null : parseRunId(String(currentRunId)),
  });
}
