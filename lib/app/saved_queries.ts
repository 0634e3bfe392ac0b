import type { RequestKey, SavedQuery } from "../catalog/mod.ts";
import type { AppContext } from "./app_context.ts";
import type { PageRequest } from "./page_experiments.ts";

/** A query to keep. */
export interface SavedQueryDraft {
  readonly name: string;
  readonly sql: string;
  readonly experiment?: string | undefined;
  /** Of a request that must not be done twice. */
  readonly requestKey?: RequestKey;
}

/**
 * Keeps a query under a name. Its SQL is not run; what it asks may not exist yet.
 *
 * @throws DwSimError SAVED_QUERY_NAME_TAKEN.
 */
export function saveQuery(
  { catalog }: AppContext,
  { name, sql, experiment, requestKey }: SavedQueryDraft,
): SavedQuery {
  return catalog.savedQueries.create({ name, sql, experimentName: experiment ?? null, requestKey });
}

/** Saved queries in the order of their names. */
export function pageSavedQueries(
  { catalog }: AppContext,
  { after = "", countMax }: PageRequest,
): readonly SavedQuery[] {
  return catalog.savedQueries.page(after, countMax);
}

/** @throws DwSimError SAVED_QUERY_NOT_FOUND. */
export function showSavedQuery({ catalog }: AppContext, name: string): SavedQuery {
  return catalog.savedQueries.get(name);
}

/** @throws DwSimError SAVED_QUERY_NOT_FOUND. */
export function deleteSavedQuery({ catalog }: AppContext, name: string): SavedQuery {
  return catalog.savedQueries.delete(name);
}
