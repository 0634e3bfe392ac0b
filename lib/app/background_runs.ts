import type { RunRecord } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import type { RunTask } from "./_run_messages.ts";
import { RunThread } from "./_run_thread.ts";
import type { AppContext } from "./app_context.ts";

export type { RunTask } from "./_run_messages.ts";

/** A run under way in another thread. */
export interface StartedRun {
  readonly run: RunRecord;
  /** Its record when it has ended, in whatever way; never rejected. */
  readonly ended: Promise<RunRecord>;
}

interface Work {
  readonly thread: RunThread;
  readonly ended: Promise<void>;
  /** As the thread last told of it; the catalog may have forgotten it since. */
  run: RunRecord | null;
  fail: (error: DwSimError) => void;
}

/**
 * Makes runs in threads of their own, so that whoever asks for them can go on at once. How far they
 * are stands in the catalog, as with any run.
 */
export class BackgroundRuns {
  readonly #context: AppContext;
  readonly #idle: RunThread[] = [];
  readonly #active = new Set<Work>();

  /** @param context Where the experiments live; the threads open the same folder. */
  constructor(context: AppContext) {
    this.#context = context;
  }

  get activeCount(): number {
    return this.#active.size;
  }

  /** Has a thread ready, so that the first run need not wait for its start. */
  warmUp(): void {
    if (this.#idle.length === 0) this.#idle.push(new RunThread());
  }

  /**
   * Starts a run.
   *
   * @param task What to make.
   * @param onEnd Hears of its record when it has ended, in whatever way.
   * @returns As soon as the catalog has the run.
   * @throws DwSimError What `generate`, `resumeRun` and `resetExperiment` refuse before there is a
   * run.
   */
  start(task: RunTask, onEnd: (run: RunRecord) => void = () => {}): Promise<StartedRun> {
    const thread = this.#idle.pop() ?? new RunThread();
    const begun = Promise.withResolvers<StartedRun>();
    const ended = Promise.withResolvers<RunRecord>();
    const over = Promise.withResolvers<void>();
    const work: Work = { thread, ended: over.promise, run: null, fail: () => {} };
    this.#active.add(work);
    const onBegun = (run: RunRecord) => {
      work.run = run;
      begun.resolve({ run, ended: ended.promise });
    };
    const finish = (run: RunRecord) => {
      this.#release(work);
      if (work.run === null) onBegun(run);
      onEnd(run);
      ended.resolve(run);
      over.resolve();
    };
    work.fail = (error) => {
      if (work.run !== null) return finish(this.#end(work.run, error));
      this.#release(work);
      begun.reject(error);
      over.resolve();
    };
    const listener = { onBegun, onCompleted: finish, onFailed: work.fail };
    thread.make(task, this.#context.dataRoot.path, listener);
    return begun.promise;
  }

  /**
   * Ends all runs early, in a state that can be resumed.
   *
   * @param withinMs How long they may take; then their threads are ended as they are.
   */
  async stop(withinMs: number): Promise<void> {
    const works = [...this.#active];
    works.forEach(({ thread }) => thread.stop());
    await Promise.race([
      Promise.all(works.map(({ ended }) => ended)),
      new Promise((resume) => Deno.unrefTimer(setTimeout(resume, withinMs))),
    ]);
    for (const { thread, fail } of [...this.#active]) {
      thread[Symbol.dispose]();
      fail(new DwSimError("WEB_STOPPING", {}));
    }
    this.#idle.forEach((thread) => thread[Symbol.dispose]());
    this.#idle.length = 0;
  }

  /** One thread is kept for the next run: it has loaded what it needs. */
  #release(work: Work): void {
    this.#active.delete(work);
    if (work.thread.isUsable && this.#idle.length === 0) this.#idle.push(work.thread);
    else work.thread[Symbol.dispose]();
  }

  /**
   * Records how a run ended, unless that is recorded already. A run that is no longer there, since
   * somebody deleted its experiment the moment it ended, and a catalog that cannot be written are
   * no reason to fail: what is known here is the answer then.
   */
  #end(run: RunRecord, { code, kind, message }: DwSimError): RunRecord {
    const error = { code, message, trace: null };
    const isAborted = kind === "cancelled" || code === "WEB_STOPPING";
    const { runs } = this.#context.catalog;
    try {
      const found = runs.get(run.id);
      return isActive(found)
        ? runs.apply(run.id, { kind: isAborted ? "abort" : "fail", error })
        : found;
    } catch (failure) {
      if (!(failure instanceof DwSimError)) throw failure;
      const status = isAborted ? "aborted" : "failed";
      return { ...run, status, error, completedAt: new Date().toISOString() };
    }
  }
}

function isActive({ status }: RunRecord): boolean {
  return status === "running" || status === "queued";
}
