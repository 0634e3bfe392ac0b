import { parseRunId, type RunRecord } from "../catalog/mod.ts";
import type { AppContext } from "./app_context.ts";
import type { PageRequest } from "./page_experiments.ts";

/**
 * Some runs of an experiment, newest first.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND, RUN_ID_INVALID.
 */
export function pageRuns(
  { catalog }: AppContext,
  experiment: string,
  { after, countMax }: PageRequest,
): readonly RunRecord[] {
  const { name } = catalog.experiments.get(experiment);
  return catalog.runs.page(name, after === undefined ? null : parseRunId(after), countMax);
}
