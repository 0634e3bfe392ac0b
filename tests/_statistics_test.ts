import { ok } from "node:assert/strict";
import {
  chiSquareEven,
  correlation,
  kolmogorovSmirnov,
  normalShare,
  pairsEven,
} from "./_statistics.ts";

function near(actual: number, expected: number, tolerance: number): void {
  ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
}

Deno.test("critical values and the normal distribution are near those of printed tables", () => {
  near(chiSquareEven(new Uint32Array(11).fill(100)).critical, 29.588, 0.2);
  near(chiSquareEven(new Uint32Array(101).fill(100)).critical, 149.449, 0.2);
  near(normalShare(1), 0.8413447460685429, 1e-12);
  near(normalShare(-3.5), 2.326290790355e-4, 1e-12);
  near(normalShare(2.9), 0.998134186699616, 1e-12);
});

Deno.test("the statistics see a small bias, a copy, and a pattern without correlation", () => {
  const counts = new Uint32Array(16).fill(62_500);
  counts[3]! += 2000;
  const biased = chiSquareEven(counts);
  ok(biased.statistic > biased.critical);
  const xs = Float64Array.from({ length: 4096 }, (_, i) => i * 2053 % 4096);
  const same = correlation(xs, xs);
  ok(same.statistic > same.critical);
  const folded = xs.map((x) => Math.abs(2 * x - 4095) | 0);
  const pairs = pairsEven(xs, folded, 4096);
  ok(pairs.statistic > pairs.critical);
  ok(correlation(xs, folded).statistic < correlation(xs, folded).critical);
  const even = Float64Array.from({ length: 10_000 }, (_, i) => (i + 0.5) / 10_000);
  const bent = kolmogorovSmirnov(even, (value) => value ** 1.1);
  ok(bent.statistic > bent.critical);
  const straight = kolmogorovSmirnov(even, (value) => value);
  ok(straight.statistic < straight.critical);
});
