import { DwSimError } from "../errors/mod.ts";

/**
 * What a failing disk means to the user, decided by the system's error code.
 *
 * @param error Anything that was thrown.
 * @param path What was being touched.
 * @param deed What was tried.
 * @returns The error to throw: the same one when the system has no part in it.
 */
export function storageError(error: unknown, path: string, deed: "read" | "write"): unknown {
  const code = systemCode(error);
  if (code === null) return error;
  const cause = { cause: error };
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new DwSimError("STORAGE_FULL", { path }, cause);
  }
  const reason = REASONS[code] ?? code;
  return deed === "write"
    ? new DwSimError("STORAGE_UNWRITABLE", { path, reason }, cause)
    : new DwSimError("STORAGE_UNREADABLE", { path, reason }, cause);
}

/** The system's error code, such as ENOSPC, if it is one of the system's errors. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || error instanceof DwSimError) return null;
  // The system was not even asked: Deno was started without leave to touch this.
  if (error instanceof Deno.errors.NotCapable) return "ENOTCAPABLE";
  if (!("code" in error) || typeof error.code !== "string") return null;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOTCAPABLE: "this process was started without the permission",
  EROFS: "the disk is read-only",
  ENOENT: "it does not exist",
  ENOTDIR: "part of the path is not a folder",
  EISDIR: "it is a folder",
  EEXIST: "something of that name is already there",
  ENOTEMPTY: "something of that name is already there",
  EIO: "the disk reports an error",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the path is too long",
};
