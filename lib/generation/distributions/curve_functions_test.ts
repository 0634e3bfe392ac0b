import assert from "node:assert/strict";
import type { Curve } from "../domains/domain.ts";
import { betaCumulative } from "./beta_cumulative.ts";
import { curveFunctions } from "./curve_functions.ts";
import { normalCumulative } from "./normal_cumulative.ts";
import { normalQuantile } from "./normal_quantile.ts";

function near(actual: number, expected: number, tolerance = 1e-8): void {
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

Deno.test("the normal distribution agrees with the tables", () => {
  near(normalQuantile(0.975), 1.959963984540054);
  near(normalQuantile(0.5), 0);
  near(normalQuantile(1e-6), -4.753424308822899);
  near(normalCumulative(1), 0.8413447460685429);
  near(normalCumulative(-3), 0.0013498980316300945);
});

Deno.test("the beta distribution agrees with its closed forms", () => {
  near(betaCumulative(0.3, 1, 1), 0.3);
  near(betaCumulative(0.3, 2, 1), 0.09);
  near(betaCumulative(0.3, 1, 3), 1 - 0.7 ** 3);
  near(betaCumulative(0.5, 7, 7), 0.5);
  near(betaCumulative(0.25, 2, 2), 3 * 0.0625 - 2 * 0.015625);
});

Deno.test("every quantile undoes its distribution", () => {
  const curves: readonly Curve[] = [
    { kind: "normal", mean: 50, stddev: 20 },
    { kind: "lognormal", mu: 1, sigma: 0.5 },
    { kind: "exponential", lambda: 0.25 },
    { kind: "beta", alpha: 2, beta: 5 },
    { kind: "beta", alpha: 0.5, beta: 0.5 },
  ];
  for (const curve of curves) {
    const { cumulative, quantile } = curveFunctions(curve, 0, 100);
    for (const probability of [0.001, 0.1, 0.25, 0.5, 0.9, 0.999]) {
      near(cumulative(quantile(probability)), probability, 1e-6);
    }
  }
});
