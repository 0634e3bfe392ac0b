import { invertMonotone } from "./invert_cumulative.ts";
import { normalQuantile } from "./normal_quantile.ts";

/** Beyond this many standard deviations a double cannot tell the probability from 0 or 1. */
const SCORE_MAX = 8.2;

/**
 * The standard normal distribution, as the exact inverse of {@linkcode normalQuantile}: what the one
 * makes, the other undoes, so that truncated distributions end at their bounds.
 *
 * @param score Standard score.
 * @returns The share of values below it.
 */
export function normalCumulative(score: number): number {
  if (score <= -SCORE_MAX) return 0;
  if (score >= SCORE_MAX) return 1;
  if (score > 0) return 1 - normalCumulative(-score);
  return invertMonotone(normalQuantile, score, { from: 1e-17, to: 0.5 });
}
