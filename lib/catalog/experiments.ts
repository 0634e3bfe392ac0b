import { DwSimError, nearestNames } from "../errors/mod.ts";
import { type Database, type Row, SQLITE, sqliteCode } from "./_database.ts";
import { type ExperimentRecord } from "./records.ts";
import { parseRunId } from "./run_id.ts";

/** What a new experiment is made of. */
export interface ExperimentDraft {
  readonly name: string;
  readonly schemaJson: string;
  readonly schemaHash: string;
}

/** The experiments of a catalog. Names are looked up whatever their case. */
export class Experiments {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws DwSimError EXPERIMENT_NAME_TAKEN. */
  create({ name, schemaJson, schemaHash }: ExperimentDraft): ExperimentRecord {
    try {
      this.#database.run(
        `INSERT INTO experiments (name, schema_json, schema_hash, created_at)
         VALUES (?, ?, ?, ?)`,
        name,
        schemaJson,
        schemaHash,
        new Date().toISOString(),
      );
    } catch (error) {
      // The name is the table's only unique column besides its own id.
      if (sqliteCode(error) !== SQLITE.CONSTRAINT_UNIQUE) throw error;
      throw new DwSimError("EXPERIMENT_NAME_TAKEN", { name }, { cause: error });
    }
    return this.get(name);
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

  /**
   * Forgets an experiment and its runs; their files are the caller's to remove.
   *
   * @returns What was forgotten.
   * @throws DwSimError EXPERIMENT_NOT_FOUND or EXPERIMENT_HAS_ACTIVE_RUN.
   */
  delete(name: string): ExperimentRecord {
    return this.#database.transaction(() => {
      const experiment = this.get(name);
      if (this.#hasActiveRun(name)) throw new DwSimError("EXPERIMENT_HAS_ACTIVE_RUN", { name });
      this.#database.run("UPDATE experiments SET current_run_id = NULL WHERE name = ?", name);
      this.#database.run("DELETE FROM experiments WHERE name = ?", name);
      return experiment;
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
