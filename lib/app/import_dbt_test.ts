import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { findTable } from "../schema/mod.ts";
import { SHOP_DDL, withContext } from "./_testing.ts";
import { generate } from "./generate.ts";
import { importDbt } from "./import_dbt.ts";
import { importDdl } from "./import_ddl.ts";
import { listExperiments, showExperiment } from "./list_experiments.ts";
import { runQuery } from "./run_query.ts";
import { verifyRun } from "./verify_run.ts";

const FILES = [{
  name: "schema.yml",
  text: `
models:
  - name: stores
    columns:
      - { name: name, tests: [unique, { accepted_values: { values: [North, East, South, West] } }] }
      - { name: open, tests: [not_null] }
`,
}];

const importShop = (context: Parameters<typeof importDdl>[0]) =>
  importDdl(context, SHOP_DDL, { source: "shop.sql", name: "shop", dialect: "redshift", rows: 4 });

Deno.test("importDbt changes the experiment, and its data keeps what dbt tests", () =>
  withContext(async (context) => {
    importShop(context);
    const { schema } = await importDbt(context, FILES, { name: "SHOP" });
    assert.deepEqual(showExperiment(context, "shop").schema, schema);
    await generate(context, "shop", { workerCount: 1 });
    assert.deepEqual((await verifyRun(context, "shop")).broken, []);
    const sql = "SELECT count(DISTINCT name), count(open), bool_and(name IN ('North', 'East', " +
      "'South', 'West')) FROM stores";
    await using answer = await runQuery(context, { sql, experiment: "shop" });
    for await (const batch of answer.result.batches()) {
      assert.deepEqual(batch.json(), [[4, 4, true]]);
    }
  }));

Deno.test("importDbt leaves an experiment that has runs, and makes another beside it", () =>
  withContext(async (context) => {
    const { schema: former } = importShop(context);
    await generate(context, "shop", { workerCount: 1 });
    const refused = (code: string) => (error: unknown) =>
      error instanceof DwSimError && error.code === code;
    await assert.rejects(
      importDbt(context, FILES, { name: "shop" }),
      refused("EXPERIMENT_HAS_RUNS"),
    );
    await assert.rejects(
      importDbt(context, FILES, { name: "shop", as: "SHOP" }),
      refused("EXPERIMENT_NAME_TAKEN"),
    );
    await importDbt(context, FILES, { name: "shop", as: "tested", dryRun: true });
    assert.equal(listExperiments(context).length, 1);
    await importDbt(context, FILES, { name: "shop", as: "tested" });
    assert.deepEqual(showExperiment(context, "shop").schema, former);
    const tested = findTable(showExperiment(context, "tested").schema, "stores");
    assert.equal(tested.columns[1]!.unique, true);
  }));

Deno.test("importDbt changes nothing when the result makes no sense", () =>
  withContext(async (context) => {
    const { schema: former } = importShop(context);
    // Stores need receipts, which need stores: neither can be the first.
    const text = `
models:
  - name: stores
    columns:
      - { name: id, tests: [{ relationships: { to: ref('receipts'), field: number } }] }
`;
    await assert.rejects(
      importDbt(context, [{ name: "schema.yml", text }], { name: "shop" }),
      (error) => error instanceof DwSimError && error.code === "SCHEMA_INVALID",
    );
    assert.deepEqual(showExperiment(context, "shop").schema, former);
  }));
