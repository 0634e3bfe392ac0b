import type { Curve } from "../domains/domain.ts";
import { betaCumulative } from "./beta_cumulative.ts";
import { invertCumulative } from "./invert_cumulative.ts";
import { normalCumulative } from "./normal_cumulative.ts";
import { normalQuantile } from "./normal_quantile.ts";

/** The two functions of a distribution that inversion needs. */
export interface CurveFunctions {
  readonly cumulative: (value: number) => number;
  /** Inverse of `cumulative` on (0, 1). */
  readonly quantile: (probability: number) => number;
}

/**
 * The functions of a curve over the bounds of its column.
 *
 * @param curve The distribution.
 * @param low Lower bound, where the exponential starts and the beta has its 0.
 * @param high Upper bound, where the beta has its 1.
 */
export function curveFunctions(curve: Curve, low: number, high: number): CurveFunctions {
  switch (curve.kind) {
    case "uniform":
      return { cumulative: (value) => value, quantile: (probability) => probability };
    case "normal": {
      const { mean, stddev } = curve;
      return {
        cumulative: (value) => normalCumulative((value - mean) / stddev),
        quantile: (probability) => mean + stddev * normalQuantile(probability),
      };
    }
    case "lognormal": {
      const { mu, sigma } = curve;
      return {
        cumulative: (value) => value <= 0 ? 0 : normalCumulative((Math.log(value) - mu) / sigma),
        quantile: (probability) => Math.exp(mu + sigma * normalQuantile(probability)),
      };
    }
    case "exponential": {
      const { lambda } = curve;
      return {
        cumulative: (value) => value <= low ? 0 : -Math.expm1(-lambda * (value - low)),
        quantile: (probability) => low - Math.log1p(-probability) / lambda,
      };
    }
    case "beta":
      return betaFunctions(curve.alpha, curve.beta, { low, high });
  }
}

function betaFunctions(
  alpha: number,
  beta: number,
  { low, high }: { low: number; high: number },
): CurveFunctions {
  const width = high - low;
  const cumulative = (fraction: number) => betaCumulative(fraction, alpha, beta);
  return {
    cumulative: (value) => cumulative(Math.min(1, Math.max(0, (value - low) / width))),
    quantile: (probability) => low + width * invertCumulative(cumulative, probability),
  };
}
