import { parseRunId, type RunRecord } from "../catalog/mod.ts";
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
  runId: string | null;
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
    const work: Work = { thread, ended: over.promise, runId: null };
    this.#active.add(work);
    const onBegun = (runId: string) => {
      work.runId = runId;
      begun.resolve({ run: this.#record(runId), ended: ended.promise });
    };
    const finish = (runId: string | null, error: DwSimError | null) => {
      this.#release(work);
      if (runId === null) begun.reject(error);
      else {
        if (work.runId === null) onBegun(runId);
        const run = this.#lastWord(runId, error);
        onEnd(run);
        ended.resolve(run);
      }
      over.resolve();
    };
    thread.make(task, this.#context.dataRoot.path, {
      onBegun,
      onCompleted: (runId) => finish(runId, null),
      onFailed: (error) => finish(work.runId, error),
    });
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
    for (const { thread, runId } of this.#active) {
      thread[Symbol.dispose]();
      if (runId !== null) this.#end(runId, "abort", new DwSimError("WEB_STOPPING", {}));
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

  /** A run whose thread crashed says so; any other has recorded its end itself. */
  #lastWord(runId: string, error: DwSimError | null): RunRecord {
    const run = this.#record(runId);
    if (error === null || (run.status !== "running" && run.status !== "queued")) return run;
    return this.#end(runId, "fail", error);
  }

  #end(runId: string, kind: "fail" | "abort", { code, message }: DwSimError): RunRecord {
    const { runs } = this.#context.catalog;
    return runs.apply(parseRunId(runId), { kind, error: { code, message, trace: null } });
  }

  #record(runId: string): RunRecord {
    return this.#context.catalog.runs.get(parseRunId(runId));
  }
}
