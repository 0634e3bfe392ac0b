import { type AppContext, type RunRecord, showRun } from "../app/mod.ts";
import { DwSimError } from "../errors/mod.ts";

const LOOK_INTERVAL_MS = 250;

/** Hears of a run whenever it changed, and of null when it is no longer there. */
type Listener = (run: RunRecord | null) => void;

interface Watch {
  readonly experiment: string;
  readonly listeners: Set<Listener>;
  last: string;
}

/**
 * Tells of the progress of runs, in whatever process they are: it looks into the catalog, once for
 * all who listen to the same run.
 */
export class RunWatcher {
  readonly #context: AppContext;
  readonly #watches = new Map<string, Watch>();
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(context: AppContext) {
    this.#context = context;
  }

  /** Tells of every change of a run until what is returned is disposed of. */
  watch({ id, experimentName }: RunRecord, listener: Listener): Disposable {
    const watch = this.#watches.get(id) ??
      { experiment: experimentName, listeners: new Set(), last: "" };
    this.#watches.set(id, watch);
    watch.listeners.add(listener);
    this.#timer ??= setInterval(() => this.#look(), LOOK_INTERVAL_MS);
    return { [Symbol.dispose]: () => this.#leave(id, watch, listener) };
  }

  #leave(id: string, watch: Watch, listener: Listener): void {
    watch.listeners.delete(listener);
    if (watch.listeners.size === 0) this.#watches.delete(id);
    if (this.#watches.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    for (const [id, watch] of this.#watches) {
      const run = this.#find(watch.experiment, id);
      if (run === "unknown") continue;
      const version = run === null ? "gone" : runVersion(run);
      if (version === watch.last) continue;
      watch.last = version;
      for (const listener of [...watch.listeners]) listener(run);
    }
  }

  /** A catalog that cannot be read now is looked into again; thrown here, it would end the server. */
  #find(experiment: string, id: string): RunRecord | null | "unknown" {
    try {
      return showRun(this.#context, experiment, id);
    } catch (error) {
      if (!(error instanceof DwSimError)) throw error;
      return error.kind === "not_found" ? null : "unknown";
    }
  }
}

/** Differs whenever there is something new to tell of a run. */
export function runVersion({ id, status, progress }: RunRecord): string {
  return `${id}.${status}.${progress?.partsDone ?? 0}.${progress?.rowsDone ?? 0}`;
}
