import type { Domain } from "../../domains/domain.ts";
import type { Fit, FitRequest } from "./fit.ts";
import { weightedOrdinal } from "./weights.ts";

const TRUTH: Domain = { kind: "affine", start: 0, step: 1, count: 2, divisor: 1 };

/**
 * Fits a probability to a boolean column.
 *
 * @param rate Share of true, 0 to 1.
 * @param request The column.
 */
export function fitTruth(rate: number, { distinct, key }: FitRequest): Fit {
  if (distinct === null) {
    const ordinal = weightedOrdinal([1 - rate, rate], key("value"));
    return { kind: "drawn", domain: TRUTH, ordinal };
  }
  return distinct > 2
    ? { kind: "shortage", countMax: 2 }
    : { kind: "distinct", domain: TRUTH, count: 2 };
}
