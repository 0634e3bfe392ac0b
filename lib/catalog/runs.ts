import { DwSimError } from "../errors/mod.ts";
import { type Database, SQLITE, sqliteCode } from "./_database.ts";
import { recordEvent } from "./_record_event.ts";
import { runRecord } from "./_run_record.ts";
import { storedPath } from "./_run_paths.ts";
import type { RowsByTable, RunEvent, RunKind, RunLayout } from "./records.ts";
import type { RunOwner, RunProgress, RunRecord } from "./records.ts";
import { recordDeed, type RequestKey } from "./keyed_requests.ts";
import { requestRemoval } from "./removals.ts";
import { newRunId, type RunId } from "./run_id.ts";
import { transition } from "./run_state.ts";

/** What a new run is made of. */
export interface RunDraft {
  readonly experimentName: string;
  /** Integer in [0, 2^53). */
  readonly seed: number;
  readonly generatorVersion: number;
  readonly schemaHash: string;
  readonly targetRows: RowsByTable;
  /** The folder its files will have, told from its id. */
  readonly outputPath: (id: RunId) => string;
  readonly owner: RunOwner;
  /** By default new data. */
  readonly kind?: RunKind;
  readonly layout: RunLayout;
  /** The run that is continued, and its rows step by step. */
  readonly base?: { readonly id: RunId; readonly earlierRows: readonly RowsByTable[] };
  /** Recorded with it, when it is made by a request that has one. */
  readonly requestKey?: RequestKey | undefined;
}

/** Tells whether the process that owns a run still lives. */
export type OwnerCheck = (owner: RunOwner, heartbeatAt: string) => boolean;

const SELECT_RUNS = `SELECT generation_runs.*, experiments.name AS experiment_name
  FROM generation_runs JOIN experiments ON experiments.id = experiment_id`;
// By entry, not by id or time: clocks are set back.
const NEWEST_FIRST = "ORDER BY generation_runs.rowid DESC";
const IS_ACTIVE = "status IN ('queued', 'running')";

