import assert from "node:assert/strict";
import { DwSimError } from "../../errors/mod.ts";
import { parseSchemaValue } from "../../schema/mod.ts";
import { type Cell, cellsOf } from "../_testing.ts";
import { planGeneration } from "./plan_generation.ts";
import type { GenerationPlan } from "./plan_types.ts";

interface TableJson {
  readonly name: string;
  readonly target_rows: number;
  readonly columns: readonly object[];
  readonly [field: string]: unknown;
}

async function plan(tables: readonly TableJson[], seed = 42): Promise<GenerationPlan> {
  const schema = parseSchemaValue({ name: "test", tables }, { source: "the test's schema" });
  return (await planGeneration(schema, { seed })).plan;
}

async function refusal(tables: readonly TableJson[]): Promise<DwSimError> {
  try {
    await plan(tables);
  } catch (error) {
    if (error instanceof DwSimError) return error;
    throw error;
  }
  return assert.fail("it was planned");
}

const id = { name: "id", data_type: "INT", is_unique: true };

function tuplesOf(made: GenerationPlan, table: string, columns: readonly string[]): string[] {
  const cells = columns.map((column) => cellsOf(made, `${table}.${column}`));
  return cells[0]!.map((_, row) => cells.map((column) => column[row]).join("|"));
}

function distinct(values: readonly unknown[]): number {
  return new Set(values).size;
}

Deno.test("a primary key of whole numbers counts from 1, or as its identity says", async () => {
  const made = await plan([
    {
      name: "a",
      target_rows: 5,
      primary_key: ["id"],
      columns: [{ name: "id", data_type: "BIGINT" }],
    },
    {
      name: "b",
      target_rows: 3,
      primary_key: ["id"],
      columns: [{ name: "id", data_type: "INT", identity: { start: 10, step: 5 } }],
    },
  ]);
  assert.deepEqual(cellsOf(made, "a.id"), [1, 2, 3, 4, 5]);
  assert.deepEqual(cellsOf(made, "b.id"), [10, 15, 20]);
});

Deno.test("unique columns of every type have no value twice", async () => {
  const types = [
    "SMALLINT",
    "INT",
    "BIGINT",
    "DECIMAL(9,2)",
    "DECIMAL(18,4)",
    "DECIMAL(38,10)",
    "REAL",
    "FLOAT",
    "VARCHAR(6)",
    "VARCHAR(40)",
    "CHAR(4)",
    "TEXT",
    "DATE",
    "TIME",
    "TIMESTAMP",
    "TIMESTAMPTZ",
    "UUID",
    "BINARY",
    "BINARY(4)",
    "BINARY(3)",
    "JSON",
  ];
  const columns = types.map((data_type, index) => ({
    name: `c${index}`,
    data_type,
    is_unique: true,
  }));
  const made = await plan([{ name: "t", target_rows: 2000, columns }]);
  types.forEach((type, index) => {
    assert.equal(distinct(cellsOf(made, `t.c${index}`)), 2000, type);
  });
});

Deno.test("texts are never longer than their column, unique or not", async () => {
  const lengths = [1, 2, 3, 5, 8, 13, 21, 40];
  const rules = [
    "email",
    "first_name",
    "address",
    "phone_number",
    "company",
    "url",
    "uuid4",
    "sentence",
  ];
  const columns = lengths.flatMap((varchar_length) =>
    rules.map((faker_rule) => ({
      name: `${faker_rule}_${varchar_length}`,
      data_type: "VARCHAR",
      varchar_length,
      faker_rule,
    }))
  );
  const made = await plan([{ name: "t", target_rows: 300, columns }]);
  for (const { name, varchar_length } of columns) {
    for (const cell of cellsOf(made, `t.${name}`)) {
      assert.ok(
        new TextEncoder().encode(String(cell)).length <= varchar_length,
        `${name}: '${cell}'`,
      );
    }
  }
});

