import { join } from "node:path";
import type { DataRoot } from "./data_root.ts";
import { findDeadScratch, namesIn, REMOVED_SUFFIX } from "../disk/mod.ts";
import { findDeadFillings } from "./fill_folder.ts";

/** A run that the catalog knows. */
export interface OwnedRun {
  /** Folder of the run. */
  readonly path: string;
  /** Whether it is published: it then has no use for a folder to be written in. */
  readonly isCompleted: boolean;
}

/** Something under the data root, or noted there, that nobody needs. */
export interface Leftover {
  readonly path: string;
  /**
   * - `unfinished`: never published, so nobody can miss it.
   * - `unknown`: a published run of no catalog, perhaps of one that was lost; not removed unasked.
   */
  readonly kind: "unfinished" | "unknown";
  /** What notes it in the data root: to be removed after it. */
  readonly mark?: string;
}

const RUN_FOLDER = /^\d{8}-\d{6}-\d{3}-[0-9a-z]{8}(?<suffix>\.partial|(?:\.partial)?\.removed)?$/;
const PROBE = /^probe-/;

/**
 * Finds what killed processes have left under a data root. Only names that dw-sim gives are looked
 * at; anything else is its user's.
 *
 * @param root The data root.
 * @param listOwned The runs that are known; asked after the disk is read, so that a run that begins
 * meanwhile is among them.
 */
export function findLeftovers(
  root: DataRoot,
  listOwned: () => readonly OwnedRun[],
): readonly Leftover[] {
  const experiments = join(root.path, "experiments");
  const folders = namesIn(experiments).flatMap((experiment) => {
    const runs = join(experiments, experiment, "runs");
    return namesIn(runs).filter((name) => RUN_FOLDER.test(name)).map((name) => join(runs, name));
  });
  const names = namesIn(root.path);
  const others: readonly Leftover[] = [
    ...names.filter((name) => PROBE.test(name)).map((name) => unfinished(join(root.path, name))),
    ...findDeadScratch(root.scratchPath).map(unfinished),
    ...findDeadFillings(root, names).map(({ path, mark }): Leftover =>
      path === null ? unfinished(mark) : { ...unfinished(path), mark }
    ),
  ];
  const needed = new Map(listOwned().map(({ path, isCompleted }) => [path, isCompleted]));
  return [...others, ...folders.flatMap((path) => leftoverAt(path, needed))];
}

function unfinished(path: string): Leftover {
  return { path, kind: "unfinished" };
}

function leftoverAt(path: string, owned: ReadonlyMap<string, boolean>): readonly Leftover[] {
  if (path.endsWith(REMOVED_SUFFIX)) return [{ path, kind: "unfinished" }];
  if (owned.has(path)) return [];
  if (!path.endsWith(".partial")) return [{ path, kind: "unknown" }];
  const isCompleted = owned.get(path.slice(0, -".partial".length)) ?? true;
  return isCompleted ? [{ path, kind: "unfinished" }] : [];
}
