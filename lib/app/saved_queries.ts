import type { RequestKey, SavedQuery } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
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
 * @throws DwSimError SAVED_QUERY_NAME_INVALID, SAVED_QUERY_NAME_TAKEN.
 */
export function saveQuery(
  { catalog }: AppContext,
  { name, sql, experiment, requestKey }: SavedQueryDraft,
): SavedQuery {
  refuseOddName(name);
  return catalog.savedQueries.create({ name, sql, experimentName: experiment ?? null, requestKey });
}

/** A saved query may be called so: a name is one line that stands well in an address. */
export const SAVED_QUERY_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,99}$/u;

function refuseOddName(name: string): void {
  if (!SAVED_QUERY_NAME.test(name)) throw new DwSimError("SAVED_QUERY_NAME_INVALID", { name });
}

export interface SavedQueryPageRequest extends PageRequest {
  /** Only those of one experiment. */
  readonly experiment?: string | undefined;
}

/** Saved queries in the order of their names. */
export function pageSavedQueries(
  { catalog }: AppContext,
  { after = "", countMax, experiment: experimentName }: SavedQueryPageRequest,
): readonly SavedQuery[] {
  return catalog.savedQueries.page({ after, countMax, experimentName });
}

/**
 * Replaces a saved query: its name, its text and its experiment become what is given.
 *
 * @param oldName What it is called until now.
 * @throws DwSimError SAVED_QUERY_NOT_FOUND, SAVED_QUERY_NAME_INVALID, SAVED_QUERY_NAME_TAKEN.
 */
export function replaceSavedQuery(
  { catalog }: AppContext,
  oldName: string,
  { name, sql, experiment }: Omit<SavedQueryDraft, "requestKey">,
): SavedQuery {
  refuseOddName(name);
  return catalog.savedQueries.replace(oldName, { name, sql, experimentName: experiment ?? null });
}

/**
 * Gives a saved query another name.
 *
 * @throws DwSimError As `replaceSavedQuery`.
 */
export function renameSavedQuery(context: AppContext, oldName: string, name: string): SavedQuery {
  const { sql, experimentName } = showSavedQuery(context, oldName);
  return replaceSavedQuery(context, oldName, {
    name,
    sql,
    experiment: experimentName ?? undefined,
  });
}

/** @throws DwSimError SAVED_QUERY_NOT_FOUND. */
export function showSavedQuery({ catalog }: AppContext, name: string): SavedQuery {
  return catalog.savedQueries.get(name);
}

/** @throws DwSimError SAVED_QUERY_NOT_FOUND. */
export function deleteSavedQuery({ catalog }: AppContext, name: string): SavedQuery {
  return catalog.savedQueries.delete(name);
}