Deno.test("what cannot exist is refused before any row, all at once, with the largest possible count", async () => {
  const error = await refusal([
    {
      name: "t",
      target_rows: 1000,
      columns: [{ name: "flag", data_type: "BOOLEAN", is_unique: true }],
    },
    {
      name: "u",
      target_rows: 10_000,
      columns: [{ name: "code", data_type: "VARCHAR", varchar_length: 2, is_unique: true }],
    },
    {
      name: "v",
      target_rows: 50,
      columns: [{ name: "n", data_type: "INT", is_unique: true, min_value: 1, max_value: 10 }],
    },
  ]);
  assert.equal(error.code, "GENERATION_IMPOSSIBLE");
  assert.deepEqual(error.problems.map(({ code, path }) => [code, path]), [
    ["PLAN_TOO_FEW_VALUES", "$.tables[0].columns[0]"],
    ["PLAN_TOO_FEW_VALUES", "$.tables[1].columns[0]"],
    ["PLAN_TOO_FEW_VALUES", "$.tables[2].columns[0]"],
  ]);
  assert.match(error.problems[0]!.message, /1,000 distinct values.*at most 2$/);
  assert.match(error.problems[1]!.message, /at most 1,296$/);
  assert.match(error.problems[2]!.message, /at most 10$/);
});

const PARENT: TableJson = {
  name: "parent",
  target_rows: 50,
  primary_key: ["id"],
  columns: [{ name: "id", data_type: "INT" }, {
    name: "email",
    data_type: "VARCHAR",
    varchar_length: 60,
    is_unique: true,
  }],
};

Deno.test("every foreign key is a key of its parent, whatever kind of column the key is", async () => {
  const made = await plan([PARENT, {
    name: "child",
    target_rows: 2000,
    columns: [
      {
        name: "parent_id",
        data_type: "INT",
        foreign_key: { references_table: "parent", references_column: "id" },
      },
      {
        name: "mail",
        data_type: "VARCHAR",
        varchar_length: 60,
        foreign_key: { references_table: "parent", references_column: "email" },
      },
      {
        name: "maybe",
        data_type: "BIGINT",
        required: false,
        foreign_key: { references_table: "parent", references_column: "id" },
      },
    ],
  }]);
  const ids = new Set(cellsOf(made, "parent.id").map(Number));
  const mails = new Set(cellsOf(made, "parent.email"));
  const children = cellsOf(made, "child.parent_id").map(Number);
  assert.ok(children.every((child) => ids.has(child)));
  assert.equal(distinct(children), 50);
  assert.ok(cellsOf(made, "child.mail").every((mail) => mails.has(mail)));
  const maybe = cellsOf(made, "child.maybe");
  const nulls = maybe.filter((cell) => cell === null).length;
  assert.ok(nulls > 140 && nulls < 260, `${nulls} NULLs of 2000 at 10 %`);
  assert.ok(maybe.every((cell) => cell === null || ids.has(Number(cell))));
});

Deno.test("a composite key is distinct as a tuple, with foreign keys in it and line numbers that stay small", async () => {
  const made = await plan([PARENT, {
    name: "line",
    target_rows: 200,
    primary_key: ["parent_id", "line_number"],
    columns: [
      {
        name: "parent_id",
        data_type: "INT",
        foreign_key: { references_table: "parent", references_column: "id" },
      },
      { name: "line_number", data_type: "INT" },
    ],
  }]);
  assert.equal(distinct(tuplesOf(made, "line", ["parent_id", "line_number"])), 200);
  assert.ok(
    cellsOf(made, "line.line_number").every((line) => Number(line) >= 1 && Number(line) <= 8),
  );
  assert.deepEqual(cellsOf(made, "line._row_id"), Array.from({ length: 200 }, (_, row) => row + 1));
});

Deno.test("a junction table has distinct pairs, even when it needs every pair there is", async () => {
  const reference = (table: string) => ({
    name: `${table}_id`,
    data_type: "INT",
    foreign_key: { references_table: table, references_column: "id" },
  });
  const tables = (rows: number) => [
    { name: "student", target_rows: 20, columns: [id] },
    { name: "course", target_rows: 30, columns: [id] },
    {
      name: "enrolment",
      target_rows: rows,
      primary_key: ["student_id", "course_id"],
      columns: [reference("student"), reference("course")],
    },
  ];
  assert.equal(
    distinct(tuplesOf(await plan(tables(600)), "enrolment", ["student_id", "course_id"])),
    600,
  );
  const error = await refusal(tables(601));
  assert.deepEqual(error.problems.map(({ code }) => code), ["PLAN_TOO_FEW_TUPLES"]);
  assert.match(error.problems[0]!.message, /at most 600 exist/);
});

