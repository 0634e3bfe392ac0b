import type { Domain } from "../../domains/domain.ts";
import type { Fit, FitRequest } from "./fit.ts";
import { fitWords } from "./fit_words.ts";
import { weightedOrdinal } from "./weights.ts";

const TRUTH: Domain = { kind: "affine", start: 0, step: 1, count: 2, divisor: 1 };

/**
 * Fits a probability to a boolean column (or, as text, to any other).
 *
 * @param rate Share of true, 0 to 1.
 * @param request The column.
 */
export function fitTruth(rate: number, request: FitRequest): Fit {
  const { column: { type }, distinct, key } = request;
  if (type.kind !== "boolean") {
    const words = { kind: "words", name: "truths", words: ["false", "true"] } as const;
    return fitWords({ ...words, weights: [1 - rate, rate] }, request);
  }
  if (distinct === null) {
    const ordinal = weightedOrdinal([1 - rate, rate], key("value"));
    return { kind: "drawn", domain: TRUTH, ordinal };
  }
  return distinct > 2
    ? { kind: "shortage", countMax: 2 }
    : { kind: "distinct", domain: TRUTH, count: 2 };
}
