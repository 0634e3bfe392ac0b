import assert from "node:assert/strict";
import { parseSchemaValue } from "../../schema/mod.ts";
import { type Cell, cellsOf } from "../_testing.ts";
import { planGeneration } from "../plan/plan_generation.ts";
import type { GenerationPlan } from "../plan/plan_types.ts";

type Json = Readonly<Record<string, unknown>>;

const CUSTOMERS: Json = {
  name: "customers",
  target_rows: 120,
  primary_key: ["id"],
  columns: [
    { name: "id", data_type: "INT" },
    { name: "first_name", data_type: "VARCHAR(40)" },
    { name: "last_name", data_type: "VARCHAR(40)" },
    { name: "since", data_type: "DATE", required: false, null_rate: 0.2 },
    { name: "since_copy", data_type: "DATE", required: false, null_rate: 0, rule: "since" },
  ],
};

const BASE: readonly Json[] = [
  { name: "id", data_type: "INT" },
  {
    name: "customer_id",
    data_type: "INT",
    required: false,
    null_rate: 0.1,
    foreign_key: { references_table: "customers", references_column: "id" },
  },
  { name: "q", data_type: "INT", min_value: 1, max_value: 9 },
  { name: "price", data_type: "DECIMAL(10,2)", min_value: 1, max_value: 99 },
  { name: "at", data_type: "TIMESTAMP" },
  { name: "day", data_type: "DATE" },
  { name: "word", data_type: "VARCHAR(20)", faker_rule: "color" },
  { name: "free", data_type: "VARCHAR(60)", faker_rule: "sentence" },
  { name: "maybe", data_type: "INT", required: false, null_rate: 0.3, min_value: 0, max_value: 5 },
];

async function planOf(rules: readonly Json[], seed = 11): Promise<GenerationPlan> {
  const orders = {
    name: "orders",
    target_rows: 1000,
    primary_key: ["id"],
    columns: [...BASE, ...rules],
  };
  const schema = parseSchemaValue({ name: "shop", tables: [orders, CUSTOMERS] }, {
    source: "test",
  });
  const { plan, diagnostics } = await planGeneration(schema, { seed });
  assert.deepEqual(diagnostics, []);
  return plan;
}

/** What a rule makes beside what a function of the row makes; NULL wherever an operand is. */
async function expectRule(
  column: Json,
  sources: readonly string[],
  expected: (...cells: never[]) => Cell,
): Promise<void> {
  const plan = await planOf([{ name: "x", ...column }]);
  const columns = sources.map((name) => cellsOf(plan, `orders.${name}`));
  const cells = cellsOf(plan, "orders.x", 333);
  cells.forEach((cell, row) => {
    const operands = columns.map((each) => each[row]!);
    assert.deepEqual(
      cell,
      expected(...operands as never[]),
      `row ${row} of ${String(column.rule)}`,
    );
  });
}

const DECIMAL = { data_type: "DECIMAL(12,2)" };
const MAYBE = { required: false, null_rate: 0 };

Deno.test("arithmetic of a rule is that of decimals, half rounded away from zero", async () => {
  await expectRule(
    { ...DECIMAL, rule: "q * price" },
    ["q", "price"],
    (q: number, price: bigint) => BigInt(q) * price,
  );
  await expectRule(
    { ...DECIMAL, rule: "round(price * 0.075, 2) - -1" },
    ["price"],
    (price: bigint) => (price * 75n + 500n) / 1000n + 100n,
  );
  await expectRule(
    { data_type: "INT", rule: "(q - 5) / 2" },
    ["q"],
    (q: number) => Math.sign(q - 5) * Math.floor(Math.abs((q - 5) / 2) + 0.5) + 0,
  );
  await expectRule(
    { data_type: "INT", ...MAYBE, rule: "greatest(maybe, 2) * 10 + least(q, 3) + abs(1 - q)" },
    ["maybe", "q"],
    (maybe: number | null, q: number) => Math.max(maybe ?? 2, 2) * 10 + Math.min(q, 3) + q - 1,
  );
});

Deno.test("NULL goes through arithmetic, AND, OR and CASE as SQL has it", async () => {
  await expectRule(
    { data_type: "INT", ...MAYBE, rule: "maybe + q" },
    ["maybe", "q"],
    (maybe: number | null, q: number) => maybe === null ? null : maybe + q,
  );
  await expectRule(
    { data_type: "BOOLEAN", ...MAYBE, rule: "maybe > 2 AND q > 4" },
    ["maybe", "q"],
    (maybe: number | null, q: number) => q <= 4 ? false : maybe === null ? null : maybe > 2,
  );
  await expectRule(
    { data_type: "INT", ...MAYBE, rule: "when maybe is null then 7 when maybe in (1, 2) then q" },
    ["maybe", "q"],
    (maybe: number | null, q: number) => maybe === null ? 7 : maybe === 1 || maybe === 2 ? q : null,
  );
  await expectRule(
    { data_type: "INT", rule: "coalesce(maybe, q, 3)" },
    ["maybe", "q"],
    (maybe: number | null, q: number) => maybe ?? q,
  );
});

const DAY = 86_400_000;

