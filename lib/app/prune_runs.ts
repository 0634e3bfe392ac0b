import type { RunRecord } from "../catalog/mod.ts";
import { freedBytes as bytesFreedBy } from "../storage/mod.ts";
import { finishRemovals } from "./_finish_removals.ts";
import type { AppContext } from "./app_context.ts";

export interface PruneOptions {
  /** How many of the newest runs keep their files, the current and the active one not counted. */
  readonly keepCount: number;
}

/** What went. */
export interface PrunedRuns {
  readonly experimentName: string;
  readonly runs: readonly RunRecord[];
  /** Files that a run that stays shares are not in it. */
  readonly freedBytes: number;
}

/**
 * Frees the space of runs that are no longer needed, unfinished ones too. Their records stay; the
 * current run and an active one are never touched.
 *
 * @param context Where the experiment lives.
 * @param name The experiment.
 * @param options How many to keep.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, STORAGE_UNWRITABLE.
 */
export function pruneRuns(
  context: AppContext,
  name: string,
  { keepCount }: PruneOptions,
): PrunedRuns {
  const { catalog } = context;
  const { name: experimentName } = catalog.experiments.get(name);
  const runs = catalog.runs.dropFiles(experimentName, (found) => found.slice(keepCount));
  const freedBytes = bytesFreedBy(runs.map(({ outputPath }) => outputPath));
  const failure = finishRemovals(context);
  if (failure !== null) throw failure;
  return { experimentName, runs, freedBytes };
}
