import { join } from "node:path";
import { storageError } from "./_storage_error.ts";
import { partialPath } from "./publish_run.ts";

/**
 * Bytes that removing a run frees: files that another run shares count for nothing.
 *
 * @param runPath Folder of the run, published or not.
 */
export function runSize(runPath: string): number {
  return folderSize(runPath) + folderSize(partialPath(runPath));
}

function folderSize(path: string): number {
  try {
    return [...Deno.readDirSync(path)].reduce((sum, { name, isDirectory }) => {
      const inside = join(path, name);
      return sum + (isDirectory ? folderSize(inside) : ownBytes(inside));
    }, 0);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return 0;
    throw storageError(error, path, "read");
  }
}

function ownBytes(path: string): number {
  const { size, nlink } = Deno.lstatSync(path);
  return (nlink ?? 1) > 1 ? 0 : size;
}
