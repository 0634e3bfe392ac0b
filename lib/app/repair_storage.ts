import { exists, FOLDER_MODE, removeAside, touching } from "../disk/mod.ts";
import { findLeftovers, type Leftover } from "../storage/mod.ts";
import { finishRemovals } from "./_finish_removals.ts";
import type { AppContext } from "./app_context.ts";

/** What killed processes left behind. */
export interface StorageRepair {
  readonly removed: readonly string[];
  /** Whether others could read the data folder, and cannot any more. */
  readonly isClosed: boolean;
  /** Runs of no catalog: left alone, since they may be all that is left of one that was lost. */
  readonly unknown: readonly string[];
}

/**
 * Lists what lies under the data root and belongs to no run and no living process; and the folders
 * that killed exports were filling, wherever those are.
 *
 * @throws DwSimError CATALOG_…, STORAGE_UNREADABLE.
 */
export function listLeftovers({ catalog, dataRoot }: AppContext): readonly Leftover[] {
  return findLeftovers(
    dataRoot,
    () =>
      catalog.runs.listAll().map(({ outputPath: path, status }) => ({
        ...{ path, isCompleted: status === "completed" },
      })),
  );
}

/**
 * Keeps the data folder to its user, and removes what killed processes left behind. Everything that a run still needs stays, an unfinished
 * one that can be resumed included.
 *
 * @throws DwSimError CATALOG_…, STORAGE_UNREADABLE, STORAGE_UNWRITABLE.
 */
export function repairStorage(context: AppContext): StorageRepair {
  const isClosed = closeFolder(context);
  const failure = finishRemovals(context);
  if (failure !== null) throw failure;
  const leftovers = listLeftovers(context);
  const [removed, unknown]: [string[], string[]] = [[], []];
  for (const { path, kind, mark } of leftovers) {
    if (kind === "unknown") unknown.push(path);
    else {
      removeAside(path);
      if (mark !== undefined) removeAside(mark);
      removed.push(path);
    }
  }
  return { removed, unknown, isClosed };
}

function closeFolder({ dataRoot: { path } }: AppContext): boolean {
  // Windows has no such bits.
  if (!exists(path) || ((Deno.statSync(path).mode ?? 0) & 0o077) === 0) return false;
  touching(path, () => Deno.chmodSync(path, FOLDER_MODE));
  return true;
}
