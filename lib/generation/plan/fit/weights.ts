import type { OrdinalPlan } from "../../ordinals/ordinal_plan.ts";
import type { RandomKey } from "../../random/random_key.ts";

/**
 * An ordinal plan that draws index i with a chance in proportion to its weight.
 *
 * @param weights At least one above 0.
 * @param key The stream's key.
 */
export function weightedOrdinal(weights: readonly number[], key: RandomKey): OrdinalPlan {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const last = weights.findLastIndex((weight) => weight > 0);
  let sum = 0;
  const thresholds = weights.slice(0, last + 1).map((weight, index) => {
    sum += weight;
    return index === last ? 2 ** 32 : Math.round((sum / total) * 2 ** 32);
  });
  return { kind: "weighted", thresholds, key };
}
