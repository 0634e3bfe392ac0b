import { removeExperiment } from "../storage/mod.ts";
import type { AppContext } from "./app_context.ts";

/**
 * Removes an experiment, its runs and their files. Runs written to a folder of the user's choice
 * keep their files.
 *
 * @returns The name, as the catalog had it.
 * @throws DwSimError EXPERIMENT_NOT_FOUND or EXPERIMENT_HAS_ACTIVE_RUN.
 */
export function deleteExperiment({ catalog, dataRoot }: AppContext, name: string): string {
  // First the catalog: files that nobody knows do no harm, a run without files does.
  const record = catalog.experiments.delete(name);
  removeExperiment(dataRoot, record.name);
  return record.name;
}
