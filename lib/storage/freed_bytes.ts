import { join } from "node:path";
import { storageError } from "../disk/mod.ts";
import { partialPath } from "./publish_run.ts";

interface SeenFile {
  readonly size: number;
  readonly linkCount: number;
  seenCount: number;
}

/**
 * Bytes that removing runs frees. A file that runs share counts once, and only if no run that stays
 * has it too.
 *
 * @param runPaths Folders of the runs, published or not.
 */
export function freedBytes(runPaths: readonly string[]): number {
  const files = new Map<string, SeenFile>();
  for (const path of runPaths) {
    see(path, files);
    see(partialPath(path), files);
  }
  return files.values().reduce(
    (sum, { size, linkCount, seenCount }) => seenCount >= linkCount ? sum + size : sum,
    0,
  );
}

function see(folder: string, files: Map<string, SeenFile>): void {
  try {
    for (const { name, isDirectory } of Deno.readDirSync(folder)) {
      const path = join(folder, name);
      if (isDirectory) see(path, files);
      else seeFile(path, files);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw storageError(error, folder, "read");
  }
}

function seeFile(path: string, files: Map<string, SeenFile>): void {
  const { dev, ino, size, nlink } = Deno.lstatSync(path);
  // Systems that tell no inode tell no links either: there every path is a file of its own.
  const identity = ino === null ? path : `${dev} ${ino}`;
  const file = files.get(identity) ?? { size, linkCount: nlink ?? 1, seenCount: 0 };
  file.seenCount++;
  files.set(identity, file);
}
