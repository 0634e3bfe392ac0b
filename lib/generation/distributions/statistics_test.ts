import assert from "node:assert/strict";
import { bindTable } from "../bind_table.ts";
import { planGeneration } from "../plan/plan_generation.ts";
import { PAGE_ROWS_MAX } from "../row_batch.ts";
import { parseSchemaValue } from "../../schema/mod.ts";

const ROWS = 1_000_000;

/** Kolmogorov and Smirnov: what chance passes once in ten thousand. */
const DISTANCE_MAX = 2.23 / Math.sqrt(ROWS);

const FLOATS = {
  uniform: { min_value: -3, max_value: 5, distribution: { type: "uniform" } },
  normal: { distribution: { type: "normal", parameters: { mean: 10, stddev: 2 } } },
  cut: {
    ...{ min_value: 9, max_value: 13 },
    distribution: { type: "normal", parameters: { mean: 10, stddev: 2 } },
  },
  lognormal: { distribution: { type: "lognormal", parameters: { mu: 1, sigma: 0.5 } } },
  exponential: { min_value: 0, distribution: { type: "exponential", parameters: { lambda: 0.5 } } },
  beta: {
    ...{ min_value: 0, max_value: 1 },
    distribution: { type: "beta", parameters: { alpha: 2, beta: 5 } },
  },
} as const;

const COUNTS = {
  poisson: { distribution: { type: "poisson", parameters: { lambda: 4 } } },
  zipf: {
    ...{ min_value: 1, max_value: 50 },
    distribution: { type: "zipf", parameters: { exponent: 1.2 } },
  },
  listed: {
    distribution: { type: "values", values: [1, 2, 3].map((value) => ({ value, weight: value })) },
  },
} as const;

async function draw(seed: number): Promise<ReadonlyMap<string, Float64Array>> {
  const columns = [
    ...Object.entries(FLOATS).map(([name, rest]) => ({ name, data_type: "FLOAT", ...rest })),
    ...Object.entries(COUNTS).map(([name, rest]) => ({ name, data_type: "INT", ...rest })),
    { name: "twin", data_type: "FLOAT", ...FLOATS.uniform },
    { name: "rule", data_type: "FLOAT", rule: "0.0..0.5 + 0.0..0.5" },
  ];
  const tables = [{ name: "t", target_rows: ROWS, columns }];
  const schema = parseSchemaValue({ name: "x", tables }, { source: "test" });
  const { plan } = await planGeneration(schema, { seed });
  const drawn = new Map(columns.map(({ name }) => [name, new Float64Array(ROWS)]));
  for (const kernel of bindTable(plan, plan.tables[0]!)) {
    const target = drawn.get(kernel.name)!;
    for (let row = 0; row < ROWS; row += PAGE_ROWS_MAX) {
      const { values } = kernel.page(row, Math.min(PAGE_ROWS_MAX, ROWS - row));
      assert.ok(values.kind === "double" || values.kind === "int32");
      target.set(values.data, row);
    }
  }
  return drawn;
}

/** The error function to twelve digits, by its series. */
function erf(x: number): number {
  let [sum, term] = [x, x];
  for (let n = 1; Math.abs(term) > 1e-15 * Math.abs(sum) && n < 300; n++) {
    term *= -(x * x) / n;
    sum += term / (2 * n + 1);
  }
  return x < -5 ? -1 : x > 5 ? 1 : (2 / Math.sqrt(Math.PI)) * sum;
}

const normal = (x: number) => (1 + erf(x / Math.SQRT2)) / 2;
const [low, high] = [normal(-0.5), normal(1.5)];

/** The share of values up to `x`, from the textbook and not from our tables. */
const CUMULATIVE: Readonly<Record<keyof typeof FLOATS | "rule", (x: number) => number>> = {
  uniform: (x) => (x + 3) / 8,
  normal: (x) => normal((x - 10) / 2),
  cut: (x) => (normal((x - 10) / 2) - low) / (high - low),
  lognormal: (x) => normal((Math.log(x) - 1) / 0.5),
  exponential: (x) => 1 - Math.exp(-0.5 * x),
  // Of alpha 2 and beta 5: the sum of a binomial.
  beta: (x) => 1 - (1 - x) ** 6 - 6 * x * (1 - x) ** 5,
  // The sum of two uniform numbers.
  rule: (x) => x < 0.5 ? 2 * x * x : 1 - 2 * (1 - x) ** 2,
};

