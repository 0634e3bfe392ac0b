import { dirname } from "node:path";
import type { DataRoot } from "./data_root.ts";
import { exists, touching } from "./_files.ts";
import { partialPath } from "./publish_run.ts";

/** Where a folder stands while it is being removed. */
export const REMOVED_SUFFIX = ".removed";

/**
 * Removes the files of a run, finished or not. Nothing happens when there are none; what a killed
 * process began to remove is removed too.
 *
 * @param runPath Folder of the run.
 * @param root Where it lies: folders between them that are empty then go too.
 * @throws DwSimError STORAGE_UNWRITABLE.
 */
export function removeRun(runPath: string, root?: DataRoot): void {
  for (const path of [runPath, partialPath(runPath)]) removeAside(path);
  if (root === undefined || !runPath.startsWith(root.path)) return;
  // The folder of the runs, and that of the experiment.
  removeEmpty(dirname(runPath));
  removeEmpty(dirname(dirname(runPath)));
}

/**
 * Removes a folder. It is renamed first, at one stroke: nobody sees half of it under its name, and
 * a worker that has not yet heard of its end finds no place to put another file.
 */
export function removeAside(path: string): void {
  const aside = path.endsWith(REMOVED_SUFFIX) ? path : `${path}${REMOVED_SUFFIX}`;
  if (path !== aside && exists(path)) {
    if (exists(aside)) removeFolder(aside);
    touching(path, () => tolerant(() => Deno.renameSync(path, aside)));
  }
  if (exists(aside)) removeFolder(aside);
}

function removeFolder(path: string): void {
  touching(path, () => tolerant(() => Deno.removeSync(path, { recursive: true })));
}

/** Another process may be removing the same. */
function tolerant(deed: () => void): void {
  try {
    deed();
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** A folder that is not empty, or not there, is left as it is. */
function removeEmpty(path: string): void {
  try {
    // A link, perhaps to a larger disk, is its user's.
    if (Deno.lstatSync(path).isDirectory) Deno.removeSync(path);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}
