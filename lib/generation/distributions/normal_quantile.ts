/**
 * Inverse of the standard normal distribution: P. J. Acklam's rational approximation, relative
 * error below 1.15e-9.
 *
 * @param probability In (0, 1).
 * @returns The standard score below which that share of values lies.
 */
export function normalQuantile(probability: number): number {
  if (probability > 0.5) return -normalQuantile(1 - probability);
  if (probability < TAIL) {
    const root = Math.sqrt(-2 * Math.log(probability));
    return polynomial(TAIL_NUMERATOR, root) / polynomial(TAIL_DENOMINATOR, root);
  }
  const offset = probability - 0.5;
  const square = offset * offset;
  return (polynomial(NUMERATOR, square) * offset) / polynomial(DENOMINATOR, square);
}

/** Below it the distribution is approximated in the logarithm of the probability. */
const TAIL = 0.02425;

/** Coefficients, highest power first. */
const NUMERATOR = [
  -3.969683028665376e+01,
  2.209460984245205e+02,
  -2.759285104469687e+02,
  1.383577518672690e+02,
  -3.066479806614716e+01,
  2.506628277459239e+00,
];
const DENOMINATOR = [
  -5.447609879822406e+01,
  1.615858368580409e+02,
  -1.556989798598866e+02,
  6.680131188771972e+01,
  -1.328068155288572e+01,
  1,
];
const TAIL_NUMERATOR = [
  -7.784894002430293e-03,
  -3.223964580411365e-01,
  -2.400758277161838e+00,
  -2.549732539343734e+00,
  4.374664141464968e+00,
  2.938163982698783e+00,
];
const TAIL_DENOMINATOR = [
  7.784695709041462e-03,
  3.224671290700398e-01,
  2.445134137142996e+00,
  3.754408661907416e+00,
  1,
];

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}
