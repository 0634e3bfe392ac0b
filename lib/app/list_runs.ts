import { parseRunId, type RunRecord } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import type { AppContext } from "./app_context.ts";

/**
 * The runs of an experiment, newest first.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND.
 */
export function listRuns({ catalog }: AppContext, experiment: string): readonly RunRecord[] {
  return catalog.runs.list(catalog.experiments.get(experiment).name);
}

/**
 * One run of an experiment.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND, RUN_ID_INVALID or RUN_NOT_FOUND.
 */
export function showRun({ catalog }: AppContext, experiment: string, id: string): RunRecord {
  const { name } = catalog.experiments.get(experiment);
  const run = catalog.runs.get(parseRunId(id));
  if (run.experimentName !== name) throw new DwSimError("RUN_NOT_FOUND", { id });
  return run;
}
