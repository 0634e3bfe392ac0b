import { ok } from "node:assert/strict";
import type { PageValues } from "../lib/columns/mod.ts";
import { bindTable, PAGE_ROWS_MAX, planGeneration } from "../lib/generation/mod.ts";
import { KernelMemory } from "../lib/kernels/mod.ts";
import { type TableJson, testSchema } from "./_make_run.ts";
import {
  chiSquare,
  chiSquareEven,
  correlation,
  kolmogorovSmirnov,
  normalShare,
  pairsEven,
  type Verdict,
} from "./_statistics.ts";

const ROWS = 1_000_000;
const RANGE = 4096;

/** A column's values, NaN where it is NULL. */
type Values = Float64Array;

/** Makes whole tables and gives their columns as numbers, by `table.column`. */
async function make(
  tables: readonly TableJson[],
  { seed = 1, only = tables.map(({ name }) => name) } = {},
): Promise<(place: string) => Values> {
  const { plan } = await planGeneration(testSchema(tables), { seed });
  const columns = new Map<string, Values>();
  for (const table of plan.tables) {
    if (!only.includes(table.name)) continue;
    const kernels = bindTable(plan, table, new KernelMemory());
    for (const kernel of kernels) {
      const values = new Float64Array(table.rowCount).fill(NaN);
      for (let row = 0; row < table.rowCount; row += PAGE_ROWS_MAX) {
        const page = kernel.page(row, Math.min(PAGE_ROWS_MAX, table.rowCount - row));
        const numbers = numbersOf(page.values, page.valueCount);
        let next = 0;
        for (let i = 0; i < page.rowCount; i++) {
          if (page.validity === null || page.validity[i] === 1) values[row + i] = numbers[next++]!;
        }
      }
      columns.set(`${table.name}.${kernel.name}`, values);
    }
  }
  return (place) => columns.get(place)!;
}

function numbersOf(values: PageValues, count: number): ArrayLike<number> {
  switch (values.kind) {
    case "int32":
    case "float":
    case "double":
    case "indices":
      return values.data;
    case "sequence":
      return Float64Array.from({ length: count }, (_, i) => values.first + i * values.step);
    default:
      throw new Error(`these tests have no columns of ${values.kind}`);
  }
}

function hold(what: string, { statistic, critical }: Verdict): void {
  ok(statistic <= critical, `${what}: ${statistic} is above ${critical}`);
}

function tally(values: Values, count: number, first = 0): Uint32Array {
  const counts = new Uint32Array(count);
  for (const value of values) if (!Number.isNaN(value)) counts[value - first]!++;
  return counts;
}

function spread(name: string, type: string, parameters: object, bounds: object = {}): object {
  const distribution = { type, parameters };
  return { name, data_type: "FLOAT", distribution, ...bounds };
}

function truncated(cumulative: (value: number) => number, low: number, high: number) {
  const [from, to] = [cumulative(low), cumulative(high)];
  return (value: number) => (cumulative(value) - from) / (to - from);
}

const whole = (name: string, more: object = {}) => ({
  ...{ name, data_type: "INT", min_value: 0, max_value: RANGE - 1 },
  ...more,
});

Deno.test("a million values of every continuous distribution follow its formula", async () => {
  const table = {
    name: "t",
    target_rows: ROWS,
    columns: [
      spread("normal", "normal", { mean: 40, stddev: 15 }, { min_value: 10, max_value: 90 }),
      spread("lognormal", "lognormal", { mu: 1, sigma: 0.7 }, { min_value: 0, max_value: 60 }),
      spread("exponential", "exponential", { lambda: 0.2 }, { min_value: 0, max_value: 30 }),
      spread("beta", "beta", { alpha: 2, beta: 3 }, { min_value: 0, max_value: 1 }),
    ],
  };
  const values = await make([table], { seed: 11 });
  const normal = truncated((x) => normalShare((x - 40) / 15), 10, 90);
  hold("normal", kolmogorovSmirnov(values("t.normal"), normal));
  const lognormal = truncated((x) => x <= 0 ? 0 : normalShare((Math.log(x) - 1) / 0.7), 0, 60);
  hold("lognormal", kolmogorovSmirnov(values("t.lognormal"), lognormal));
  const exponential = truncated((x) => 1 - Math.exp(-0.2 * x), 0, 30);
  hold("exponential", kolmogorovSmirnov(values("t.exponential"), exponential));
  const beta = (x: number) => 6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4;
  hold("beta", kolmogorovSmirnov(values("t.beta"), beta));
});

