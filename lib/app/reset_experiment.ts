import { finishRemovals } from "./_finish_removals.ts";
import type { AppContext } from "./app_context.ts";
import { generate, type GeneratedRun } from "./generate.ts";

/**
 * Empties all tables of an experiment. Its schema stays, and so does the record of its runs; their
 * files go. What takes their place is a run without rows, published at one stroke like any other,
 * so that queries find every table with its columns at every moment.
 *
 * @param context Where the experiment lives.
 * @param name The experiment.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, RUN_ALREADY_ACTIVE, STORAGE_…
 */
export async function resetExperiment(context: AppContext, name: string): Promise<GeneratedRun> {
  const reset = await generate(context, name, { kind: "reset", rows: { everyTable: 0 }, seed: 0 });
  context.catalog.runs.dropFiles(reset.run.experimentName, (runs) => runs);
  const failure = finishRemovals(context);
  if (failure !== null) throw failure;
  return reset;
}
