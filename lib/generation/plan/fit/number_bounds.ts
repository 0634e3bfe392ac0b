import type { Column, Distribution, LogicalType } from "../../../schema/mod.ts";
import type { NumberSource } from "../../sources/value_source.ts";

/** Inclusive bounds, in the values' own scale. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Standard deviations beyond which a 32-bit hash never reaches. */
const SCORE_MAX = 8;

/**
 * The bounds of a numeric column: what the user says, else what the distribution or the source
 * reaches, and never more than the type holds.
 *
 * @param source The chosen source.
 * @param column The column.
 */
export function numberBounds(source: NumberSource, { range, distribution, type }: Column): Bounds {
  const natural = distribution === undefined ? source : distributionBounds(distribution, source);
  const limits = typeBounds(type);
  const width = natural.max - natural.min;
  const min = range?.min ??
    (range?.max !== undefined ? Math.min(natural.min, range.max - width) : natural.min);
  const max = range?.max ??
    (range?.min !== undefined ? Math.max(natural.max, range.min + width) : natural.max);
  return { min: Math.max(min, limits.min), max: Math.min(max, limits.max) };
}

/**
 * What a range leaves of the values that a source or distribution has by nature.
 *
 * @param source The chosen source.
 * @param column The column, with a range.
 * @returns Null when it leaves none.
 */
export function cutBounds(
  source: NumberSource,
  { range, distribution, type }: Column,
): Bounds | null {
  const natural = distribution === undefined ? source : distributionBounds(distribution, source);
  const limits = typeBounds(type);
  const min = Math.max(natural.min, range?.min ?? -Infinity, limits.min);
  const max = Math.min(natural.max, range?.max ?? Infinity, limits.max);
  return min <= max ? { min, max } : null;
}

/**
 * The bounds of a numeric type; whole numbers end where doubles stop being exact.
 *
 * @param type A numeric type; other types have the bounds of 64-bit integers.
 */
export function typeBounds(type: LogicalType): Bounds {
  if (type.kind === "float") return { min: -3.4e38, max: 3.4e38 };
  if (type.kind === "decimal") {
    const max = (10 ** type.precision - 1) / 10 ** type.scale;
    return { min: -max, max };
  }
  const bits = type.kind === "integer" ? Math.min(type.bits, 54) : 54;
  return { min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 };
}

function distributionBounds(distribution: Distribution, source: Bounds): Bounds {
  switch (distribution.kind) {
    case "normal": {
      const { mean, stddev } = distribution;
      return { min: mean - SCORE_MAX * stddev, max: mean + SCORE_MAX * stddev };
    }
    case "lognormal": {
      const { mu, sigma } = distribution;
      return { min: Math.exp(mu - SCORE_MAX * sigma), max: Math.exp(mu + SCORE_MAX * sigma) };
    }
    case "exponential":
      return { min: 0, max: 23 / distribution.lambda };
    case "poisson":
      return {
        min: 0,
        max: Math.ceil(distribution.lambda + 12 * Math.sqrt(distribution.lambda) + 12),
      };
    case "zipf":
      return { min: 1, max: 10_000 };
    case "uniform":
    case "beta":
    case "values":
      return source;
  }
}