Deno.test("a million values of every counted distribution follow its formula", async () => {
  const counted = (name: string, type: string, more: object, max: number) => ({
    ...{ name, data_type: "INT", min_value: 0, max_value: max, distribution: { type, ...more } },
  });
  const weights = { A: 1, B: 2, C: 3, D: 10 };
  const table = {
    name: "t",
    target_rows: ROWS,
    columns: [
      counted("uniform", "uniform", {}, 999),
      counted("poisson", "poisson", { parameters: { lambda: 6 } }, 40),
      counted("zipf", "zipf", { parameters: { exponent: 1.1 } }, 499),
      {
        name: "letter",
        data_type: "CHAR(1)",
        distribution: { type: "values", values: weights },
      },
    ],
  };
  const values = await make([table], { seed: 12 });
  hold("uniform", chiSquareEven(tally(values("t.uniform"), 1000)));
  const poisson = [Math.exp(-6)];
  for (let k = 1; k <= 40; k++) poisson.push(poisson[k - 1]! * 6 / k);
  hold("poisson", chiSquare(tally(values("t.poisson"), 41), poisson));
  const ranks = Array.from({ length: 500 }, (_, rank) => (rank + 1) ** -1.1);
  const sum = ranks.reduce((a, b) => a + b);
  hold("zipf", chiSquare(tally(values("t.zipf"), 500), ranks.map((rank) => rank / sum)));
  const letters = Object.values(weights).map((weight) => weight / 16);
  hold("values", chiSquare(tally(values("t.letter"), 4), letters));
});

const parents = (count: number) => ({
  name: "parents",
  target_rows: count,
  primary_key: ["id"],
  columns: [{ name: "id", data_type: "INT" }],
});

Deno.test("every parent has as many children as the next, give or take chance", async () => {
  const foreign = {
    columns: ["parent"],
    references_table: "parents",
    references_columns: ["id"],
  };
  const children = {
    name: "children",
    target_rows: ROWS,
    foreign_keys: [foreign],
    columns: [{ name: "parent", data_type: "INT" }],
  };
  for (const count of [7, 1000, 100_003]) {
    const values = await make([parents(count), children], { seed: 13, only: ["children"] });
    hold(`${count} parents`, chiSquareEven(tally(values("children.parent"), count, 1)));
  }
});

Deno.test("columns of one seed have nothing to do with each other", async () => {
  const table = {
    name: "t",
    target_rows: ROWS,
    columns: [whole("a"), whole("b"), whole("c", { required: false, null_rate: 0.3 }), {
      ...whole("d", { required: false, null_rate: 0.3 }),
    }],
  };
  const values = await make([table], { seed: 14 });
  const [a, b, c, d] = [values("t.a"), values("t.b"), values("t.c"), values("t.d")];
  const isNull = (each: Values) => Float64Array.from(each, (value) => Number.isNaN(value) ? 1 : 0);
  const present = c.filter((value) => !Number.isNaN(value));
  hold("a and b", correlation(a, b));
  hold("pairs of a and b", pairsEven(a, b, RANGE));
  hold("a and where c is NULL", correlation(a, isNull(c)));
  hold("where c and where d are NULL", correlation(isNull(c), isNull(d)));
  hold("what c is where it is not NULL", chiSquareEven(tally(c, RANGE)));
  hold("c and where d is NULL", correlation(present, isNull(d.filter((_, i) => c[i]! >= 0))));
  const share = isNull(c).reduce((sum, each) => sum + each) / ROWS;
  hold("share of NULLs", {
    statistic: Math.abs(share - 0.3),
    critical: 3.2905 * Math.sqrt(0.3 * 0.7 / ROWS),
  });
});

Deno.test("neighbouring seeds and neighbouring rows show no pattern", async () => {
  const table = {
    name: "t",
    target_rows: 2 ** 18,
    columns: [
      whole("drawn"),
      { ...whole("unique"), max_value: 2 ** 18 - 1, is_unique: true },
    ],
  };
  for (const seed of [0, 1, 41, 2 ** 31 - 1]) {
    const [here, there] = [await make([table], { seed }), await make([table], { seed: seed + 1 })];
    for (const [name, range] of [["drawn", RANGE], ["unique", 2 ** 18]] as const) {
      const [one, other] = [here(`t.${name}`), there(`t.${name}`)];
      hold(`${name} of seeds ${seed} and the next`, correlation(one, other));
      hold(`pairs of ${name} of seeds ${seed} and the next`, pairsEven(one, other, range));
      for (const lag of [1, 2, 7, 1024]) {
        hold(`${name}, ${lag} rows apart, seed ${seed}`, correlation(one, one.subarray(lag)));
        hold(`pairs of ${name}, ${lag} rows apart`, pairsEven(one, one.subarray(lag), range));
      }
    }
  }
});

Deno.test("what parents children pick says nothing of the children's other columns", async () => {
  const reference = (name: string) => ({
    columns: [name],
    references_table: "parents",
    references_columns: ["id"],
  });
  const children = {
    name: "children",
    target_rows: ROWS,
    foreign_keys: [reference("one"), reference("two")],
    columns: [{ name: "one", data_type: "INT" }, { name: "two", data_type: "INT" }, whole("a")],
  };
  const values = await make([parents(RANGE), children], { seed: 15, only: ["children"] });
  const one = values("children.one").map((id) => id - 1);
  const two = values("children.two").map((id) => id - 1);
  hold("two references to one table", pairsEven(one, two, RANGE));
  hold("a reference and a number", pairsEven(one, values("children.a"), RANGE));
});