/** The runs of a catalog. */
export class Runs {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Enters a run as queued.
   *
   * @throws DwSimError EXPERIMENT_NOT_FOUND, WEB_IDEMPOTENCY_BUSY, or RUN_ALREADY_ACTIVE, even when
   * another process was first by a hair.
   */
  create(draft: RunDraft): RunRecord {
    const now = new Date();
    const id = newRunId(now.getTime());
    return this.#database.transaction(() => {
      recordDeed(this.#database, draft.requestKey, id);
      const created = this.#refusingSecond(
        draft.experimentName,
        () => this.#insert(draft, id, now.toISOString()),
      );
      if (created) return this.get(id);
      throw new DwSimError("EXPERIMENT_NOT_FOUND", { name: draft.experimentName, near: [] });
    });
  }

  /** @throws DwSimError RUN_NOT_FOUND. */
  get(id: RunId): RunRecord {
    const run = this.#select("WHERE generation_runs.id = ?", id)[0];
    if (run === undefined) throw new DwSimError("RUN_NOT_FOUND", { id });
    return run;
  }

  /** The runs of an experiment, newest first. */
  list(experimentName: string): readonly RunRecord[] {
    return this.#select(`WHERE name = ? ${NEWEST_FIRST}`, experimentName);
  }

  /** The runs of an experiment before another one, or the newest, newest first. */
  page(experimentName: string, before: RunId | null, countMax: number): readonly RunRecord[] {
    return this.#select(
      `WHERE name = ? AND (? = '' OR generation_runs.rowid <
         (SELECT rowid FROM generation_runs WHERE id = ?)) ${NEWEST_FIRST} LIMIT ?`,
      ...[experimentName, before ?? "", before ?? "", countMax],
    );
  }

  /** The runs that occupy experiments; few, whatever the number of experiments. */
  listActive(): readonly RunRecord[] {
    return this.#select(`WHERE ${IS_ACTIVE}`);
  }

  /** The run that occupies an experiment, if there is one. */
  active(experimentName: string): RunRecord | null {
    return this.#select(`WHERE name = ? AND ${IS_ACTIVE}`, experimentName)[0] ?? null;
  }

  /**
   * Moves a run on. Completion makes it the experiment's current run in the same transaction.
   *
   * @returns The run after the event.
   * @throws DwSimError RUN_NOT_FOUND, RUN_STATE_CONFLICT, and RUN_ALREADY_ACTIVE for a resumption
   * while another run is active.
   */
  apply(id: RunId, event: RunEvent): RunRecord {
    return this.#database.transaction(() => this.#move(this.get(id), event));
  }

  /**
   * The owner's sign of life, a few times a second. It never waits: work must not stand still
   * because another process holds the catalog.
   *
   * @param progress How far it is; null if that has not changed.
   * @returns Whether the owner is to stop: somebody asked, or ended the run.
   * @throws DwSimError CATALOG_BUSY.
   */
  beat(id: RunId, progress: RunProgress | null): { readonly stopRequested: boolean } {
    const row = this.#database.lightly(() =>
      this.#database.get(
        `UPDATE generation_runs SET heartbeat_at = ?, progress = coalesce(?, progress)
         WHERE id = ? AND ${IS_ACTIVE} RETURNING cancel_requested_at`,
        ...[new Date().toISOString(), progress && JSON.stringify(progress), id],
      )
    );
    return { stopRequested: row === undefined || row.cancel_requested_at !== null };
  }

  /**
   * Gives up the files of ended runs that are not current; what the caller has then to remove is
   * in the catalog's `removals`. Their records stay.
   *
   * @param experimentName Whose runs.
   * @param choose Picks among the runs that have files, newest first; the current one is not there.
   * @returns The runs given up.
   */
  dropFiles(
    experimentName: string,
    choose: (runs: readonly RunRecord[]) => readonly RunRecord[],
  ): readonly RunRecord[] {
    return this.#database.transaction(() => {
      const chosen = choose(this.#select(
        `WHERE name = ? AND files_removed_at IS NULL AND NOT (${IS_ACTIVE})
           AND generation_runs.id IS NOT current_run_id ${NEWEST_FIRST}`,
        experimentName,
      ));
      const now = new Date().toISOString();
      for (const { id } of chosen) {
        this.#database.run("UPDATE generation_runs SET files_removed_at = ? WHERE id = ?", now, id);
      }
      const { path } = this.#database;
      requestRemoval(this.#database, chosen.map((run) => storedPath(path, run.outputPath)));
      return chosen;
    });
  }

  /** Every run of every experiment, by whatever order. */
  listAll(): readonly RunRecord[] {
    return this.#select("");
  }

  /**
   * Asks the owner of an active run, in whatever process, to stop.
   *
   * @throws DwSimError RUN_NOT_FOUND, or RUN_STATE_CONFLICT when the run has ended.
   */
  requestCancel(id: RunId): RunRecord {
    return this.#database.transaction(() => {
      transition(this.get(id).status, "abort");
      this.#database.run(
        "UPDATE generation_runs SET cancel_requested_at = ? WHERE id = ?",
        ...[new Date().toISOString(), id],
      );
      return this.get(id);
    });
  }

  /**
   * Aborts the active runs whose owner is gone.
   *
   * @returns The runs it aborted.
   */
  abortDead(isOwnerAlive: OwnerCheck): readonly RunRecord[] {
    const isDead = ({ owner, heartbeatAt }: RunRecord) => !isOwnerAlive(owner, heartbeatAt);
    if (!this.#select(`WHERE ${IS_ACTIVE}`).some(isDead)) return [];
    // Read again under the write lock: nobody can take a run up between the look and the deed.
    return this.#database.transaction(() =>
      this.#select(`WHERE ${IS_ACTIVE}`)
        .filter(isDead)
        .map((run) => this.#move(run, ownerGone(run)))
    );
  }

  #move(run: RunRecord, event: RunEvent): RunRecord {
    if (event.kind === "resume") refuseWithoutFiles(run);
    const status = transition(run.status, event.kind);
    this.#refusingSecond(
      run.experimentName,
      () => recordEvent(this.#database, event, { id: run.id, status }),
    );
    return this.get(run.id);
  }

  /** Returns false when there is no such experiment. */
  #insert(draft: RunDraft, id: RunId, now: string): boolean {
    const { seed, generatorVersion, schemaHash, owner, layout, base, kind = "generate" } = draft;
    const changes = this.#database.run(
      `INSERT INTO generation_runs (id, experiment_id, status, created_at, heartbeat_at, seed,
         generator_version, schema_hash, target_rows, output_path,
         owner_pid, owner_started_at, owner_host,
         kind, part_rows, codec, base_run_id, earlier_rows)
       SELECT ?, id, 'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
       FROM experiments WHERE name = ?`,
      ...[id, now, now, seed, generatorVersion, schemaHash, JSON.stringify(draft.targetRows)],
      storedPath(this.#database.path, draft.outputPath(id)),
      ...[owner.pid, owner.startedAt, owner.host],
      ...[kind, layout.partRows, layout.codec, base?.id ?? null],
      ...[JSON.stringify(base?.earlierRows ?? []), draft.experimentName],
    );
    return changes > 0;
  }

  /** Does what may make a run active; the partial unique index decides whether it may. */
  #refusingSecond<Result>(name: string, work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      // An id taken twice would be CONSTRAINT_PRIMARYKEY: only the index answers with this code.
      if (sqliteCode(error) !== SQLITE.CONSTRAINT_UNIQUE) throw error;
      throw new DwSimError("RUN_ALREADY_ACTIVE", { name }, { cause: error });
    }
  }

  #select(where: string, ...values: readonly (string | number)[]): readonly RunRecord[] {
    return this.#database.all(`${SELECT_RUNS} ${where}`, ...values)
      .map((row) => runRecord(row, this.#database.path));
  }
}

/** @throws DwSimError RUN_FILES_REMOVED. */
function refuseWithoutFiles({ id, filesRemovedAt }: RunRecord): void {
  if (filesRemovedAt !== null) throw new DwSimError("RUN_FILES_REMOVED", { id });
}

function ownerGone(run: RunRecord): RunEvent {
  const { code, message } = new DwSimError("RUN_OWNER_GONE", { pid: run.owner.pid });
  return { kind: "abort", error: { code, message, trace: null } };
}
