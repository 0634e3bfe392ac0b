import type { AskedQuery, HistoryRequest } from "../catalog/mod.ts";
import type { AppContext } from "./app_context.ts";

/** What was asked before, the newest first. */
export function pageHistory(
  { catalog }: AppContext,
  request: HistoryRequest,
): readonly AskedQuery[] {
  return catalog.queryHistory.page(request);
}

/**
 * Forgets what was asked.
 *
 * @param experimentName Only of this one; by default of all.
 * @returns How many questions there were.
 */
export function clearHistory({ catalog }: AppContext, experimentName?: string): number {
  return catalog.queryHistory.clear(experimentName);
}
