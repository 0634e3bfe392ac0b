import { FILE_MODE, removeFile, touching } from "./files.ts";

/** What is younger than this may be on its way to be marked. */
const AGE_MIN_MS = 10_000;

/**
 * A file that says whose something is: it is locked for as long as its process lives. The kernel
 * drops the lock with the process, however that ends, so neither a pid that another process has by
 * now, nor a clock, nor a container that counts its processes anew can mislead.
 */
export class OwnerMark {
  readonly #path: string;
  readonly #file: Deno.FsFile;

  private constructor(path: string, file: Deno.FsFile) {
    this.#path = path;
    this.#file = file;
  }

  /**
   * Makes the file and locks it.
   *
   * @param path Where; nothing may be there.
   * @param text What is marked. It is written when the lock is held.
   */
  static set(path: string, text: string): OwnerMark {
    return touching(path, () => {
      const file = Deno.openSync(path, { write: true, createNew: true, mode: FILE_MODE });
      try {
        file.lockSync(true);
        file.writeSync(new TextEncoder().encode(text));
        return new OwnerMark(path, file);
      } catch (error) {
        file.close();
        throw error;
      }
    });
  }

  /** What a mark is of, when its process is gone; null while somebody owns it, or may. */
  static orphaned(path: string): string | null {
    try {
      using file = Deno.openSync(path, { read: true, write: true });
      // Before there is text there was no lock either.
      if (!file.tryLockSync(true)) return null;
      const text = Deno.readTextFileSync(path);
      return text !== "" || isOld(path) ? text : null;
    } catch (error) {
      // Just removed, or another user's.
      if (error instanceof Deno.errors.NotFound) return null;
      if (error instanceof Deno.errors.PermissionDenied) return null;
      throw error;
    }
  }

  /** Gives it up, and removes the file if it is still there. */
  release(): void {
    removeFile(this.#path);
    this.#file.close();
  }
}

/** Whether something has lain so long that its mark would be there; a clock set back counts too. */
export function isOld(path: string): boolean {
  const { mtime } = Deno.statSync(path);
  return mtime !== null && Math.abs(Date.now() - mtime.getTime()) > AGE_MIN_MS;
}
