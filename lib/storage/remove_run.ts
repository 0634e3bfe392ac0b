import { dirname } from "node:path";
import type { DataRoot } from "./data_root.ts";
import { removeAside } from "../disk/mod.ts";
import { partialPath } from "./publish_run.ts";

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

/** A folder that is not empty, or not there, is left as it is. */
function removeEmpty(path: string): void {
  try {
    // A link, perhaps to a larger disk, is its user's.
    if (Deno.lstatSync(path).isDirectory) Deno.removeSync(path);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}
