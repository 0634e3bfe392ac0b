import { join } from "node:path";
import { exists, FOLDER_MODE, makeFolder, namesIn, touching } from "./files.ts";
import { isOld, OwnerMark } from "./owner_mark.ts";
import { removeAside } from "./remove_aside.ts";

const FOLDER_NAME = /^dw_sim_process_[0-9a-f]{16}(?:\.removed)?$/;

/** The folders of this process, by the folder they are in. */
const folders = new Map<string, string>();

/**
 * Names a place for what has to lie on the disk while something is done. Whoever asks puts a file or
 * a folder there, and removes it. The place is in a folder of this process, which goes when the
 * process ends; what a killed one leaves behind can be told from what a living one needs.
 *
 * @param parent The data root's `scratchPath`, or any other folder; made if it is missing.
 * @param purpose What for, as part of the name.
 * @returns An absolute path at which nothing is.
 * @throws DwSimError STORAGE_UNWRITABLE, STORAGE_FULL.
 */
export function scratchPath(parent: string, purpose: string): string {
  let folder = folders.get(parent);
  if (folder === undefined || !exists(folder)) {
    folder = openFolder(parent);
    folders.set(parent, folder);
  }
  return join(folder, `${purpose}-${randomDigits()}`);
}

/**
 * Finds what killed processes left behind.
 *
 * @param parent Where they were.
 * @returns Folders, to be removed.
 */
export function findDeadScratch(parent: string): readonly string[] {
  return namesIn(parent).filter((name) => FOLDER_NAME.test(name))
    .map((name) => join(parent, name)).filter(isDead);
}

function openFolder(parent: string): string {
  const folder = join(parent, `dw_sim_process_${randomDigits()}`);
  makeFolder(parent);
  touching(folder, () => Deno.mkdirSync(folder, { mode: FOLDER_MODE }));
  const owner = OwnerMark.set(markOf(folder), `${Deno.pid}\n`);
  addEventListener("unload", () => {
    owner.release();
    if (exists(folder)) removeAside(folder);
  });
  return folder;
}

function isDead(folder: string): boolean {
  try {
    return exists(markOf(folder)) ? OwnerMark.orphaned(markOf(folder)) !== null : isOld(folder);
  } catch (error) {
    // Its process has just removed it.
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function markOf(folder: string): string {
  return join(folder, "owner");
}

function randomDigits(): string {
  return crypto.randomUUID().replaceAll("-", "").slice(0, 16);
}
