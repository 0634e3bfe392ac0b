import { mix } from "./mix.ts";
import type { RandomKey } from "./random_key.ts";

/**
 * The key for counters whose high word is `high`: rows from 2^32 on are hashed by their low word
 * under a key of their own, so that inner loops see 32-bit counters alone.
 *
 * @param key The stream's key.
 * @param high High word of the row index; 0 leaves the key as it is.
 * @returns The key to hash low words under.
 */
export function keyForHighWord(key: RandomKey, high: number): RandomKey {
  if (high === 0) return key;
  return [mix(high, key[0], key[1]), mix(high, key[1], ~key[0])];
}
