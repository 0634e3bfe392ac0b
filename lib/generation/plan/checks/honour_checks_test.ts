import assert from "node:assert/strict";
import { DwSimError } from "../../../errors/mod.ts";
import { parseSchemaValue } from "../../../schema/mod.ts";
import { type Cell, cellsOf } from "../../_testing.ts";
import { planGeneration } from "../plan_generation.ts";

type ColumnJson = Readonly<Record<string, unknown>>;

function tableOf(checks: readonly string[], columns: readonly ColumnJson[], rows = 3000) {
  const table = { name: "t", target_rows: rows, columns, checks };
  return parseSchemaValue({ name: "checked", tables: [table] }, { source: "test" });
}

async function cellsWith(checks: readonly string[], column: ColumnJson): Promise<Cell[]> {
  const { plan, diagnostics } = await planGeneration(tableOf(checks, [column]), { seed: 7 });
  assert.deepEqual(diagnostics, []);
  return cellsOf(plan, `t.${column.name}`);
}

function span(cells: readonly Cell[]): readonly [min: number, max: number] {
  const numbers = cells.map(Number);
  return [Math.min(...numbers), Math.max(...numbers)];
}

const DAY = 86_400_000;

Deno.test("bounds of a check are the range of its column, edges as they were written", async () => {
  const whole = { name: "n", data_type: "INT" };
  assert.deepEqual(span(await cellsWith(["n > 3", "n < 7.5"], whole)), [4, 7]);
  assert.deepEqual(span(await cellsWith(["n BETWEEN -2 AND 2"], whole)), [-2, 2]);
  const cents = { name: "n", data_type: "DECIMAL(10,2)" };
  assert.deepEqual(span(await cellsWith(["n > 0 AND n < 0.05"], cents)), [1, 4]);
  const [min, max] = span(
    await cellsWith(["n > 0 AND n < 1"], { name: "n", data_type: "FLOAT" }),
  );
  assert.ok(min > 0 && max < 1 && max - min > 0.9, `${min} to ${max}`);
  const days = await cellsWith(["n >= '2024-02-27' AND n < DATE '2024-03-02'"], {
    name: "n",
    data_type: "DATE",
  });
  const from = Date.UTC(2024, 1, 27) / DAY;
  assert.deepEqual(span(days), [from, from + 3]);
  const [first, last] = span(
    await cellsWith(["n > '2024-01-01 10:00' AND n <= '2024-01-01 11:00:00'"], {
      name: "n",
      data_type: "TIMESTAMP",
    }),
  );
  assert.ok(first > Date.UTC(2024, 0, 1, 10) * 1000 && last <= Date.UTC(2024, 0, 1, 11) * 1000);
});

Deno.test("a check cuts what a column holds by nature, and keeps its shape", async () => {
  const price = { name: "price", data_type: "DECIMAL(10,2)" };
  const free = await cellsWith([], price);
  const cut = await cellsWith(["price > 20"], price);
  const middle = (cells: readonly Cell[]) => cells.map(Number).sort((a, b) => a - b)[1500]!;
  assert.ok(span(cut)[0] > 2000);
  // A uniform range would have its middle halfway to the end.
  assert.ok(middle(cut) < span(cut)[1] / 4, `${middle(cut)} of ${span(cut)[1]}`);
  assert.ok(middle(cut) > middle(free));
});

Deno.test("a list of a check is the list of its column's values", async () => {
  const words = await cellsWith(["w IN ('b', 'a', 'too long')", "w <> 'b' OR w = 'a'"], {
    name: "w",
    data_type: "VARCHAR(3)",
  }).catch((error: unknown) => error);
  assert.ok(words instanceof assert.AssertionError, "the second check guides nothing");
  const listed = await cellsWith(["w IN ('b', 'a', 'too long')"], {
    name: "w",
    data_type: "VARCHAR(3)",
  });
  assert.deepEqual([...new Set(listed)].sort(), ["a", "b"]);
  const numbers = await cellsWith(["n IN (1, 2, 3, 4)", "n > 1", "n <> 3"], {
    name: "n",
    data_type: "SMALLINT",
  });
  assert.deepEqual([...new Set(numbers)].sort(), [2, 4]);
  assert.deepEqual(
    [...new Set(await cellsWith(["NOT b"], { name: "b", data_type: "BOOLEAN" }))],
    [false],
  );
});

