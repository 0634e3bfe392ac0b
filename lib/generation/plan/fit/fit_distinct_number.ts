import { type Fit, type FitRequest, ORDINALS_MAX } from "./fit.ts";
import { type Bounds, typeBounds } from "./number_bounds.ts";

interface DistinctOptions {
  readonly request: FitRequest;
  /** Units in 1. */
  readonly scale: number;
}

/**
 * Distinct numbers. Within a range that the user gave, evenly over it, in whole numbers if there are
 * enough of them; without one, counted from 1 (or as the identity says), and below zero only when
 * the type has no room left above.
 *
 * @param bounds The column's bounds.
 * @param options The column, and its units in 1.
 */
export function fitDistinctNumber(bounds: Bounds, { request, scale }: DistinctOptions): Fit {
  const { column: { range, identity, type } } = request;
  const distinct = request.distinct ?? 0;
  const divisor = type.kind === "float" ? scale : 1;
  if (range !== undefined) return overRange(bounds, { distinct, scale, divisor });
  const start = (identity?.start ?? 1) * scale;
  const step = (identity?.step ?? 1) * scale;
  const limits = typeBounds(type);
  const last = start + step * Math.max(0, distinct - 1);
  if (last <= limits.max * scale && last >= limits.min * scale) {
    return {
      kind: "distinct",
      domain: { kind: "affine", start, step, count: distinct, divisor },
      count: distinct,
    };
  }
  return overRange(limits, { distinct, scale, divisor });
}

interface RangeOptions {
  readonly distinct: number;
  readonly scale: number;
  readonly divisor: number;
}

function overRange(bounds: Bounds, { distinct, scale, divisor }: RangeOptions): Fit {
  const end = bounds.max * scale + 1e-6;
  for (let step = scale; step >= 1; step /= 10) {
    const start = Math.ceil((bounds.min * scale) / step - 1e-6) * step;
    const count = Math.min(ORDINALS_MAX, Math.floor((end - start) / step) + 1);
    if (count >= distinct) {
      return { kind: "distinct", domain: { kind: "affine", start, step, count, divisor }, count };
    }
    if (step === 1) return { kind: "shortage", countMax: count };
  }
  return { kind: "shortage", countMax: 0 };
}
