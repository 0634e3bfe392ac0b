import { exists, touching } from "./files.ts";

/** Where something stands while it is being removed. */
export const REMOVED_SUFFIX = ".removed";

/**
 * Removes a folder. It is renamed first, at one stroke: nobody sees half of it under its name, and
 * a worker that has not yet heard of its end finds no place to put another file.
 */
export function removeAside(path: string): void {
  const aside = path.endsWith(REMOVED_SUFFIX) ? path : `${path}${REMOVED_SUFFIX}`;
  if (path !== aside && exists(path)) {
    if (exists(aside)) removeFolder(aside);
    touching(path, () => tolerant(() => Deno.renameSync(path, aside)));
  }
  if (exists(aside)) removeFolder(aside);
}

function removeFolder(path: string): void {
  touching(path, () => tolerant(() => Deno.removeSync(path, { recursive: true })));
}

/** Another process may be removing the same. */
function tolerant(deed: () => void): void {
  try {
    deed();
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
