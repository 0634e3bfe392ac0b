import { dirname } from "node:path";
import { DwSimError } from "../errors/mod.ts";
import { exists, makeFolder, touching } from "./_files.ts";

/**
 * Fills a folder outside the data root so that it appears whole or not at all: the work is done in
 * a sibling, `name.partial-…`, which is renamed at the end and removed when the work fails.
 *
 * @param path Where the folder is to be; nothing may be there, or an empty folder.
 * @param work Writes into the folder it is given.
 * @returns What the work returns.
 * @throws DwSimError STORAGE_TARGET_NOT_EMPTY, STORAGE_UNWRITABLE, and what the work throws.
 */
export async function fillFolder<Result>(
  path: string,
  work: (partialPath: string) => Promise<Result>,
): Promise<Result> {
  refuseFilled(path);
  makeFolder(dirname(path));
  const partialPath = `${path}.partial-${crypto.randomUUID().slice(0, 8)}`;
  touching(partialPath, () => Deno.mkdirSync(partialPath));
  try {
    const result = await work(partialPath);
    publish(partialPath, path);
    return result;
  } catch (error) {
    await Deno.remove(partialPath, { recursive: true });
    throw error;
  }
}

function publish(partialPath: string, path: string): void {
  // Somebody else may have filled it meanwhile.
  refuseFilled(path);
  touching(path, () => {
    if (exists(path)) Deno.removeSync(path);
    Deno.renameSync(partialPath, path);
  });
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