Deno.test("a written date moves by the number of the row, with its unit or without", async () => {
  for (const rule of ["DATE '2020-01-01' + row_number()", "'2020-01-01' + row_number() days"]) {
    const plan = await planOf([{ name: "x", data_type: "DATE", rule }]);
    const first = Date.UTC(2020, 0, 1) / DAY;
    assert.deepEqual(cellsOf(plan, "orders.x").slice(0, 3), [first + 1, first + 2, first + 3]);
  }
});

Deno.test("dates and instants tell their parts, before 1970 as after", async () => {
  const parts = "year(at) * 10000 + month(at) * 100 + day(at)";
  await expectRule({ data_type: "INT", rule: parts }, ["at"], (at: bigint) => {
    const iso = new Date(Number(at / 1000n)).toISOString();
    return Number(iso.slice(0, 10).replaceAll("-", ""));
  });
  const long = { data_type: "INT", rule: "day_of_week(day - 50000) + year(day - 50000) * 10" };
  await expectRule(long, ["day"], (day: number) => {
    const date = new Date((day - 50_000) * DAY);
    return (date.getUTCDay() + 6) % 7 + 1 + date.getUTCFullYear() * 10;
  });
  await expectRule(
    { data_type: "CHAR(3)", rule: "left(upper(month_name(day)), 3)" },
    ["day"],
    (day: number) =>
      new Date(day * DAY).toLocaleDateString("en-US", { timeZone: "UTC", month: "short" })
        .toUpperCase(),
  );
});

Deno.test("dates move by days, instants by spans, and differ by days", async () => {
  await expectRule({ data_type: "DATE", rule: "day + 3" }, ["day"], (day: number) => day + 3);
  await expectRule(
    { data_type: "TIMESTAMP", rule: "at - 90 minutes" },
    ["at"],
    (at: bigint) => at - 5_400_000_000n,
  );
  await expectRule(
    { data_type: "DATE", rule: "at + 1 days" },
    ["at"],
    (at: bigint) => Math.floor(Number(at / 1000n) / DAY) + 1,
  );
  await expectRule(
    { data_type: "INT", rule: "day - DATE '2000-01-01'" },
    ["day"],
    (day: number) => day - Date.UTC(2000, 0, 1) / DAY,
  );
  await expectRule(
    { data_type: "BOOLEAN", rule: "day < '2022-06-01' or at >= '2024-01-01 12:00'" },
    ["day", "at"],
    (day: number, at: bigint) =>
      day < Date.UTC(2022, 5, 1) / DAY || at >= BigInt(Date.UTC(2024, 0, 1, 12)) * 1000n,
  );
});

Deno.test("texts are put together, changed and asked", async () => {
  await expectRule(
    { data_type: "TEXT", rule: "upper(word) || '-' || q || '/' || price || ' ' || left(free, 5)" },
    ["word", "q", "price", "free"],
    (word: string, q: number, price: bigint, free: string) =>
      `${word.toUpperCase()}-${q}/${(Number(price) / 100).toFixed(2)} ${free.slice(0, 5)}`,
  );
  await expectRule(
    {
      data_type: "VARCHAR(20)",
      rule: "when q > 4 then word when word like 'b%' then 'B' else slug(word)",
    },
    ["q", "word"],
    (q: number, word: string) =>
      q > 4 ? word : word.startsWith("b") ? "B" : word.toLowerCase().replace(/[^a-z0-9]/g, ""),
  );
  await expectRule(
    { data_type: "INT", rule: "length(free) + length(word)" },
    ["free", "word"],
    (free: string, word: string) => free.length + word.length,
  );
  await expectRule(
    {
      data_type: "BOOLEAN",
      rule: "word ~ '^[a-m]' and free <> word and not word in ('blue', 'red')",
    },
    ["word"],
    (word: string) => /^[a-m]/.test(word) && !["blue", "red"].includes(word),
  );
});

Deno.test("a rule reaches the row that a foreign key leads to, and is NULL where it leads nowhere", async () => {
  const plan = await planOf([
    { name: "since", data_type: "DATE", ...MAYBE, rule: "customers.since_copy" },
    { name: "name", data_type: "TEXT", ...MAYBE, rule: "customer_id.first_name || ' ' || q" },
  ]);
  const parent = cellsOf(plan, "customers.since");
  const names = cellsOf(plan, "customers.first_name");
  const keys = cellsOf(plan, "orders.customer_id");
  const quantities = cellsOf(plan, "orders.q");
  const expected = keys.map((key) => key === null ? null : parent[Number(key) - 1]!);
  assert.deepEqual(cellsOf(plan, "orders.since", 77), expected);
  assert.ok(expected.filter((cell) => cell === null).length > 200);
  assert.deepEqual(
    cellsOf(plan, "orders.name", 500),
    keys.map((key, row) =>
      key === null ? null : `${String(names[Number(key) - 1])} ${quantities[row]}`
    ),
  );
});

