import type { AppContext } from "./app_context.ts";
import { type ExperimentSummary, summaries } from "./list_experiments.ts";

/** A stretch of a list. */
export interface PageRequest {
  /** The last entry of the page before; absent for the first page. */
  readonly after?: string;
  readonly countMax: number;
}

/** Some experiments in the order of their names; no more of the catalog is read than they need. */
export function pageExperiments(
  context: AppContext,
  { after = "", countMax }: PageRequest,
): readonly ExperimentSummary[] {
  return summaries(context, context.catalog.experiments.page(after, countMax));
}
