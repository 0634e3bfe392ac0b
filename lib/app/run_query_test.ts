import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { withContext } from "./_testing.ts";
import type { AppContext } from "./app_context.ts";
import { generate } from "./generate.ts";
import { importDdl } from "./import_ddl.ts";
import { type QueryRequest, runQuery } from "./run_query.ts";
import { saveAnswer } from "./save_answer.ts";

const SALES_DDL = `
CREATE TABLE crm.Customers (
  ID NUMBER(38,0) NOT NULL PRIMARY KEY, "Full Name" VARCHAR(40), SEEN TIMESTAMP_TZ(3), SCORE FLOAT
);`;
const STOCK_DDL = `
CREATE TABLE items (id INTEGER NOT NULL PRIMARY KEY, price DECIMAL(12,2), label VARCHAR(20));`;

Deno.test("a table answers to its name in any case, and to its schema's", async () => {
  await withSales(async (context) => {
    for (const name of ["customers", "CUSTOMERS", "CRM.Customers", "prod.crm.customers"]) {
      const counts = await rows(context, { sql: `SELECT count(*) FROM ${name}`, ...SALES });
      deepEqual(counts, [[30]], name);
    }
  });
});

Deno.test("columns have the schema's names and order, and types in the dialect's words", async () => {
  await withSales(async (context) => {
    const types = async (request: QueryRequest) => {
      await using answer = await runQuery(context, request);
      return answer.result.columns.map(({ name, type }) => [name.toLowerCase(), type]);
    };
    deepEqual(await types({ sql: "SELECT * FROM customers", ...SALES }), [
      ["id", "NUMBER(38,0)"],
      ["full name", "VARCHAR"],
      ["seen", "TIMESTAMP_TZ(9)"],
      ["score", "FLOAT"],
    ]);
    deepEqual(await types({ sql: "SELECT price FROM items", experiment: "stock" }), [
      ["price", "NUMERIC(12,2)"],
    ]);
    const sums = "SELECT sum(length('a')) AS n, avg(1) AS m, sum(1.5) AS d";
    deepEqual(await types({ sql: sums, experiment: "stock", dialect: "redshift" }), [
      ["n", "BIGINT"],
      ["m", "BIGINT"],
      ["d", "DECIMAL(38,1)"],
    ]);
    const duckdb = { dialect: "duckdb", ...SALES } as const;
    deepEqual((await types({ sql: "SELECT seen FROM customers", ...duckdb }))[0], [
      "seen",
      "TIMESTAMP WITH TIME ZONE",
    ]);
    const described = await rows(context, { sql: "DESC TABLE crm.customers", ...SALES });
    deepEqual(described.map((row) => row.slice(1)), [
      ["NUMBER(38,0)", "NO", "PRI"],
      ["VARCHAR(40)", "YES", null],
      ["TIMESTAMP_TZ(3)", "YES", null],
      ["FLOAT", "YES", null],
    ]);
  });
});

Deno.test("a script may ask several experiments by names that join them with their tables", async () => {
  await withSales(async (context) => {
    const sql = `SELECT (SELECT count(*) FROM sales__customers), count(*) FROM "Stock__items"`;
    deepEqual(await rows(context, { sql }), [[30, 20]]);
    deepEqual(await rows(context, { sql, experiment: "stock" }), [[30, 20]]);
    const own = "SELECT count(*) FROM items, sales__customers";
    deepEqual(await rows(context, { sql: own, experiment: "stock" }), [[600]]);
    const refused = async (request: QueryRequest) => {
      const error = await rows(context, request).catch((error) => error);
      return error.problems[0]?.code ?? error.code;
    };
    equal(await refused({ sql: "FROM sales__nothing", ...DUCKDB }), "QUERY_TABLE_UNKNOWN");
    equal(await refused({ sql: "FROM nobody__customers" }), "EXPERIMENT_NOT_NAMED");
    equal(await refused({ sql: "FROM customers", ...DUCKDB }), "QUERY_TABLE_UNKNOWN");
    equal(await refused({ sql: "SELECT 1" }), "EXPERIMENT_NOT_NAMED");
  });
});

Deno.test("columns of documents are asked as such, and what differs is told at its place", async () => {
  await withContext(async (context) => {
    const ddl = "CREATE TABLE a (v VARIANT, k INT); CREATE TABLE b (k VARIANT);";
    importDdl(context, ddl, { name: "papers", dialect: "snowflake", source: "papers" });
    await generate(context, "papers", {
      rows: { byTable: new Map([["a", 40], ["b", 1]]) },
      seed: 7,
    });
    const count = async (where: string) =>
      await rows(context, { sql: `SELECT count(*) FROM a WHERE ${where}`, experiment: "papers" });
    deepEqual(await count("v = 'x'"), [[0]]);
    deepEqual(await count("v IS NOT NULL AND v <> 'x'"), await count("v IS NOT NULL"));
    deepEqual(await count("k = k"), await count("k IS NOT NULL"));
    const sql = "SELECT 1;\nSELECT APPROX_COUNT_DISTINCT(k) FROM a";
    await using answer = await runQuery(context, { sql, statement: 2, experiment: "papers" });
    deepEqual(answer.result.notes.map(({ code, span }) => [code, span!.line, span!.column]), [
      ["QUERY_ANSWER_DIFFERS", 2, 8],
    ]);
  });
});

Deno.test("an answer that takes too long ends with a code of its own, and leaves no file", async () => {
  await withSales(async (context, folder) => {
    const request = {
      sql: "SELECT count(*) FROM range(100000000000) AS t(i) WHERE i % 3 = 1",
      ...DUCKDB,
      limits: { workMsMax: 300 },
    };
    await rejects(rows(context, request), { code: "QUERY_TIMED_OUT" });
    const path = `${folder}/late.csv`;
    await rejects(saveAnswer(context, { ...request, format: "csv", path }), {
      code: "QUERY_TIMED_OUT",
    });
    deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["home"]);
    deepEqual(await rows(context, { sql: "SELECT 1", ...DUCKDB }), [[1]]);
  });
});

const SALES = { experiment: "sales" } as const;
const DUCKDB = { experiment: "stock", dialect: "duckdb" } as const;

async function withSales(work: (context: AppContext, folder: string) => Promise<void>) {
  await withContext(async (context, folder) => {
    const imports = [
      ["sales", SALES_DDL, "snowflake", 30],
      ["stock", STOCK_DDL, "postgres", 20],
    ] as const;
    for (const [name, ddl, dialect, count] of imports) {
      importDdl(context, ddl, { name, dialect, source: name });
      await generate(context, name, { rows: { everyTable: count }, seed: 1 });
    }
    await work(context, folder);
  });
}

async function rows(context: AppContext, request: QueryRequest) {
  await using answer = await runQuery(context, request);
  const all = [];
  for await (const batch of answer.result.batches()) all.push(...batch.json());
  match(answer.result.translatedSql, /\S/);
  return all;
}
