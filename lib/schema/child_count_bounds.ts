import type { PerParent } from "./per_parent.ts";

/**
 * Fewest and most rows of a parent that is not childless.
 *
 * @param law What its foreign key asks for.
 * @returns `max` is Infinity where nothing bounds it.
 */
export function childCountBounds(law: PerParent): { readonly min: number; readonly max: number } {
  const least = law.childless === undefined ? 0 : 1;
  switch (law.kind) {
    case "constant":
      return { min: law.count, max: law.count };
    case "range":
      return { min: Math.max(least, law.min), max: law.max };
    case "poisson":
    case "zipf":
      return { min: least, max: Infinity };
  }
}
