import type { Catalog } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { type DataRoot, removeRun } from "../storage/mod.ts";

interface Place {
  readonly catalog: Catalog;
  readonly dataRoot: DataRoot;
}

/**
 * Removes the folders that the catalog has given up. What cannot be removed now (the disk is
 * read-only) is tried again at the next start.
 *
 * @param place The catalog, and the root its folders lie under.
 * @returns The first failure, for whoever asked for a removal and wants to know.
 */
export function finishRemovals({ catalog: { removals }, dataRoot }: Place): DwSimError | null {
  let failure: DwSimError | null = null;
  for (const path of removals.list()) {
    try {
      removeRun(path, dataRoot);
      removals.done(path);
    } catch (error) {
      if (!(error instanceof DwSimError)) throw error;
      failure ??= error;
    }
  }
  return failure;
}
