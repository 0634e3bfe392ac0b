import type { DataRoot } from "./data_root.ts";
import { exists, touching } from "./_files.ts";
import { partialPath } from "./publish_run.ts";

/**
 * Removes the files of a run, finished or not. Nothing happens when there are none.
 *
 * @param runPath Folder of the run.
 * @throws DwSimError STORAGE_UNWRITABLE.
 */
export function removeRun(runPath: string): void {
  removeAside(runPath);
  removeAside(partialPath(runPath));
}

/**
 * Removes the files of all runs of an experiment. Nothing happens when there are none.
 *
 * @throws DwSimError STORAGE_UNWRITABLE.
 */
export function removeExperiment(root: DataRoot, experiment: string): void {
  removeAside(root.experimentPath(experiment));
}

/**
 * Removes a folder. It is renamed first, at one stroke: nobody sees half of it under its name, and
 * a worker that has not yet heard of its end finds no place to put another file.
 */
export function removeAside(path: string): void {
  if (!exists(path)) return;
  const aside = `${path}.removed-${crypto.randomUUID()}`;
  touching(path, () => {
    Deno.renameSync(path, aside);
    Deno.removeSync(aside, { recursive: true });
  });
}
