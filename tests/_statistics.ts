/** One-sided: a sound generator fails one test in a thousand; seeds are fixed, so none ever does. */
const SCORE = 3.0902;

/** Two-sided Kolmogorov-Smirnov at the same level: sqrt(-ln(0.0005) / 2). */
const KOLMOGOROV = 1.9495;

/** A statistic and what it may be at most. */
export interface Verdict {
  readonly statistic: number;
  readonly critical: number;
}

/**
 * Pearson's test. Places in which fewer than five are expected are added to the next.
 *
 * @param counts How often each place was met.
 * @param shares How often it should be, as a share.
 */
export function chiSquare(counts: ArrayLike<number>, shares: ArrayLike<number>): Verdict {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  let [statistic, places, count, expected] = [0, 0, 0, 0];
  let left = total;
  for (let i = 0; i < counts.length; i++) {
    count += counts[i]!;
    expected += total * shares[i]!;
    left -= total * shares[i]!;
    if (expected < 5 || (left < 5 && i < counts.length - 1)) continue;
    statistic += (count - expected) ** 2 / expected;
    places++;
    [count, expected] = [0, 0];
  }
  return { statistic, critical: chiSquareCritical(places - 1) };
}

/** Every place as likely as the next. */
export function chiSquareEven(counts: ArrayLike<number>): Verdict {
  return chiSquare(counts, new Float64Array(counts.length).fill(1 / counts.length));
}

/** The Wilson-Hilferty approximation of a quantile. */
function chiSquareCritical(freedom: number): number {
  const spread = 2 / (9 * freedom);
  return freedom * (1 - spread + SCORE * Math.sqrt(spread)) ** 3;
}

/**
 * The largest distance between a sample and a continuous distribution.
 *
 * @param values Any order.
 * @param cumulative The share of values up to one.
 */
export function kolmogorovSmirnov(
  values: Float64Array,
  cumulative: (value: number) => number,
): Verdict {
  const sorted = values.slice().sort();
  const { length } = sorted;
  let distance = 0;
  for (let i = 0; i < length; i++) {
    const share = cumulative(sorted[i]!);
    distance = Math.max(distance, (i + 1) / length - share, share - i / length);
  }
  return { statistic: distance, critical: KOLMOGOROV / Math.sqrt(length) };
}

/** Pearson's correlation; of independent columns it is normal with 1 / sqrt(n). */
export function correlation(xs: ArrayLike<number>, ys: ArrayLike<number>): Verdict {
  const length = Math.min(xs.length, ys.length);
  const [meanX, meanY] = [meanOf(xs, length), meanOf(ys, length)];
  let [both, squaresX, squaresY] = [0, 0, 0];
  for (let i = 0; i < length; i++) {
    const [x, y] = [xs[i]! - meanX, ys[i]! - meanY];
    both += x * y;
    squaresX += x * x;
    squaresY += y * y;
  }
  const statistic = Math.abs(both / Math.sqrt(squaresX * squaresY));
  return { statistic, critical: 3.2905 / Math.sqrt(length) };
}

function meanOf(values: ArrayLike<number>, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[i]!;
  return sum / length;
}

/**
 * Whether pairs fill a square evenly: sees what a correlation does not.
 *
 * @param xs Whole numbers in [0, range).
 * @param ys The same.
 * @param range A multiple of 32.
 */
export function pairsEven(xs: ArrayLike<number>, ys: ArrayLike<number>, range: number): Verdict {
  const counts = new Uint32Array(32 * 32);
  const width = range / 32;
  const length = Math.min(xs.length, ys.length);
  for (let i = 0; i < length; i++) {
    counts[32 * Math.floor(xs[i]! / width) + Math.floor(ys[i]! / width)]!++;
  }
  return chiSquareEven(counts);
}

/** The standard normal distribution: the series of the error function, and a fraction in the tails. */
export function normalShare(score: number): number {
  const x = Math.abs(score);
  const density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  let tail: number;
  if (x < 3) {
    let [term, sum] = [x, x];
    for (let k = 1; k < 60; k++) sum += term *= x * x / (2 * k + 1);
    tail = 0.5 - density * sum;
  } else {
    let fraction = x;
    for (let k = 40; k >= 1; k--) fraction = x + k / fraction;
    tail = density / fraction;
  }
  return score > 0 ? 1 - tail : tail;
}