Deno.test("what is drawn lies between its bounds, evenly, and another one in every row", async () => {
  const plan = await planOf([
    { name: "a", data_type: "INT", rule: "q..20" },
    { name: "b", data_type: "DATE", rule: "day + 1..7 days" },
    { name: "c", data_type: "TIMESTAMP", rule: "at + 1..2 hours" },
    { name: "d", data_type: "FLOAT", rule: "0.5..1.5" },
    { name: "e", data_type: "INT", rule: "1..4" },
    { name: "f", data_type: "INT", rule: "1..4" },
  ]);
  const numbers = (name: string) => cellsOf(plan, `orders.${name}`).map(Number);
  const [q, a, day, b, at, c] = ["q", "a", "day", "b", "at", "c"].map(numbers);
  for (let row = 0; row < 1000; row++) {
    assert.ok(a![row]! >= q![row]! && a![row]! <= 20);
    const gap = (c![row]! - at![row]!) / 3_600_000_000;
    assert.ok(gap >= 1 && gap <= 2, `${gap} hours`);
  }
  assert.deepEqual(
    [...new Set(b!.map((each, row) => each - day![row]!))].sort(),
    [1, 2, 3, 4, 5, 6, 7],
  );
  const d = numbers("d");
  assert.ok(Math.min(...d) < 0.51 && Math.max(...d) > 1.49 && new Set(d).size > 990);
  const [e, f] = [numbers("e"), numbers("f")];
  for (const value of [1, 2, 3, 4]) {
    const share = e.filter((each) => each === value).length / 1000;
    assert.ok(Math.abs(share - 0.25) < 0.06, `${value}: ${share}`);
  }
  const same = e.filter((each, row) => each === f[row]).length;
  assert.ok(same > 180 && same < 320, `${same} of 1,000 alike in two columns`);
});

Deno.test("a rule's values do not depend on pages, other columns or other tables", async () => {
  const rules = [
    { name: "total", ...DECIMAL, rule: "q * price * 0.8..1.2" },
    { name: "sent", data_type: "TIMESTAMP", ...MAYBE, rule: "when q > 3 then at + 1..5 days" },
    {
      name: "tag",
      data_type: "TEXT",
      ...MAYBE,
      rule: "word || '-' || customers.last_name || maybe",
    },
  ];
  const alone = await planOf(rules);
  const among = await planOf([
    { name: "other", data_type: "INT", rule: "q + 1" },
    ...rules.toReversed(),
  ]);
  const reseeded = await planOf(rules, 12);
  for (const { name } of rules) {
    const cells = cellsOf(alone, `orders.${name}`);
    for (const pageRows of [1, 7, 640]) {
      assert.deepEqual(cellsOf(alone, `orders.${name}`, pageRows), cells);
    }
    assert.deepEqual(cellsOf(among, `orders.${name}`), cells);
    assert.notDeepEqual(cellsOf(reseeded, `orders.${name}`), cells);
  }
});

Deno.test("what the column cannot hold is refused before any row, with the reason", async () => {
  const cases: readonly (readonly [Json, RegExp])[] = [
    [
      { data_type: "DECIMAL(4,2)", rule: "q * price" },
      /makes values from 1 to 891.*holds -99\.99 to 99\.99/,
    ],
    [{ data_type: "INT", rule: "maybe" }, /may be NULL, and the column may not/],
    [{ data_type: "INT", rule: "q + word" }, /'\+' has no meaning between a number and text/],
    [{ data_type: "INT", rule: "when q then 1" }, /a number stands where a condition is expected/],
    [
      { data_type: "VARCHAR(5)", rule: "word || free" },
      /texts of up to \d+ bytes, and the column holds 5/,
    ],
    [{ data_type: "INT", rule: "9..1" }, /runs backwards/],
    [{ data_type: "UUID", rule: "'x'" }, /rules make no values of type UUID/],
    [
      { data_type: "INT", is_unique: true, rule: "q" },
      /nothing makes sure that no two rows are alike/,
    ],
    [{ data_type: "DATE", date_end: "2020-01-01", rule: "day + 1" }, /holds .* to 2020-01-01/],
    [{ data_type: "BOOLEAN", rule: "word ~ '('" }, /'\(' is no regular expression/],
    [{ data_type: "BOOLEAN", rule: "day = 'soon'" }, /text stands where a date is expected/],
  ];
  for (const [column, reason] of cases) {
    const error = await planOf([{ name: "x", ...column }]).then(
      () => assert.fail(`${String(column.rule)} must be refused`),
      (thrown: unknown) => thrown,
    );
    const problems =
      (error as { problems?: readonly { code: string; message: string }[] }).problems;
    assert.deepEqual(
      problems?.map(({ code }) => code),
      ["PLAN_RULE_IMPOSSIBLE"],
      String(column.rule),
    );
    assert.match(problems![0]!.message, reason);
  }
});

Deno.test("texts are unique where the row's number can be told from them", async () => {
  const plan = await planOf([{
    ...{ name: "mail", data_type: "VARCHAR(80)", is_unique: true },
    rule: "slug(word) || '.' || row_number() || '@example.com'",
  }]);
  const mails = cellsOf(plan, "orders.mail");
  assert.equal(new Set(mails).size, 1000);
  assert.ok(mails.every((mail) => /^[a-z]+\.\d+@example\.com$/.test(String(mail))));
});
