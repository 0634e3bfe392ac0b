import assert from "node:assert/strict";
import fc from "fast-check";
import type { DwSimError } from "../errors/mod.ts";
import { withContext } from "./_testing.ts";
import { planRun } from "./_plan_run.ts";
import { readExperiment } from "./_read_experiment.ts";
import { advanceExperiment } from "./advance_experiment.ts";
import type { AppContext } from "./app_context.ts";
import { generate } from "./generate.ts";
import { importDdl } from "./import_ddl.ts";
import { resetExperiment } from "./reset_experiment.ts";
import { runQuery } from "./run_query.ts";
import { verifyRun } from "./verify_run.ts";
import { writeRun } from "../storage/mod.ts";

/**
 * Every kind of key there is: counted, mixed, texts, one to one, tuples, tuples of tuples, second
 * keys that share columns, trees.
 */
const DDL = `
CREATE TABLE stores (id INTEGER PRIMARY KEY, code VARCHAR(20) UNIQUE, email VARCHAR(80) UNIQUE);
CREATE TABLE people (
  id VARCHAR(36) PRIMARY KEY, number NUMERIC(12, 2) UNIQUE, boss VARCHAR(36) REFERENCES people (id));
CREATE TABLE badges (person VARCHAR(36) PRIMARY KEY REFERENCES people (id), color VARCHAR(20));
CREATE TABLE orders (
  store_id INTEGER NOT NULL REFERENCES stores (id), number INTEGER NOT NULL,
  person VARCHAR(36) REFERENCES people (id), total DECIMAL(12, 2), PRIMARY KEY (store_id, number));
CREATE TABLE lines (
  store_id INTEGER NOT NULL, number INTEGER NOT NULL, line_number INTEGER NOT NULL,
  sku VARCHAR(20) NOT NULL, person VARCHAR(36) NOT NULL REFERENCES people (id),
  PRIMARY KEY (store_id, number, line_number), UNIQUE (store_id, number, sku),
  FOREIGN KEY (store_id, number) REFERENCES orders (store_id, number));
CREATE TABLE visits (
  store_id INTEGER NOT NULL REFERENCES stores (id), person VARCHAR(36) NOT NULL REFERENCES people (id),
  PRIMARY KEY (store_id, person));`;

const TABLES = ["stores", "people", "badges", "orders", "lines", "visits"] as const;
type Rows = Record<(typeof TABLES)[number], number>;

const BASE: Rows = { stores: 30, people: 60, badges: 40, orders: 200, lines: 500, visits: 100 };

/** One to one stays so when there are at least as many people as badges. */
const step: fc.Arbitrary<Rows> = fc.record({
  stores: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20 })),
  people: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 })),
  badges: fc.integer({ min: 0, max: 5 }),
  orders: fc.integer({ min: 0, max: 300 }),
  lines: fc.integer({ min: 0, max: 700 }),
  visits: fc.integer({ min: 0, max: 550 }),
});

async function makeBase(context: AppContext, rows: Rows = BASE): Promise<void> {
  importDdl(context, DDL, { source: "shop.sql", name: "shop", dialect: "postgres" });
  await generate(context, "shop", { rows: { byTable: new Map(Object.entries(rows)) }, seed: 11 });
}

async function ask(context: AppContext, sql: string): Promise<readonly (string | null)[]> {
  await using answer = await runQuery(context, { experiment: "shop", sql });
  for await (const batch of answer.result.batches()) return batch.text()[0]!;
  return [];
}

