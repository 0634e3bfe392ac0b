import type { Diagnostic } from "../../errors/mod.ts";
import type { ExperimentSchema } from "../../schema/mod.ts";
import type { GenerationPlan } from "./plan_types.ts";

export interface PlanOptions {
  /** Integer in [0, 2^53). */
  readonly seed: number;
  /** Rows by table name, in the schema's spelling; other tables get their `targetRows`. */
  readonly rows?: ReadonlyMap<string, number>;
}

export interface PlanResult {
  readonly plan: GenerationPlan;
  /** Warnings and infos; what cannot exist is thrown as GENERATION_IMPOSSIBLE. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Decides how every value will be made, before a single row is.
 */
export function planGeneration(
  _schema: ExperimentSchema,
  _options: PlanOptions,
): Promise<PlanResult> {
  throw new Error("in progress");
}
