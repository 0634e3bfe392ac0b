import type { LogicalType } from "../schema/mod.ts";
import { curveFunctions } from "./distributions/mod.ts";
import type { Domain } from "./domains/domain.ts";
import type { ColumnPlan } from "./plan/plan_types.ts";

/** How many values of a column to expect up to a value, or, for words, of that word alone. */
export interface ExpectedShare {
  readonly value: number | string;
  readonly compare: "atMost" | "equals";
  /** 0 to 1, of the values that are not NULL. */
  readonly share: number;
}

/** Places at which a distribution is looked at. */
const PLACES = 32;

/**
 * Tells how the values of a column are to be distributed, for whoever compares them with what is on
 * the disk. It is told from the distribution itself, not from the tables it is drawn with.
 *
 * @param column A column of a plan.
 * @param pools The plan's words.
 * @returns Empty for columns whose values follow no distribution.
 */
export function expectedShares(
  { domain, ordinal, type }: ColumnPlan,
  pools: Readonly<Record<string, readonly string[]>>,
): readonly ExpectedShare[] {
  if (domain.kind === "quantile") return curveShares(domain);
  if (ordinal.kind !== "weighted") return [];
  const shares = ordinal.thresholds.map((threshold) => threshold / 2 ** 32);
  if (domain.kind === "pool") return wordShares(pools[domain.pool]!, shares);
  return domain.kind === "affine" ? countShares(domain, shares, type) : [];
}

/** Values are rounded to whole steps, so that what is up to an edge reaches half a step further. */
function curveShares(domain: Extract<Domain, { kind: "quantile" }>): readonly ExpectedShare[] {
  const { curve, low, high, scale } = domain;
  if (curve.kind === "uniform") return [];
  const { cumulative, quantile } = curveFunctions(curve, low, high);
  const from = cumulative(low);
  const width = cumulative(high) - from;
  const edges = Array.from({ length: PLACES - 1 }, (_, i) => {
    const value = quantile(from + width * (i + 1) / PLACES);
    return scale === null ? value : Math.round(value * scale) / scale;
  });
  return [...new Set(edges)].filter((edge) => edge >= low && edge < high).map((value) => {
    const reach = scale === null ? value : Math.min(high, value + 0.5 / scale);
    return { value, compare: "atMost", share: (cumulative(reach) - from) / width };
  });
}

function countShares(
  { start, step, divisor }: Extract<Domain, { kind: "affine" }>,
  shares: readonly number[],
  type: LogicalType,
): readonly ExpectedShare[] {
  const unit = type.kind === "decimal" ? 10 ** type.scale : divisor;
  return shares.slice(0, PLACES).map((share, ordinal) => ({
    ...{ value: (start + step * ordinal) / unit, compare: "atMost", share },
  }));
}

function wordShares(
  words: readonly string[],
  shares: readonly number[],
): readonly ExpectedShare[] {
  return shares.slice(0, PLACES).map((share, i) => ({
    ...{ value: words[i]!, compare: "equals", share: share - (shares[i - 1] ?? 0) },
  }));
}
