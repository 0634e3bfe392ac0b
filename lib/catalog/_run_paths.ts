import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

/**
 * How the catalog writes the folder of a run: from its own folder on where it lies inside, so that
 * the whole data root can be moved; in full where the user chose a folder elsewhere.
 */
export function storedPath(catalogPath: string, path: string): string {
  const inside = relative(resolve(dirname(catalogPath)), path);
  const isInside = inside !== "" && !inside.startsWith("..") && !isAbsolute(inside);
  return isInside ? inside.split(sep).join("/") : path;
}

/** The folder of a run, absolute. */
export function fullPath(catalogPath: string, stored: string): string {
  return resolve(dirname(catalogPath), stored);
}

/** Whether the catalog may have a folder removed: only what lies beside it. */
export function isOwnPath(stored: string): boolean {
  return !isAbsolute(stored);
}