Deno.test("two keys may share a column: (order, line) and (order, product)", async () => {
  const reference = (table: string) => ({
    name: `${table}_id`,
    data_type: "INT",
    foreign_key: { references_table: table, references_column: "id" },
  });
  const made = await plan([
    { name: "orders", target_rows: 60, columns: [id] },
    { name: "product", target_rows: 25, columns: [id] },
    {
      name: "item",
      target_rows: 300,
      primary_key: ["orders_id", "line_number"],
      unique_keys: [["orders_id", "product_id"]],
      columns: [
        reference("orders"),
        { name: "line_number", data_type: "INT" },
        reference("product"),
      ],
    },
  ]);
  assert.equal(distinct(tuplesOf(made, "item", ["orders_id", "line_number"])), 300);
  assert.equal(distinct(tuplesOf(made, "item", ["orders_id", "product_id"])), 300);
  assert.equal(distinct(cellsOf(made, "item.product_id")), 25);
});

/** Sales, and returns of which each is of another sale; a return's item is the sale's item. */
const SALES: readonly TableJson[] = [
  {
    name: "item",
    target_rows: 40,
    primary_key: ["item_id"],
    columns: [{ name: "item_id", data_type: "INT" }],
  },
  {
    name: "sale",
    target_rows: 500,
    primary_key: ["item_id", "ticket"],
    foreign_keys: [{
      columns: ["item_id"],
      references_table: "item",
      references_columns: ["item_id"],
    }],
    columns: [{ name: "item_id", data_type: "INT" }, { name: "ticket", data_type: "BIGINT" }],
  },
  {
    name: "refund",
    target_rows: 100,
    primary_key: ["item_id", "ticket"],
    foreign_keys: [
      { columns: ["item_id"], references_table: "item", references_columns: ["item_id"] },
      {
        columns: ["item_id", "ticket"],
        references_table: "sale",
        references_columns: ["item_id", "ticket"],
      },
    ],
    columns: [{ name: "item_id", data_type: "INT" }, { name: "ticket", data_type: "BIGINT" }],
  },
];

Deno.test("a tuple that is both primary and foreign key picks each parent at most once", async () => {
  const made = await plan(SALES);
  const sales = new Set(tuplesOf(made, "sale", ["item_id", "ticket"]));
  const refunds = tuplesOf(made, "refund", ["item_id", "ticket"]);
  assert.equal(sales.size, 500);
  assert.equal(distinct(refunds), 100);
  assert.ok(refunds.every((refund) => sales.has(refund)));
});

Deno.test("more children than parents of their own are refused", async () => {
  const tables = SALES.map((table) =>
    table.name === "refund" ? { ...table, target_rows: 501 } : table
  );
  const error = await refusal(tables);
  assert.deepEqual(error.problems.map(({ code }) => code), ["PLAN_PARENT_TOO_SMALL"]);
});

Deno.test("a table that references itself is a forest: roots are NULL, parents come before children", async () => {
  const made = await plan([{
    name: "employee",
    target_rows: 1000,
    primary_key: ["id"],
    columns: [
      { name: "id", data_type: "INT" },
      {
        name: "manager_id",
        data_type: "INT",
        required: false,
        foreign_key: { references_table: "employee", references_column: "id" },
      },
    ],
  }]);
  const managers = cellsOf(made, "employee.manager_id");
  assert.equal(managers[0], null);
  assert.ok(
    managers.every((manager, row) =>
      manager === null || (Number(manager) >= 1 && Number(manager) <= row)
    ),
  );
});

Deno.test("a parent without rows is refused for required references and NULL for others", async () => {
  const tables = (required: boolean) => [{ ...PARENT, target_rows: 0 }, {
    name: "child",
    target_rows: 10,
    columns: [{
      name: "parent_id",
      data_type: "INT",
      required,
      foreign_key: { references_table: "parent", references_column: "id" },
    }],
  }];
  const made = await plan(tables(false));
  assert.ok(cellsOf(made, "child.parent_id").every((cell) => cell === null));
  const error = await refusal(tables(true));
  assert.deepEqual(error.problems.map(({ code }) => code), ["PLAN_PARENT_EMPTY"]);
});