Deno.test("advance adds rows whose keys are new, whatever is added and how often", () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), (steps) =>
      withContext(async (context, folder) => {
        await makeBase(context);
        const wanted = { ...BASE };
        for (const added of steps) {
          const addedRows = new Map(Object.entries(added));
          const { run, plan, manifest } = await advanceExperiment(context, "shop", { addedRows });
          for (const table of TABLES) {
            wanted[table] += added[table];
          }
          assert.deepEqual(run.rowCounts, wanted);
          const { broken } = await verifyRun(context, "shop");
          assert.deepEqual(broken.map(({ kind, table, columns }) => [kind, table, columns]), []);
          // The plan of the whole makes, from nothing, the very files that were added up.
          const identity = {
            ...{ experiment: "shop", runId: run.id, schemaHash: run.schemaHash },
          };
          const runPath = `${folder}/whole_${run.id}`;
          const whole = await writeRun(plan, { identity, runPath });
          assert.deepEqual(whole.tables, manifest.tables);
        }
      })),
    { numRuns: 4, endOnFailure: true },
  ));

Deno.test("advance shares the files of the earlier run, and lets new rows refer to new parents", () =>
  withContext(async (context) => {
    await makeBase(context);
    const [earlier] = context.catalog.runs.list("shop");
    const addedRows = new Map([["Stores", 30], ["orders", 200], ["lines", 600]]);
    const { run } = await advanceExperiment(context, "shop", { addedRows });
    assert.deepEqual([run.kind, run.baseRunId, run.seed], ["advance", earlier!.id, 11]);
    const [first, second] = [earlier!, run].map(({ outputPath }) =>
      Deno.statSync(`${outputPath}/orders/part-00000.parquet`).ino
    );
    assert.equal(first, second);
    const [orders, lines] = await ask(
      context,
      `SELECT (SELECT count(*) FROM orders WHERE store_id > 30),
         (SELECT count(*) FROM lines WHERE store_id > 30)`,
    );
    assert.equal(Number(orders) > 0 && Number(lines) > 0, true, `${orders} ${lines}`);
    assert.deepEqual((await verifyRun(context, "shop", { runId: earlier!.id })).broken, []);
  }));

Deno.test("advance refuses what cannot go on, and leaves everything as it is", () =>
  withContext(async (context) => {
    const ddl = "CREATE TABLE flags (id SMALLINT PRIMARY KEY, flag BOOLEAN UNIQUE);";
    importDdl(context, ddl, { source: "x.sql", name: "shop", dialect: "postgres" });
    const { run } = await generate(context, "shop", { rows: { everyTable: 2 } });
    for (const [table, code] of [["flags", "GENERATION_IMPOSSIBLE"], ["flag", "TABLE_NOT_FOUND"]]) {
      const addedRows = new Map([[table!, 1]]);
      await assert.rejects(advanceExperiment(context, "shop", { addedRows }), { code });
    }
    await resetExperiment(context, "shop");
    await assert.rejects(
      advanceExperiment(context, "shop", { addedRows: new Map([["flags", 1]]) }),
      { code: "RUN_NOT_CONTINUABLE" },
    );
    assert.equal(context.catalog.runs.list("shop").length, 2);
    assert.notEqual(context.catalog.runs.get(run.id).filesRemovedAt, null);
  }));

Deno.test("advance gives out every tuple there is, and says of one more how many there are", () =>
  withContext(async (context) => {
    await makeBase(context);
    const { stores, people, visits } = BASE;
    const left = stores * people - visits;
    const add = (count: number) =>
      advanceExperiment(context, "shop", { addedRows: new Map([["visits", count]]) });
    await add(left - 1);
    await add(1);
    await assert.rejects(add(1), (error: DwSimError) => {
      assert.match(error.problems[0]!.message, /at most 1,800 exist/);
      return error.code === "GENERATION_IMPOSSIBLE";
    });
    assert.deepEqual((await verifyRun(context, "shop")).broken, []);
  }));

Deno.test("planRun makes the same plan of the same record", () =>
  withContext(async (context) => {
    await makeBase(context);
    const addedRows = new Map([["stores", 5]]);
    const { run, plan } = await advanceExperiment(context, "shop", { addedRows });
    const { schema } = readExperiment(context, "shop");
    assert.deepEqual((await planRun(schema, context.catalog.runs.get(run.id))).plan, plan);
  }));
