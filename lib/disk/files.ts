import { storageError } from "./storage_error.ts";

/** Data may be confidential in its shape: folders and files are their owner's alone. */
export const FOLDER_MODE = 0o700;
export const FILE_MODE = 0o600;

/** Makes a folder, and those above it that are missing. */
export function makeFolder(path: string): void {
  touching(path, () => Deno.mkdirSync(path, { recursive: true, mode: FOLDER_MODE }));
}

/** Writes a small file whole and waits until it is on the disk. */
export function writeSynced(path: string, text: string): void {
  touching(path, () => {
    using file = Deno.openSync(path, { write: true, createNew: true, mode: FILE_MODE });
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length;) at += file.writeSync(bytes.subarray(at));
    file.syncSync();
  });
}

/** Waits until the names in a folder are on the disk. Spec: fsync(2), about directories. */
export function syncFolder(path: string): void {
  // Windows opens no folders, and its file system keeps names in order by itself.
  if (Deno.build.os === "windows") return;
  touching(path, () => {
    using folder = Deno.openSync(path, { read: true });
    folder.syncSync();
  });
}

export function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw storageError(error, path, "read");
  }
}

/** The names in a folder, in order; none where there is no folder. */
export function namesIn(folder: string): readonly string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  } catch (error) {
    const isNone = error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory;
    if (isNone) return [];
    throw storageError(error, folder, "read");
  }
}

/** Removes a file; nothing happens when there is none. */
export function removeFile(path: string): void {
  if (exists(path)) touching(path, () => Deno.removeSync(path));
}

/** Does something to a path, and says what a failing disk means. */
export function touching<Result>(path: string, deed: () => Result): Result {
  try {
    return deed();
  } catch (error) {
    throw storageError(error, path, "write");
  }
}
