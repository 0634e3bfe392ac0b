import type { RowsByTable, RunError, RunRecord } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import type { GenerationPlan } from "../generation/mod.ts";
import {
  type FileLayout,
  type GenerationProgress,
  type Manifest,
  removeRun,
  writeRun,
} from "../storage/mod.ts";
import type { AppContext } from "./app_context.ts";

/** How often the owner of a run shows that it lives, and looks whether it is to stop. */
const HEARTBEAT_INTERVAL_MS = 500;

interface Work {
  readonly plan: GenerationPlan;
  readonly workerCount?: number;
  readonly layout?: FileLayout;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: GenerationProgress) => void;
}

/** Takes a queued run to its end, and records that end whatever it is. */
export async function carryOutRun(
  { catalog }: AppContext,
  { id }: RunRecord,
  work: Work,
): Promise<{ run: RunRecord; manifest: Manifest; elapsedMs: number }> {
  const run = catalog.runs.apply(id, { kind: "start" });
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...work.signal === undefined ? [] : [work.signal]]);
  let progress: RowsByTable = {};
  const beat = () => {
    if (catalog.runs.beat(id, progress).stopRequested) stop.abort();
  };
  const heartbeat = setInterval(beat, HEARTBEAT_INTERVAL_MS);
  const startedAtMs = performance.now();
  try {
    const manifest = await writeRun(work.plan, {
      ...work,
      identity: { experiment: run.experimentName, runId: id, schemaHash: run.schemaHash },
      runPath: run.outputPath,
      signal,
      onProgress: (report) => {
        progress = report.rowsByTable;
        work.onProgress?.(report);
      },
    });
    const completed = complete(catalog, run, manifest);
    return { run: completed, manifest, elapsedMs: performance.now() - startedAtMs };
  } catch (error) {
    const kind = error instanceof DwSimError && error.kind === "cancelled" ? "abort" : "fail";
    catalog.runs.apply(id, { kind, error: runError(error) });
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

/** A run that the catalog does not take must not stay on the disk. */
function complete(catalog: AppContext["catalog"], run: RunRecord, manifest: Manifest): RunRecord {
  const rowCounts = Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]));
  try {
    return catalog.runs.apply(run.id, { kind: "complete", rowCounts });
  } catch (error) {
    removeRun(run.outputPath);
    throw error;
  }
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
