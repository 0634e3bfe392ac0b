import { dirname, join } from "node:path";
import { DwSimError } from "../errors/mod.ts";
import {
  exists,
  FOLDER_MODE,
  makeFolder,
  removeFile,
  syncFolder,
  touching,
  writeSynced,
} from "../disk/mod.ts";
import { JOURNAL_FILE } from "./_run_journal.ts";
import { type Manifest, MANIFEST_FILE } from "./manifest.ts";

/** Where a run is written before it is published. */
export function partialPath(runPath: string): string {
  return `${runPath}.partial`;
}

/**
 * Makes the folder a run is written in, which must not exist yet.
 *
 * @param runPath Where the run is to be published.
 * @returns The folder to write in.
 * @throws DwSimError STORAGE_TARGET_EXISTS, STORAGE_UNWRITABLE, STORAGE_FULL.
 */
export function beginRun(runPath: string): string {
  const partial = partialPath(runPath);
  makeFolder(dirname(partial));
  refuseTakenPath(runPath);
  touching(partial, () => Deno.mkdirSync(partial, { mode: FOLDER_MODE }));
  return partial;
}

/**
 * Refuses a folder for a run where something lies already; nothing is ever overwritten.
 *
 * @throws DwSimError STORAGE_TARGET_EXISTS.
 */
export function refuseTakenPath(runPath: string): void {
  for (const path of [runPath, partialPath(runPath)]) {
    if (exists(path)) throw new DwSimError("STORAGE_TARGET_EXISTS", { path });
  }
}

/**
 * Gives a run, all of whose files are written and on the disk, its manifest and its name. The
 * rename is the moment it begins to exist: before it there is nothing to see, after it everything.
 *
 * @param runPath Where the run is to be published.
 * @param manifest What it consists of.
 * @throws DwSimError STORAGE_UNWRITABLE, STORAGE_FULL.
 */
export function publishRun(runPath: string, manifest: Manifest): void {
  const partial = partialPath(runPath);
  for (const { folder } of manifest.tables) syncFolder(join(partial, folder));
  writeSynced(join(partial, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
  syncFolder(partial);
  // From here on the manifest says what the journal said.
  removeFile(join(partial, JOURNAL_FILE));
  syncFolder(partial);
  touching(runPath, () => Deno.renameSync(partial, runPath));
  syncFolder(dirname(runPath));
}
