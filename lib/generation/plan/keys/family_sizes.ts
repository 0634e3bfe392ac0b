import { childCountBounds, type PerParent } from "../../../schema/mod.ts";
import { zipfSizes } from "./_zipf_sizes.ts";

/** How many families there are of each size; sizes descend. */
export interface FamilySizes {
  readonly sizes: readonly number[];
  readonly counts: readonly number[];
}

export interface FamilyQuestion {
  readonly law: PerParent;
  /** Parents that may have rows. */
  readonly familyCount: number;
  /** Rows to share out, no fewer and no more than `childCountBounds` lets so many families have. */
  readonly rowCount: number;
}

/**
 * Shares rows out among families after a law, with none left over. Only how many families there are
 * of each size is decided, so that a hundred million parents need no more room than ten; which
 * parent is which family, a permutation says.
 */
export function familySizes(question: FamilyQuestion): FamilySizes {
  const { law, familyCount, rowCount } = question;
  if (familyCount === 0 || rowCount === 0) return { sizes: [], counts: [] };
  if (law.kind === "constant") return { sizes: [law.count], counts: [familyCount] };
  if (law.kind === "zipf") {
    return zipfSizes({ ...question, exponent: law.exponent, least: childCountBounds(law).min });
  }
  const { low, weights } = lawWeights(law, rowCount / familyCount);
  const counts = countsOf(weights, { mean: rowCount / familyCount - low, familyCount });
  settle(counts, rowCount - low * familyCount);
  const sizes = [...counts.keys()].reverse().filter((index) => counts[index]! > 0);
  return {
    sizes: sizes.map((index) => index + low),
    counts: sizes.map((index) => counts[index]!),
  };
}

/** Logarithms of the weights of the sizes from `low` up, but for a power of each size. */
function lawWeights(
  law: Extract<PerParent, { kind: "range" | "poisson" }>,
  mean: number,
): { readonly low: number; readonly weights: Float64Array } {
  const { min, max } = childCountBounds(law);
  if (law.kind === "range") return { low: min, weights: new Float64Array(max - min + 1) };
  // Beyond twelve deviations there is nothing that a count of families could show.
  const reach = Math.ceil(12 * Math.sqrt(mean)) + 20;
  const low = Math.max(min, Math.floor(mean) - reach);
  const weights = new Float64Array(Math.ceil(mean) + reach - low + 1);
  for (let i = 1; i < weights.length; i++) weights[i] = weights[i - 1]! - Math.log(low + i);
  return { low, weights };
}

/** Tilts the weights until they have the mean, and gives each size its share of the families. */
function countsOf(
  weights: Float64Array,
  { mean, familyCount }: { readonly mean: number; readonly familyCount: number },
): Float64Array {
  let [low, high] = [-60, 60];
  let shares = tilted(weights, 0);
  for (let step = 0; step < 100; step++) {
    const tilt = (low + high) / 2;
    shares = tilted(weights, tilt);
    if (shares.reduce((sum, share, size) => sum + share * size, 0) < mean) low = tilt;
    else high = tilt;
  }
  let [share, given] = [0, 0];
  return shares.map((each, size) => {
    share += each;
    const until = size === shares.length - 1 ? familyCount : Math.round(share * familyCount);
    const count = until - given;
    given = until;
    return count;
  });
}

function tilted(weights: Float64Array, tilt: number): Float64Array {
  const logarithms = weights.map((weight, size) => weight + tilt * size);
  const most = logarithms.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = logarithms.map((each) => Math.exp(each - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Lets families grow or shrink by little until the rows are shared out to the last. */
function settle(counts: Float64Array, rowCount: number): void {
  const familyCount = counts.reduce((sum, count) => sum + count, 0);
  const last = counts.length - 1;
  let missing = rowCount - counts.reduce((sum, count, size) => sum + count * size, 0);
  while (missing !== 0) {
    const step = Math.max(1, Math.floor(Math.abs(missing) / familyCount));
    const grows = missing > 0;
    // Those that have moved are behind, so that none moves twice.
    for (let i = 0; i <= last && missing !== 0; i++) {
      const size = grows ? last - i : i;
      const target = grows ? Math.min(last, size + step) : Math.max(0, size - step);
      const moved = Math.abs(target - size);
      if (moved === 0 || counts[size] === 0) continue;
      const families = Math.min(counts[size]!, Math.floor(Math.abs(missing) / moved));
      counts[size]! -= families;
      counts[target]! += families;
      missing -= (grows ? 1 : -1) * families * moved;
    }
  }
}
