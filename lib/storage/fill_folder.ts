import { dirname, join } from "node:path";
import { DwSimError } from "../errors/mod.ts";
import {
  exists,
  makeFolder,
  OwnerMark,
  REMOVED_SUFFIX,
  syncFolder,
  touching,
} from "../disk/mod.ts";
import type { DataRoot } from "./data_root.ts";

const MARK_NAME = /^export-(?<digits>[0-9a-f]{8})$/;

interface Filling<Result> {
  /** Where it is noted what is being filled. */
  readonly root: DataRoot;
  /** Writes into the folder it is given. */
  fill(partialPath: string): Promise<Result>;
}

/**
 * Fills a folder outside the data root so that it appears whole or not at all: the work is done in
 * a sibling, `name.partial-…`. At the end every file is synced and the folder renamed; it is removed
 * when the work fails, and, since it is noted in the data root, found again when the process dies.
 *
 * @param path Where the folder is to be; nothing may be there, or an empty folder.
 * @param filling What to do.
 * @returns What the work returns.
 * @throws DwSimError STORAGE_TARGET_NOT_EMPTY, STORAGE_UNWRITABLE, and what the work throws.
 */
export async function fillFolder<Result>(
  path: string,
  { root, fill }: Filling<Result>,
): Promise<Result> {
  refuseFilled(path);
  makeFolder(dirname(path));
  using partial = notePartial(root, path);
  const partialPath = partial.path;
  try {
    touching(partialPath, () => Deno.mkdirSync(partialPath));
    const result = await fill(partialPath);
    touching(partialPath, () => syncAll(partialPath));
    publish(partialPath, path);
    return result;
  } catch (error) {
    if (exists(partialPath)) await Deno.remove(partialPath, { recursive: true });
    throw error;
  }
}

/** A name for what is not whole yet, noted in the data root until it is disposed of. */
export interface NotedPartial extends Disposable {
  readonly path: string;
}

/**
 * Names a sibling of a file or folder that is to appear whole, `name.partial-…`, and notes it in the
 * data root, so that it is found again should the process die.
 *
 * @param root The data root.
 * @param path Where the whole is to be.
 * @returns The sibling's path; whoever asked removes or renames what it puts there.
 * @throws DwSimError STORAGE_UNWRITABLE, STORAGE_FULL.
 */
export function notePartial(root: DataRoot, path: string): NotedPartial {
  const digits = crypto.randomUUID().slice(0, 8);
  const mark = OwnerMark.set(join(root.path, `export-${digits}`), path);
  return { path: partialOf(path, digits), [Symbol.dispose]: () => mark.release() };
}

/** A folder that a killed process was filling. */
export interface DeadFilling {
  /** What is left of the folder; null when nothing is. */
  readonly path: string | null;
  /** The note in the data root, to be removed last. */
  readonly mark: string;
}

/**
 * Finds the folders that killed processes were filling, wherever they are.
 *
 * @param root The data root.
 * @param names What lies in it.
 */
export function findDeadFillings(root: DataRoot, names: readonly string[]): readonly DeadFilling[] {
  return names.flatMap((name) => {
    const digits = MARK_NAME.exec(name)?.groups?.digits;
    if (digits === undefined) return [];
    const mark = join(root.path, name);
    const path = OwnerMark.orphaned(mark);
    if (path === null) return [];
    // Only what has our digits in its name can be ours.
    const partialPath = partialOf(path, digits);
    const isLeft = path !== "" && (exists(partialPath) || exists(partialPath + REMOVED_SUFFIX));
    return [{ path: isLeft ? partialPath : null, mark }];
  });
}

function partialOf(path: string, digits: string): string {
  return `${path}.partial-${digits}`;
}

/** Waits until all files of a folder, and their names, are on the disk. Spec: fsync(2). */
function syncAll(folder: string): void {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = join(folder, name);
    if (isDirectory) syncAll(path);
    else {
      using file = Deno.openSync(path, { read: true, write: true });
      file.syncSync();
    }
  }
  syncFolder(folder);
}

function publish(partialPath: string, path: string): void {
  // Somebody else may have filled it meanwhile.
  refuseFilled(path);
  touching(path, () => {
    if (exists(path)) Deno.removeSync(path);
    Deno.renameSync(partialPath, path);
  });
  syncFolder(dirname(path));
}

function refuseFilled(path: string): void {
  if (!exists(path) || isEmptyFolder(path)) return;
  throw new DwSimError("STORAGE_TARGET_NOT_EMPTY", { path });
}

function isEmptyFolder(path: string): boolean {
  if (!Deno.statSync(path).isDirectory) return false;
  for (const _ of Deno.readDirSync(path)) return false;
  return true;
}
