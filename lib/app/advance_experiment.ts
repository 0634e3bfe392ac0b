import { currentOwner, type RowsByTable, type RunRecord } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { type ExperimentSchema, findTable } from "../schema/mod.ts";
import { carryOutRun } from "./_carry_out_run.ts";
import { openRun } from "./_open_run.ts";
import { planRun } from "./_plan_run.ts";
import { runLayout } from "./_run_layout.ts";
import type { AppContext } from "./app_context.ts";
import type { GeneratedRun, RunMeans } from "./generate.ts";

export interface AdvanceRequest extends RunMeans {
  /** How many rows are added, by table name, upper and lower case alike. */
  readonly addedRows: ReadonlyMap<string, number>;
  /** The completed run that is continued; by default the current one. */
  readonly runId?: string;
}

/**
 * Adds rows behind those of a completed run. The result is a run of its own that shares the files of
 * the earlier one, which stays as it is. Keys go on where they ended; new rows refer to old and new
 * parents.
 *
 * @param context Where the experiment lives.
 * @param name The experiment.
 * @param request Which rows, and by what means.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, TABLE_NOT_FOUND, RUN_NOT_CONTINUABLE,
 * PLAN_NOT_CONTINUABLE, GENERATION_IMPOSSIBLE, RUN_ALREADY_ACTIVE, RUN_CANCELLED, STORAGE_…
 */
export async function advanceExperiment(
  context: AppContext,
  name: string,
  { addedRows, runId, ...means }: AdvanceRequest,
): Promise<GeneratedRun> {
  const { run: base, schema, manifest } = openRun(context, name, runId);
  const earlierRows = [...base.earlierRows, base.targetRows];
  const targetRows = sumOf(schema, base, addedRows);
  const { seed } = base;
  const { plan, diagnostics } = await planRun(schema, { seed, targetRows, earlierRows });
  if (plan.generatorVersion !== base.generatorVersion) {
    const reason = "another version of the generators made it";
    throw new DwSimError("RUN_NOT_CONTINUABLE", { id: base.id, reason });
  }
  const layout = runLayout(base);
  const run = context.catalog.runs.create({
    ...{ experimentName: base.experimentName, schemaHash: base.schemaHash, seed, targetRows },
    generatorVersion: plan.generatorVersion,
    outputPath: (id) => context.dataRoot.runPath(base.experimentName, id),
    owner: currentOwner(),
    ...{ kind: "advance", layout, base: { id: base.id, earlierRows } },
  });
  means.onRun?.(run);
  const shared = { runPath: base.outputPath, manifest };
  const carriedOut = await carryOutRun(context, run, { ...means, plan, layout, base: shared });
  return { ...carriedOut, plan, diagnostics };
}

function sumOf(
  schema: ExperimentSchema,
  { id, targetRows }: RunRecord,
  addedRows: ReadonlyMap<string, number>,
): RowsByTable {
  if (Object.values(targetRows).every((rows) => rows === 0)) {
    throw new DwSimError("RUN_NOT_CONTINUABLE", { id, reason: "it has no rows" });
  }
  const sums: Record<string, number> = { ...targetRows };
  for (const [table, count] of addedRows) {
    const { name } = findTable(schema, table);
    sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}
