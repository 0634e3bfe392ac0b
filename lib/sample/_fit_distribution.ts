import { type NumberProfile, QUANTILE_SHARES } from "../query/mod.ts";
import type { Distribution } from "../schema/mod.ts";

/** With fewer values, chance decides what they look like. */
const VALUE_COUNT_MIN = 100;

/** The largest gap between two cumulative curves at which we call them alike. */
const GAP_MAX = 0.05;

/** How much closer than the uniform one a curve has to come, to be the better explanation. */
const GAP_SHARE_MAX = 0.6;

/**
 * Chooses the distribution that numbers look like: by the distance of Kolmogorov and Smirnov
 * between their quantiles and each curve, truncated to their range as generation truncates it.
 *
 * @param numbers What is known of them.
 * @param valueCount How many there are.
 * @returns The distribution; undefined if none is clearly right.
 */
export function fitDistribution(
  numbers: NumberProfile,
  valueCount: number,
): Distribution | undefined {
  if (valueCount < VALUE_COUNT_MIN || !(numbers.max > numbers.min)) return undefined;
  const uniformGap = gap(numbers, (value) => value);
  const [best] = candidates(numbers)
    .map((candidate) => ({ ...candidate, gap: gap(numbers, candidate.cumulative) }))
    .toSorted((a, b) => a.gap - b.gap);
  if (best !== undefined && best.gap <= GAP_MAX && best.gap <= uniformGap * GAP_SHARE_MAX) {
    return best.distribution;
  }
  return uniformGap <= GAP_MAX ? { kind: "uniform" } : undefined;
}

interface Candidate {
  readonly distribution: Distribution;
  readonly cumulative: (value: number) => number;
}

function candidates({ min, mean, stddev, logarithms }: NumberProfile): readonly Candidate[] {
  const found: Candidate[] = [];
  if (stddev > 0) {
    found.push({
      distribution: { kind: "normal", mean: rounded(mean), stddev: rounded(stddev) },
      cumulative: (value) => normalCumulative((value - mean) / stddev),
    });
  }
  if (logarithms !== null && logarithms.stddev > 0) {
    const { mean: mu, stddev: sigma } = logarithms;
    found.push({
      distribution: { kind: "lognormal", mu: rounded(mu), sigma: rounded(sigma) },
      cumulative: (value) => value <= 0 ? 0 : normalCumulative((Math.log(value) - mu) / sigma),
    });
  }
  if (mean > min) {
    // The exponential starts at the lower bound of its column.
    const lambda = 1 / (mean - min);
    found.push({
      distribution: { kind: "exponential", lambda: rounded(lambda) },
      cumulative: (value) => -Math.expm1(-lambda * Math.max(0, value - min)),
    });
  }
  return found;
}

function gap(
  { min, max, quantiles }: NumberProfile,
  cumulative: (value: number) => number,
): number {
  const low = cumulative(min);
  const width = cumulative(max) - low;
  if (!(width > 1e-9)) return 1;
  return quantiles.reduce(
    (most, value, i) =>
      Math.max(most, Math.abs((cumulative(value) - low) / width - QUANTILE_SHARES[i]!)),
    0,
  );
}

/** Abramowitz and Stegun 7.1.26, off by less than 1.5e-7. */
function normalCumulative(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = series * Math.exp(-x * x) / 2;
  return z > 0 ? 1 - tail : tail;
}

/** Four digits say all that a sample knows. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