Deno.test("ranges, dates and NULL rates are kept", async () => {
  const made = await plan([{
    name: "t",
    target_rows: 20_000,
    columns: [
      { name: "n", data_type: "INT", min_value: -5, max_value: 5 },
      { name: "amount", data_type: "DECIMAL(10,2)", min_value: 0, max_value: 1 },
      { name: "ratio", data_type: "FLOAT", min_value: 0.5, max_value: 0.75 },
      { name: "day", data_type: "DATE", date_start: "2024-02-28", date_end: "2024-03-01" },
      { name: "moment", data_type: "TIMESTAMP", date_start: "2024-01-01", date_end: "2024-01-01" },
      { name: "gone", data_type: "INT", required: false, null_rate: 0.3 },
      { name: "never", data_type: "VARCHAR", varchar_length: 10, required: false, null_rate: 1 },
    ],
  }]);
  const numbers = (column: string) => cellsOf(made, `t.${column}`).map(Number);
  assert.deepEqual([...new Set(numbers("n"))].sort((a, b) => a - b), [
    -5,
    -4,
    -3,
    -2,
    -1,
    0,
    1,
    2,
    3,
    4,
    5,
  ]);
  assert.equal(distinct(numbers("amount")), 101);
  assert.ok(numbers("ratio").every((ratio) => ratio >= 0.5 && ratio <= 0.75));
  assert.deepEqual([...new Set(numbers("day"))].sort(), [19_781, 19_782, 19_783]);
  const noon = Date.UTC(2024, 0, 1) * 1000;
  assert.ok(numbers("moment").every((moment) => moment >= noon && moment < noon + 86_400_000_000));
  const nulls = cellsOf(made, "t.gone").filter((cell: Cell) => cell === null).length;
  assert.ok(Math.abs(nulls - 6000) < 260, `${nulls} NULLs of 20,000 at 30 %`);
  assert.ok(cellsOf(made, "t.never").every((cell) => cell === null));
});

Deno.test("distributions are truncated, not clamped: the bounds are no likelier than their neighbours", async () => {
  const made = await plan([{
    name: "t",
    target_rows: 100_000,
    columns: [
      {
        name: "normal",
        data_type: "INT",
        min_value: 40,
        max_value: 60,
        distribution: { type: "normal", parameters: { mean: 50, stddev: 20 } },
      },
      {
        name: "wide",
        data_type: "FLOAT",
        distribution: { type: "normal", parameters: { mean: 50, stddev: 20 } },
      },
      {
        name: "exponential",
        data_type: "FLOAT",
        min_value: 0,
        distribution: { type: "exponential", parameters: { lambda: 0.5 } },
      },
      {
        name: "beta",
        data_type: "FLOAT",
        min_value: 0,
        max_value: 10,
        distribution: { type: "beta", parameters: { alpha: 2, beta: 2 } },
      },
    ],
  }]);
  const numbers = (column: string) => cellsOf(made, `t.${column}`).map(Number);
  const counts = new Map<number, number>();
  for (const value of numbers("normal")) counts.set(value, (counts.get(value) ?? 0) + 1);
  assert.equal(counts.size, 21);
  assert.ok(counts.get(40)! < counts.get(42)! * 1.2 && counts.get(60)! < counts.get(58)! * 1.2);
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  assert.ok(Math.abs(mean(numbers("wide")) - 50) < 0.4);
  assert.ok(Math.abs(mean(numbers("exponential")) - 2) < 0.04);
  assert.ok(Math.abs(mean(numbers("beta")) - 5) < 0.05);
});

Deno.test("a column's values depend on nothing but seed, table, column and row", async () => {
  const columns = [id, { name: "city", data_type: "VARCHAR", varchar_length: 40 }, {
    name: "amount",
    data_type: "DECIMAL(10,2)",
  }];
  const alone = await plan([{ name: "t", target_rows: 500, columns }]);
  const among = await plan([PARENT, {
    name: "t",
    target_rows: 500,
    columns: [{ name: "extra", data_type: "TEXT" }, ...columns.toReversed()],
  }]);
  for (const column of ["id", "city", "amount"] as const) {
    assert.deepEqual(cellsOf(among, `t.${column}`, 77), cellsOf(alone, `t.${column}`));
  }
  const other = await plan([{ name: "t", target_rows: 500, columns }], 43);
  assert.notDeepEqual(cellsOf(other, "t.city"), cellsOf(alone, "t.city"));
});
