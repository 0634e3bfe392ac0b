import { nearestNames } from "../../errors/mod.ts";

/** Beyond this many names the search would cost more than the hint is worth. */
const NAME_COUNT_MAX = 1_000;

/**
 * Names for "did you mean", found in bounded time.
 *
 * @param wrong What the text says.
 * @param known Whatever has a name.
 * @param nameOf Its name.
 * @returns The nearest names; none when there are too many to compare.
 */
export function nearNames<Thing>(
  wrong: string,
  known: readonly Thing[],
  nameOf: (thing: Thing) => string,
): readonly string[] {
  return known.length > NAME_COUNT_MAX ? [] : nearestNames(wrong, known.map(nameOf));
}
