import { makeFolder, scratchPath } from "../disk/mod.ts";
import type { AppContext } from "./app_context.ts";

/**
 * Makes a folder for what has to lie on the disk while something is done. Whoever asks removes it;
 * what a killed process leaves is removed by `doctor --repair`.
 *
 * @param context Where the data lies.
 * @param purpose What for, as part of the name.
 * @returns Its absolute path.
 * @throws DwSimError STORAGE_UNWRITABLE, STORAGE_FULL.
 */
export function openScratch({ dataRoot }: AppContext, purpose: string): string {
  const path = scratchPath(dataRoot.scratchPath, purpose);
  makeFolder(path);
  return path;
}