Deno.test("days of a list are days, whether a check lists them or a distribution", async () => {
  const day = (text: string) => Date.parse(text) / DAY;
  const column = { name: "d", data_type: "DATE" };
  const checked = await cellsWith(
    ["d IN ('2024-01-01', '2024-05-01') AND d < '2024-03-01'"],
    column,
  );
  assert.deepEqual([...new Set(checked)], [day("2024-01-01")]);
  const weighted = await cellsWith([], {
    ...{ name: "d", data_type: "TIMESTAMP" },
    distribution: { type: "values", values: { "2024-01-01 12:00:00": 1, "2024-02-01": 3 } },
  });
  const moments = [...new Set(weighted.map(String))].sort();
  const noon = Date.UTC(2024, 0, 1, 12) * 1000;
  assert.deepEqual(moments, [String(noon), String(Date.UTC(2024, 1, 1) * 1000)].sort());
});

Deno.test("a check may require a value, and bound a text's length", async () => {
  const column = { name: "w", data_type: "VARCHAR(40)", required: false, null_rate: 0.5 };
  const cells = await cellsWith(["w IS NOT NULL AND w <> '' AND length(w) <= 4"], column);
  assert.ok(cells.every((cell) => typeof cell === "string" && cell !== "" && cell.length <= 4));
});

Deno.test("checks that contradict each other, the column or its keys are refused, all at once", async () => {
  const columns = [
    { name: "a", data_type: "INT" },
    { name: "b", data_type: "INT", min_value: 5 },
    { name: "c", data_type: "VARCHAR(2)" },
    { name: "d", data_type: "INT", is_unique: true },
    { name: "e", data_type: "DATE" },
  ];
  const checks = [
    "a > 3 AND a < 4",
    "b < 5",
    "c IN ('long', 'longer')",
    "d BETWEEN 1 AND 10",
    "e < '2024-01-01' AND e > '2023-12-31'",
  ];
  const error = await planGeneration(tableOf(checks, columns, 100), { seed: 1 }).then(
    () => assert.fail("it must be refused"),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof DwSimError);
  assert.deepEqual(error.problems.map(({ code, path }) => [code, path]), [
    ["PLAN_CHECK_CONTRADICTS", "$.tables[0].columns[0]"],
    ["PLAN_CHECK_CONTRADICTS", "$.tables[0].columns[1]"],
    ["PLAN_CHECK_CONTRADICTS", "$.tables[0].columns[2]"],
    ["PLAN_CHECK_CONTRADICTS", "$.tables[0].columns[4]"],
    ["PLAN_TOO_FEW_VALUES", "$.tables[0].columns[3]"],
  ]);
  assert.match(error.problems[4]!.message, /at most 10$/);
});

Deno.test("a check that guides nothing is told, and the rows are made", async () => {
  const columns = [{ name: "a", data_type: "INT" }];
  const { diagnostics } = await planGeneration(
    tableOf(["a % 2 = 0", "a > 0 AND abs(a) > 3"], columns),
    {
      seed: 1,
    },
  );
  assert.deepEqual(diagnostics.map(({ code, message }) => [code, message]), [
    [
      "PLAN_CHECK_UNUSED",
      "Nothing makes sure that rows of table 't' meet the check 'a % 2 = 0'",
    ],
    [
      "PLAN_CHECK_UNUSED",
      `Nothing makes sure that rows of table 't' meet the check 'abs("a") > 3'`,
    ],
  ]);
});

Deno.test("a check beside a rule that orders the same columns leaves the order to the rule", async () => {
  const columns = [
    { name: "ordered", data_type: "TIMESTAMP" },
    { name: "packed", data_type: "TIMESTAMP", rule: "ordered + 1..9 hours" },
    { name: "paid", data_type: "TIMESTAMP", rule: "packed + 1..72 hours" },
  ];
  for (const check of ["paid >= ordered", "ordered < paid", "paid IS NULL OR paid >= ordered"]) {
    const { plan, diagnostics } = await planGeneration(tableOf([check], columns, 500), { seed: 7 });
    assert.deepEqual(diagnostics, [], check);
    const ordered = await cellsOf(plan, "t.ordered");
    const paid = await cellsOf(plan, "t.paid");
    assert.ok(paid.every((value, row) => Number(value) > Number(ordered[row])), check);
  }
});