function distance(values: Float64Array, cumulative: (x: number) => number): number {
  const sorted = values.toSorted();
  let most = 0;
  for (let i = 0; i < sorted.length; i++) {
    const share = cumulative(sorted[i]!);
    most = Math.max(most, share - i / ROWS, (i + 1) / ROWS - share);
  }
  return most;
}

/** How likely each whole number is. */
const LIKELY: Readonly<Record<keyof typeof COUNTS, readonly number[]>> = {
  poisson: Array.from({ length: 15 }, (_, k) => {
    const factorial = Array.from({ length: k }, (_, i) => i + 1).reduce((a, b) => a * b, 1);
    return (Math.exp(-4) * 4 ** k) / factorial;
  }),
  zipf: shares(Array.from({ length: 51 }, (_, k) => k === 0 ? 0 : k ** -1.2)),
  listed: shares([0, 1, 2, 3]),
};

function shares(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function correlation(one: Float64Array, other: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / ROWS;
  const [meanOne, meanOther] = [mean(one), mean(other)];
  let [both, first, second] = [0, 0, 0];
  for (let i = 0; i < ROWS; i++) {
    const [a, b] = [one[i]! - meanOne, other[i]! - meanOther];
    both += a * b;
    first += a * a;
    second += b * b;
  }
  return both / Math.sqrt(first * second);
}

/** Of independent columns, five times what chance leads to. */
const CORRELATION_MAX = 5 / Math.sqrt(ROWS);

Deno.test("a million values of every distribution are as the textbook has them", async () => {
  const drawn = await draw(2026);
  for (const [name, cumulative] of Object.entries(CUMULATIVE)) {
    const found = distance(drawn.get(name)!, cumulative);
    assert.ok(found < DISTANCE_MAX, `${name} is ${found} off`);
  }
  for (const [name, likely] of Object.entries(LIKELY)) {
    const counts = new Float64Array(likely.length);
    for (const value of drawn.get(name)!) if (value < likely.length) counts[value]!++;
    const used = likely.flatMap((share, value) => share * ROWS > 5 ? [value] : []);
    const square = used.reduce((sum, value) => {
      const expected = likely[value]! * ROWS;
      return sum + (counts[value]! - expected) ** 2 / expected;
    }, 0);
    // The mean of χ² is its degrees of freedom, its deviation the root of twice as many.
    const freedom = used.length - 1;
    assert.ok(
      square < freedom + 4.5 * Math.sqrt(2 * freedom) + 3,
      `${name}: ${square} of ${freedom}`,
    );
  }
});

Deno.test("columns have nothing to do with each other, nor has a seed with the next", async () => {
  const [drawn, next] = [await draw(7), await draw(8)];
  const names = ["uniform", "normal", "exponential", "twin", "rule", "poisson"];
  for (const [at, one] of names.entries()) {
    for (const other of names.slice(at + 1)) {
      const found = correlation(drawn.get(one)!, drawn.get(other)!);
      assert.ok(Math.abs(found) < CORRELATION_MAX, `${one} and ${other}: ${found}`);
    }
    const found = correlation(drawn.get(one)!, next.get(one)!);
    assert.ok(Math.abs(found) < CORRELATION_MAX, `${one} of two seeds: ${found}`);
    const values = drawn.get(one)!;
    const neighbours = correlation(values, rotate(values));
    assert.ok(Math.abs(neighbours) < CORRELATION_MAX, `${one} of two rows: ${neighbours}`);
  }
});

/** The value of the next row in every row. */
function rotate(values: Float64Array): Float64Array {
  const rotated = new Float64Array(values.length);
  rotated.set(values.subarray(1));
  rotated[values.length - 1] = values[0]!;
  return rotated;
}
