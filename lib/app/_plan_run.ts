import type { RowsByTable } from "../catalog/mod.ts";
import type { Diagnostic } from "../errors/mod.ts";
import { continuePlan, type GenerationPlan, planGeneration } from "../generation/mod.ts";
import type { ExperimentSchema } from "../schema/mod.ts";

interface RunRows {
  readonly seed: number;
  /** Rows of the whole. */
  readonly targetRows: RowsByTable;
  /** Rows after each step before, oldest first; empty for a run that continues none. */
  readonly earlierRows: readonly RowsByTable[];
}

/** What a run is planned as, and what there is to say about it. */
export interface RunPlan {
  readonly plan: GenerationPlan;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Plans a run from what its record says: the same record has the same plan.
 *
 * @throws DwSimError GENERATION_IMPOSSIBLE, PLAN_NOT_CONTINUABLE.
 */
export async function planRun(
  schema: ExperimentSchema,
  { seed, targetRows, earlierRows }: RunRows,
): Promise<RunPlan> {
  const plans: GenerationPlan[] = [];
  let diagnostics: readonly Diagnostic[] = [];
  for (const rows of [...earlierRows, targetRows]) {
    const step = await planGeneration(schema, { seed, rows: new Map(Object.entries(rows)) });
    plans.push(step.plan);
    diagnostics = step.diagnostics;
  }
  return { plan: continuePlan(plans), diagnostics };
}
