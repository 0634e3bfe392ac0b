import type { Distribution } from "../../../schema/mod.ts";
import type { Bounds } from "./number_bounds.ts";

/** The most outcomes a table of weights holds; Zipf's tail beyond it is cut off. */
const OUTCOMES_MAX = 65_536;

/**
 * The weights of the whole numbers from `bounds.min` up.
 *
 * @param distribution Poisson, by the number itself; Zipf, by its rank in the range.
 * @param bounds The column's bounds.
 * @returns One weight a number; the most likely has about 1.
 */
export function countWeights(
  distribution: Extract<Distribution, { kind: "poisson" | "zipf" }>,
  bounds: Bounds,
): number[] {
  const low = Math.ceil(bounds.min);
  const count = Math.min(OUTCOMES_MAX, Math.floor(bounds.max) - low + 1);
  if (distribution.kind === "zipf") {
    return Array.from({ length: count }, (_, index) => (index + 1) ** -distribution.exponent);
  }
  const { lambda } = distribution;
  const logWeights = poissonLogWeights(lambda, low + count).slice(Math.max(0, low));
  const most = logWeights.reduce((a, b) => Math.max(a, b), -Infinity);
  const leading: number[] = new Array(Math.max(0, -low)).fill(0);
  return [...leading, ...logWeights.map((logWeight) => Math.exp(logWeight - most))].slice(0, count);
}

/** log(lambda^k / k!) for k from 0, summed up step by step. */
function poissonLogWeights(lambda: number, count: number): number[] {
  const weights: number[] = [];
  let logWeight = 0;
  for (let k = 0; k < count; k++) {
    weights.push(logWeight);
    logWeight += Math.log(lambda) - Math.log(k + 1);
  }
  return weights;
}
