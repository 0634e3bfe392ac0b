import type { RequestKey } from "../catalog/mod.ts";
import { finishRemovals } from "./_finish_removals.ts";
import type { AppContext } from "./app_context.ts";
import { generate, type GeneratedRun } from "./generate.ts";
import { resumeRun } from "./resume_run.ts";

export interface ResetRequest {
  /** Of a request that must not be done twice. */
  readonly requestKey?: RequestKey | undefined;
  /** A reset that ended early, to be brought to its end. */
  readonly runId?: string | undefined;
}

/**
 * Empties all tables of an experiment. Its schema stays, and so does the record of its runs; their
 * files go. What takes their place is a run without rows, published at one stroke like any other,
 * so that queries find every table with its columns at every moment.
 *
 * @param context Where the experiment lives.
 * @param name The experiment.
 * @param request What the interface knows of earlier tries.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, RUN_ALREADY_ACTIVE, STORAGE_…
 */
export async function resetExperiment(
  context: AppContext,
  name: string,
  { requestKey, runId }: ResetRequest = {},
): Promise<GeneratedRun> {
  const draft = { kind: "reset", rows: { everyTable: 0 }, seed: 0, requestKey } as const;
  const reset = runId === undefined
    ? await generate(context, name, draft)
    : await resumeRun(context, name, { runId });
  context.catalog.runs.dropFiles(reset.run.experimentName, (runs) => runs);
  const failure = finishRemovals(context);
  if (failure !== null) throw failure;
  return reset;
}
