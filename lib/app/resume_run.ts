import { currentOwner, type RunRecord } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { type BaseRun, readManifest } from "../storage/mod.ts";
import { carryOutRun } from "./_carry_out_run.ts";
import { planRun, type RunPlan } from "./_plan_run.ts";
import { type Experiment, readExperiment } from "./_read_experiment.ts";
import { runLayout } from "./_run_layout.ts";
import type { AppContext } from "./app_context.ts";
import type { GeneratedRun, RunMeans } from "./generate.ts";
import { showRun } from "./list_runs.ts";

export interface ResumeRequest extends RunMeans {
  /** By default the newest run that was cancelled or failed. */
  readonly runId?: string;
}

/**
 * Takes up a run that ended early, in whatever way, and brings it to its end. Only parts that are
 * missing or damaged are made; the files are those an uninterrupted run would have.
 *
 * @param context Where the experiment lives.
 * @param name The experiment.
 * @param request Which run, and by what means.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, RUN_NOT_FOUND, RUN_NOTHING_TO_RESUME, RUN_NOT_RESUMABLE,
 * RUN_STATE_CONFLICT, RUN_ALREADY_ACTIVE, RUN_FILES_REMOVED, and what `generate` throws.
 */
export async function resumeRun(
  context: AppContext,
  name: string,
  request: ResumeRequest = {},
): Promise<GeneratedRun> {
  const { runs } = context.catalog;
  const experiment = readExperiment(context, name);
  const found = request.runId === undefined
    ? newestUnfinished(context, experiment.record.name)
    : showRun(context, name, request.runId);
  const { plan, diagnostics } = await planAgain(found, experiment);
  const base = baseOf(context, found);
  const run = runs.apply(found.id, { kind: "resume", owner: currentOwner() });
  request.onRun?.(run);
  const carriedOut = await carryOutRun(context, run, {
    ...request,
    ...{ plan, layout: runLayout(run), resume: true },
    ...base !== null && { base },
  });
  return { ...carriedOut, plan, diagnostics };
}

function newestUnfinished({ catalog }: AppContext, name: string): RunRecord {
  const run = catalog.runs.list(name).find(({ status, filesRemovedAt }) =>
    (status === "failed" || status === "aborted") && filesRemovedAt === null
  );
  if (run === undefined) throw new DwSimError("RUN_NOTHING_TO_RESUME", { name });
  return run;
}

/** The plan of the run, made from what its record says. */
async function planAgain(run: RunRecord, { record, schema }: Experiment): Promise<RunPlan> {
  const { id, generatorVersion, schemaHash } = run;
  if (schemaHash !== record.schemaHash) {
    const reason = "the schema of the experiment is no longer the same";
    throw new DwSimError("RUN_NOT_RESUMABLE", { id, reason });
  }
  const result = await planRun(schema, run);
  if (result.plan.generatorVersion !== generatorVersion) {
    const reason = `it was made by version ${generatorVersion} of the generators, ` +
      `and this dw-sim has version ${result.plan.generatorVersion}`;
    throw new DwSimError("RUN_NOT_RESUMABLE", { id, reason });
  }
  return result;
}

/** The run whose parts this one shares; without it they are made again. */
function baseOf({ catalog }: AppContext, { baseRunId }: RunRecord): BaseRun | null {
  if (baseRunId === null) return null;
  const { outputPath, filesRemovedAt } = catalog.runs.get(baseRunId);
  if (filesRemovedAt !== null) return null;
  return { runPath: outputPath, manifest: readManifest(outputPath) };
}
