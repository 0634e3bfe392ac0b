import { finishRemovals } from "./_finish_removals.ts";
import type { AppContext } from "./app_context.ts";

/**
 * Removes an experiment, its runs and their files. Runs written to a folder of the user's choice
 * keep their files.
 *
 * @returns The name, as the catalog had it.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_HAS_ACTIVE_RUN, STORAGE_UNWRITABLE.
 */
export function deleteExperiment(context: AppContext, name: string): string {
  const record = context.catalog.experiments.delete(name);
  const failure = finishRemovals(context);
  if (failure !== null) throw failure;
  return record.name;
}
