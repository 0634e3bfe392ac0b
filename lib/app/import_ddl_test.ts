import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { SHOP_DDL, withContext } from "./_testing.ts";
import { importDdl } from "./import_ddl.ts";
import { listExperiments } from "./list_experiments.ts";

const OPTIONS = { source: "shop.sql", name: "shop", dialect: "redshift" } as const;

Deno.test("importDdl keeps the experiment, and what it read is what is shown", () =>
  withContext((context) => {
    const { schema, diagnostics } = importDdl(context, SHOP_DDL, { ...OPTIONS, rows: 5 });
    assert.equal(diagnostics.length, 1);
    const [summary] = listExperiments(context);
    assert.deepEqual(summary!.schema, schema);
    assert.deepEqual(schema.tables.map((table) => table.targetRows), [5, 5]);
  }));

Deno.test("importDdl gives tables of codes as many rows as there are codes, unless rows are asked for", () =>
  withContext((context) => {
    const ddl =
      "CREATE TABLE dim_country (country_code VARCHAR(2) PRIMARY KEY, name VARCHAR(50));" +
      "CREATE TABLE dim_store (id INT PRIMARY KEY, country_code VARCHAR(2));";
    const { schema, diagnostics } = importDdl(context, ddl, { ...OPTIONS, dryRun: true });
    assert.deepEqual(schema.tables.map(({ targetRows }) => targetRows), [249, 1000]);
    assert.deepEqual(diagnostics.map(({ message }) => message), [
      "Table 'dim_country' gets 249 rows, since its key 'country_code' has country codes and " +
      "there are no more",
    ]);
    const asked = importDdl(context, ddl, { ...OPTIONS, dryRun: true, rows: 1000 });
    assert.deepEqual(asked.schema.tables.map(({ targetRows }) => targetRows), [1000, 1000]);
    assert.deepEqual(asked.diagnostics, []);
  }));

Deno.test("importDdl keeps the locale that is asked for, and none where none is", () =>
  withContext((context) => {
    const { schema } = importDdl(context, SHOP_DDL, { ...OPTIONS, locale: "de" });
    assert.equal(schema.locale, "de");
    assert.equal(listExperiments(context)[0]!.schema.locale, "de");
    const { schema: other } = importDdl(context, SHOP_DDL, { ...OPTIONS, name: "other" });
    assert.equal("locale" in other, false);
  }));

Deno.test("importDdl keeps nothing on a dry run", () =>
  withContext((context) => {
    importDdl(context, SHOP_DDL, { ...OPTIONS, dryRun: true });
    assert.deepEqual(listExperiments(context), []);
  }));

Deno.test("importDdl refuses DDL with every problem in it, and keeps nothing", () =>
  withContext((context) => {
    const ddl = "CREATE TABLE a (id, note VARCHAR(3));\nCREATE TABLE b (x, y INTEGER);";
    assert.throws(() => importDdl(context, ddl, OPTIONS), (error) => {
      assert.ok(error instanceof DwSimError);
      assert.equal(error.code, "SCHEMA_INVALID");
      assert.deepEqual(error.problems.map(({ span }) => span!.line), [1, 2]);
      return true;
    });
    assert.deepEqual(listExperiments(context), []);
  }));

Deno.test("importDdl leaves a bad table out unless it is strict, and tells of it", () =>
  withContext((context) => {
    const ddl = "CREATE TABLE a (id INT);\nCREATE TABLE b (x DECIMAL(99,200));";
    assert.throws(() => importDdl(context, ddl, { ...OPTIONS, strict: true }), /has 1 problem/);
    assert.deepEqual(listExperiments(context), []);
    const { schema, leftOut, diagnostics } = importDdl(context, ddl, OPTIONS);
    assert.deepEqual(schema.tables.map(({ name }) => name), ["a"]);
    assert.deepEqual(leftOut, ["b"]);
    const codes = diagnostics.map(({ code }) => code).toSorted();
    assert.deepEqual(codes, ["DDL_TABLE_LEFT_OUT", "DDL_TYPE_ARGUMENT"]);
    assert.deepEqual(listExperiments(context)[0]!.schema, schema);
  }));

Deno.test("importDdl says that a limit is reached, strict or not", () =>
  withContext((context) => {
    const ddl = `CREATE TABLE t (id INT DEFAULT ${"(".repeat(2_000)}`;
    for (const strict of [false, true]) {
      assert.throws(() => importDdl(context, ddl, { ...OPTIONS, strict }), (error) => {
        return error instanceof DwSimError && error.code === "DDL_LIMIT_REACHED" &&
          error.kind === "limit";
      });
    }
    assert.deepEqual(listExperiments(context), []);
  }));
