import type { ValueSource } from "../sources/value_source.ts";

/**
 * A few numbers of which some are more common than others.
 *
 * @param pairs Each number and how common it is, relative to the others.
 */
export function weightedNumbers(pairs: readonly (readonly [number, number])[]): ValueSource {
  return { kind: "numbers", values: pairs.map(([value, weight]) => ({ value, weight })) };
}
