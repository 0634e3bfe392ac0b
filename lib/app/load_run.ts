import type { RunRecord } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { readManifest } from "../storage/mod.ts";
import type { AppContext } from "./app_context.ts";
import { showRun } from "./list_runs.ts";

/**
 * Makes an earlier run of an experiment the one that is queried.
 *
 * @param context Where the experiment lives.
 * @param name The experiment.
 * @param runId A completed run; by default the newest one that has its files.
 * @returns The run.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, RUN_NOT_FOUND, RUN_NOT_COMPLETED,
 * RUN_FILES_REMOVED, STORAGE_UNREADABLE, MANIFEST_INVALID.
 */
export function loadRun(context: AppContext, name: string, runId?: string): RunRecord {
  const { experiments, runs } = context.catalog;
  const { name: known } = experiments.get(name);
  const run = runId === undefined
    ? newestCompleted(context, known)
    : showRun(context, known, runId);
  if (run.status === "completed" && run.filesRemovedAt === null) readManifest(run.outputPath);
  experiments.setCurrentRun(known, run.id);
  return runs.get(run.id);
}

function newestCompleted({ catalog }: AppContext, name: string): RunRecord {
  const run = catalog.runs.list(name).find(({ status, filesRemovedAt }) =>
    status === "completed" && filesRemovedAt === null
  );
  if (run === undefined) throw new DwSimError("EXPERIMENT_EMPTY", { name });
  return run;
}
