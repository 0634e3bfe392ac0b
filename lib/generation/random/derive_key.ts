import { createHash } from "node:crypto";
import type { RandomKey } from "./random_key.ts";

/**
 * The key of one stream of randomness. SHA-256, at plan time only, so that neighbouring seeds and
 * similar names have nothing in common.
 *
 * @param seed The run's seed.
 * @param scope Names that make the stream one of its kind: table, column, purpose.
 * @returns Two 32-bit words, the same on every machine.
 */
export function deriveKey(seed: number, scope: readonly string[]): RandomKey {
  const digest = createHash("sha256").update(JSON.stringify([seed, ...scope])).digest();
  return [digest.readInt32LE(0), digest.readInt32LE(4)];
}
