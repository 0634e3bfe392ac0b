import type { FamilySizes } from "./family_sizes.ts";

interface ZipfQuestion {
  readonly exponent: number;
  readonly familyCount: number;
  readonly rowCount: number;
  /** 1 where no family may be without rows, else 0. */
  readonly least: number;
}

interface Run {
  size: number;
  count: number;
}

/**
 * Families of which the one of rank r has rows in proportion to r^-exponent, rounded down, and at
 * least `least`. Ranks of one size are found at once, so that it takes as long as there are sizes.
 */
export function zipfSizes(question: ZipfQuestion): FamilySizes {
  const { rowCount } = question;
  let [low, high] = [0, scaleMax(question)];
  for (let step = 0; step < 100; step++) {
    const scale = (low + high) / 2;
    if (rowsOf(runsOf(question, scale)) <= rowCount) low = scale;
    else high = scale;
  }
  const runs = runsOf(question, low);
  hand(runs, rowCount - rowsOf(runs));
  const taken = runs.filter(({ count }) => count > 0);
  return { sizes: taken.map(({ size }) => size), counts: taken.map(({ count }) => count) };
}

/** Rounding down takes less than one row from each family; a larger scale would only cost time. */
function scaleMax({ exponent, familyCount, rowCount }: ZipfQuestion): number {
  const end = familyCount + 1;
  // The integral below the sum of all r^-exponent.
  const sum = Math.abs(exponent - 1) < 1e-9
    ? Math.log(end)
    : (end ** (1 - exponent) - 1) / (1 - exponent);
  return (rowCount + familyCount) / sum;
}

function runsOf({ exponent, familyCount, least }: ZipfQuestion, scale: number): Run[] {
  const runs: Run[] = [];
  for (let rank = 1; rank <= familyCount;) {
    const size = Math.max(least, Math.floor(scale * rank ** -exponent));
    const until = size <= least
      ? familyCount
      : Math.max(rank, Math.min(familyCount, Math.floor((scale / size) ** (1 / exponent))));
    runs.push({ size, count: until - rank + 1 });
    rank = until + 1;
  }
  return runs;
}

function rowsOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { size, count }) => sum + size * count, 0);
}

/** What rounding left over goes to the smallest families, one row each, and then to the largest. */
function hand(runs: Run[], rowCount: number): void {
  let left = rowCount;
  for (let i = runs.length - 1; i > 0 && left > 0; i--) {
    const { size, count } = runs[i]!;
    if (runs[i - 1]!.size !== size + 1) continue;
    const families = Math.min(count, left);
    runs[i]!.count -= families;
    runs[i - 1]!.count += families;
    left -= families;
  }
  const { size, count } = runs.shift()!;
  const each = Math.floor(left / count);
  const more = left % count;
  runs.unshift({ size: size + each + 1, count: more }, { size: size + each, count: count - more });
}
