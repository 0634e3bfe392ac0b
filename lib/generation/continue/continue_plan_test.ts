import assert from "node:assert/strict";
import fc from "fast-check";
import { type ExperimentSchema, keysOf, parseSchemaValue } from "../../schema/mod.ts";
import { type Cell, cellsOf } from "../_testing.ts";
import { planGeneration } from "../plan/plan_generation.ts";
import type { GenerationPlan } from "../plan/plan_types.ts";
import { continuePlan } from "./continue_plan.ts";

const reference = (table: string, name = `${table}_id`, columns = ["id"]) => ({
  columns: columns.length === 1 ? [name] : columns,
  references_table: table,
  references_columns: columns,
});

const integers = (...names: readonly string[]) =>
  names.map((name) => ({ name, data_type: "INT", required: true }));

/** Tuples of two and three, of parents and of numbers; second keys that share columns; children. */
const SCHEMA: ExperimentSchema = parseSchemaValue({
  name: "growth",
  tables: [
    { name: "shop", primary_key: ["id"], columns: integers("id") },
    { name: "product", primary_key: ["id"], columns: integers("id") },
    { name: "person", primary_key: ["id"], columns: integers("id") },
    {
      name: "visit",
      primary_key: ["shop_id", "person_id"],
      columns: integers("shop_id", "person_id"),
      foreign_keys: [reference("shop"), reference("person")],
    },
    {
      name: "shelf",
      primary_key: ["shop_id", "person_id", "product_id"],
      columns: integers("shop_id", "person_id", "product_id"),
      foreign_keys: [reference("shop"), reference("person"), reference("product")],
    },
    {
      name: "item",
      primary_key: ["shop_id", "line_number"],
      unique_keys: [["shop_id", "product_id"]],
      columns: integers("shop_id", "line_number", "product_id"),
      foreign_keys: [reference("shop"), reference("product")],
    },
    {
      name: "entry",
      primary_key: ["shop_id", "person_id", "line_number"],
      unique_keys: [["shop_id", "code", "mark"]],
      columns: integers("shop_id", "person_id", "line_number", "code", "mark"),
      foreign_keys: [reference("shop"), reference("person")],
    },
    {
      name: "part",
      primary_key: ["shop_id", "line_number", "step"],
      columns: integers("shop_id", "line_number", "step"),
      foreign_keys: [reference("item", "", ["shop_id", "line_number"])],
    },
  ].map((table) => ({ target_rows: 0, ...table })),
}, { source: "the test's schema" });

type Rows = Readonly<Record<string, number>>;

const BASE: Rows = {
  ...{ shop: 6, product: 20, person: 9, visit: 30, shelf: 200, item: 25, entry: 60, part: 50 },
};

const step: fc.Arbitrary<Rows> = fc.record({
  shop: fc.oneof(fc.constant(0), fc.nat(5)),
  product: fc.oneof(fc.constant(0), fc.nat(8)),
  person: fc.oneof(fc.constant(0), fc.nat(4)),
  visit: fc.nat(30),
  shelf: fc.nat(400),
  item: fc.nat(60),
  entry: fc.nat(500),
  part: fc.nat(80),
});

/** Rows after each step, no more of any table than there can be. */
function historyOf(steps: readonly Rows[]): readonly Rows[] {
  const history = [BASE];
  for (const added of steps) {
    const last = history.at(-1)!;
    const sum = (table: string) => last[table]! + added[table]!;
    const [shop, person, product] = [sum("shop"), sum("person"), sum("product")];
    history.push({
      ...{ shop, person, product, entry: sum("entry"), part: sum("part") },
      visit: Math.min(sum("visit"), shop * person),
      shelf: Math.min(sum("shelf"), shop * person * product),
      // Lines are planned with twice the room they need, and a shop has a product once.
      item: Math.min(sum("item"), shop * Math.floor(product / 2)),
    });
  }
  return history;
}

async function planOf(schema: ExperimentSchema, history: readonly Rows[], seed: number) {
  const plans: GenerationPlan[] = [];
  for (const rows of history) {
    plans.push((await planGeneration(schema, { seed, rows: new Map(Object.entries(rows)) })).plan);
  }
  return continuePlan(plans);
}

type Made = ReadonlyMap<string, ReadonlyMap<string, readonly Cell[]>>;

/** Everything a plan makes, column by column. */
function make(plan: GenerationPlan): Made {
  return new Map(plan.tables.map(({ name, columns }) => [
    name,
    new Map(columns.map((column) => [column.name, cellsOf(plan, `${name}.${column.name}`)])),
  ]));
}

function rowsOf(made: Made, table: string, columns: readonly string[]): readonly string[] {
  const cells = columns.map((column) => made.get(table)!.get(column)!);
  return cells[0]!.map((_, row) => cells.map((column) => String(column[row])).join("|"));
}

function assertKeysHold(schema: ExperimentSchema, made: Made): void {
  for (const table of schema.tables) {
    for (const key of keysOf(table)) {
      const rows = rowsOf(made, table.name, key);
      assert.equal(new Set(rows).size, rows.length, `${table.name} (${key})`);
    }
    for (const { columns, referencesTable, referencesColumns } of table.foreignKeys) {
      const parents = new Set(rowsOf(made, referencesTable, referencesColumns));
      const orphans = rowsOf(made, table.name, columns).filter((row) => !parents.has(row));
      assert.deepEqual(orphans, [], `${table.name} (${columns})`);
    }
  }
}

function assertContinues(before: Made, after: Made): void {
  for (const [table, columns] of before) {
    for (const [column, cells] of columns) {
      const now = after.get(table)!.get(column)!.slice(0, cells.length);
      assert.deepEqual(now, cells, `${table}.${column}`);
    }
  }
}

Deno.test("continuePlan keeps every key and every earlier row, up to the last tuple there is", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 5 }),
      fc.nat(),
      async (steps, seed) => {
        const history = historyOf(steps);
        let before: Made | null = null;
        for (let length = 1; length <= history.length; length++) {
          const made = make(await planOf(SCHEMA, history.slice(0, length), seed));
          assertKeysHold(SCHEMA, made);
          if (before !== null) assertContinues(before, made);
          before = made;
        }
      },
    ),
    { numRuns: Number(Deno.env.get("DW_SIM_PROPERTY_RUNS") ?? 15) },
  ));
