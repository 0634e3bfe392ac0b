import type { Catalog, RunError, RunEvent, RunRecord } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import type { GenerationPlan } from "../generation/mod.ts";
import {
  type BaseRun,
  type FileLayout,
  type GenerationProgress,
  type Manifest,
  writeRun,
} from "../storage/mod.ts";
import type { AppContext } from "./app_context.ts";

/**
 * How often the owner of a run shows that it lives and how far it is, and looks whether it is to
 * stop: a cancellation takes effect well within a second.
 */
const HEARTBEAT_INTERVAL_MS = 250;

const RECORD_ATTEMPTS = 10;
const RECORD_PAUSE_MS = 100;

export interface Work {
  readonly plan: GenerationPlan;
  readonly workerCount?: number;
  readonly layout?: FileLayout;
  readonly resume?: boolean;
  readonly base?: BaseRun;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: GenerationProgress) => void;
}

/**
 * Takes a queued run to its end, and records that end whatever it is.
 *
 * @throws DwSimError RUN_CANCELLED, which says how to go on, or why it failed.
 */
export async function carryOutRun(
  { catalog }: AppContext,
  { id }: RunRecord,
  work: Work,
): Promise<{ run: RunRecord; manifest: Manifest; elapsedMs: number }> {
  const run = catalog.runs.apply(id, { kind: "start" });
  using heartbeat = new Heartbeat(catalog, run);
  const startedAtMs = performance.now();
  try {
    const { signal: asked, onProgress } = work;
    const manifest = await writeRun(work.plan, {
      ...work,
      identity: { experiment: run.experimentName, runId: id, schemaHash: run.schemaHash },
      runPath: run.outputPath,
      signal: asked === undefined ? heartbeat.signal : AbortSignal.any([heartbeat.signal, asked]),
      onProgress: (report) => {
        heartbeat.progress = report;
        onProgress?.(report);
      },
    });
    const rowCounts = Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]));
    const completed = catalog.runs.apply(id, { kind: "complete", rowCounts });
    return { run: completed, manifest, elapsedMs: performance.now() - startedAtMs };
  } catch (error) {
    heartbeat.beat();
    throw await recordEnd(catalog, run, error);
  }
}

/** Beats in the catalog for as long as it lives. */
class Heartbeat implements Disposable {
  progress: GenerationProgress | null = null;
  readonly #stop = new AbortController();
  readonly #catalog: Catalog;
  readonly #run: RunRecord;
  readonly #timer: ReturnType<typeof setInterval>;
  #recorded: GenerationProgress | null = null;

  constructor(catalog: Catalog, run: RunRecord) {
    this.#catalog = catalog;
    this.#run = run;
    this.#timer = setInterval(() => this.beat(), HEARTBEAT_INTERVAL_MS);
  }

  /** Aborted when another process asks for it, or has ended the run. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** A beat that the catalog does not take now is made up for by the next. */
  beat(): void {
    const news = this.progress === this.#recorded ? null : this.progress;
    try {
      if (this.#catalog.runs.beat(this.#run.id, news).stopRequested) this.#stop.abort();
      this.#recorded = this.progress;
    } catch (error) {
      if (!(error instanceof DwSimError) || error.kind !== "unavailable") throw error;
    }
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}

/**
 * Records how a run ended early. When that cannot be recorded (the disk is full, or somebody else
 * has ended the run) the reason is still the one to tell; the next start sees that we are gone.
 */
async function recordEnd(catalog: Catalog, run: RunRecord, error: unknown): Promise<unknown> {
  const told = error instanceof DwSimError && error.kind === "cancelled"
    ? new DwSimError("RUN_CANCELLED", { name: run.experimentName, id: run.id }, { cause: error })
    : error;
  for (let attempt = 0; attempt < RECORD_ATTEMPTS; attempt++) {
    if (tryToRecord(catalog, run, endOf(told))) break;
    await new Promise((resume) => setTimeout(resume, RECORD_PAUSE_MS));
  }
  return told;
}

/** Returns false when it is worth another try: the workers' files may not be closed yet. */
function tryToRecord({ runs }: Catalog, { id }: RunRecord, event: RunEvent): boolean {
  try {
    runs.apply(id, event);
    return true;
  } catch (failure) {
    if (!(failure instanceof DwSimError)) throw failure;
    return failure.kind !== "unavailable";
  }
}

function endOf(error: unknown): RunEvent {
  const kind = error instanceof DwSimError && error.kind === "cancelled" ? "abort" : "fail";
  return { kind, error: runError(error) };
}

function runError(error: unknown): RunError {
  const code = error instanceof DwSimError ? error.code : "INTERNAL_UNEXPECTED";
  if (!(error instanceof Error)) return { code, message: String(error), trace: null };
  return { code, message: error.message, trace: traceOf(error) };
}

/** The trace with those of its causes: the reason often lies there. */
function traceOf(error: Error): string {
  const trace = error.stack ?? String(error);
  return error.cause instanceof Error ? `${trace}\nCaused by: ${traceOf(error.cause)}` : trace;
}
