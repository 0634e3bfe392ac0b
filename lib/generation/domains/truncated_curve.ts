import { curveFunctions } from "../distributions/mod.ts";
import type { Curve } from "./domain.ts";

/** Bins of the quantile table: the top twelve bits of a hash. */
export const BINS = 4096;

/** Curves of one shape and range are the same; a warehouse has a dozen of them, in many columns. */
const CURVES = new Map<string, TruncatedCurve>();
const CURVES_MAX = 256;

/** A distribution cut to the bounds of a column, in steps. */
export interface TruncatedCurve {
  /** The value below which a share of all values lies, 0 < share < 1. */
  readonly quantile: (share: number) => number;
  /** Quantiles at the edges of the bins; the two outer ones are not used. */
  readonly table: Float64Array<ArrayBuffer>;
}

interface CurveRange {
  readonly low: number;
  readonly high: number;
  /** Steps in 1, or null for a continuous column. */
  readonly scale: number | null;
}

/**
 * Cuts a distribution to a range by rescaling the probability, never by clamping, which would pile
 * values up at the bounds.
 *
 * @param curve The distribution.
 * @param range Inclusive bounds and steps.
 * @returns The curve, made once for a shape and range.
 */
export function truncatedCurve(curve: Curve, range: CurveRange): TruncatedCurve {
  const name = JSON.stringify([curve, range]);
  const known = CURVES.get(name);
  if (known !== undefined) return known;
  if (CURVES.size >= CURVES_MAX) CURVES.clear();
  const made = cut(curve, range);
  CURVES.set(name, made);
  return made;
}

function cut(curve: Curve, { low, high, scale }: CurveRange): TruncatedCurve {
  const { quantile, cumulative } = curveFunctions(curve, low, high);
  const steps = scale ?? 1;
  // A whole step stands for everything that rounds to it, so the outer ones reach half a step out.
  const margin = scale === null ? 0 : 0.5 / scale;
  const from = cumulative(low - margin);
  const width = cumulative(high + margin) - from;
  const truncated = (share: number) => quantile(from + width * share) * steps;
  const table = new Float64Array(BINS + 1);
  for (let bin = 1; bin < BINS; bin++) table[bin] = truncated(bin / BINS);
  return { quantile: truncated, table };
}
