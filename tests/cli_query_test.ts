import { deepEqual, equal, match } from "node:assert/strict";
import { type CliResult, runCli, withFolder } from "./_run_cli.ts";

const DDL = `
CREATE TABLE stores (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL);
CREATE TABLE receipts (store_id INTEGER NOT NULL REFERENCES stores (id), total DECIMAL(12,2));`;

const SCRIPT = `-- two that answer, and one that cannot; a semicolon ; in a comment
SELECT count(*) AS n FROM stores WHERE id <= :last;
SELECT :zip AS zip, ':zip' AS plain, DATE '2024-01-01' = :day AS same;

SELECT id,
  nope
FROM stores;
SELECT 4;
`;

Deno.test("queries are asked from files with values, kept, renamed, and remembered", async (t) => {
  await withFolder(async (folder) => {
    const home = `${folder}/home`;
    const run = (...args: string[]) => runCli(args, { home, stdin: DDL });
    const json = async (...args: string[]) => JSON.parse(succeeded(await run(...args, "--json")));
    succeeded(
      await run("experiment", "import-sql", "-", "--name", "shop", "--dialect", "redshift"),
    );
    succeeded(await run("experiment", "generate", "shop", "--rows", "50"));
    const file = `${folder}/report.sql`;
    await Deno.writeTextFile(file, SCRIPT);
    const values = ["--set", "last=7", "--set", "zip:text=04109", "--set", "day=2024-01-01"];

    await t.step("a script stops at its first error, at its place in the file", async () => {
      const { code, stdout, stderr } = await run("query", "run", file, ...values);
      equal(code, 2);
      equal(
        stdout,
        "n\n─\n7\n\nzip    plain  same\n─────  ─────  ────\n04109  :zip   true\n\n",
      );
      match(stderr, /Stopped at .*report\.sql:6:3, statement 3 of 4; 2 answers before it/);
      match(stderr, /6 │ {3}nope\n +│ {3}\^{4}\n/);
      const told = await run("query", "run", file, ...values, "--format", "csv", "--json");
      equal(told.stdout, "n\r\n7\r\nzip,plain,same\r\n04109,:zip,true\r\n");
      const [problem] = JSON.parse(told.stderr).error.problems;
      deepEqual([problem.span.line, problem.span.column], [6, 3]);
    });

    await t.step("a value that is missing, unused or of another type is refused", async () => {
      const ask = async (...args: string[]) => {
        const { code, stderr } = await run("query", "execute", "SELECT :a", ...args, "--json");
        return [code, JSON.parse(stderr).error.code];
      };
      deepEqual(await ask(), [2, "QUERY_REFUSED"]);
      deepEqual(await ask("--set", "a=1", "--set", "b=2"), [2, "QUERY_PARAMETER_UNUSED"]);
      deepEqual(await ask("--set", "a:date=2023-02-29"), [2, "QUERY_PARAMETER_INVALID"]);
      deepEqual(await ask("--set", "a:money=1"), [2, "CLI_CHOICE"]);
      deepEqual(await ask("--set", "a"), [2, "CLI_USAGE"]);
    });

    await t.step("no value gets out of its quotes", async () => {
      const value = "x' OR '1'='1\\' -- ;";
      const asked = ["query", "execute", "SELECT :v AS v", "--set", `v=${value}`];
      deepEqual(await json(...asked), [{ v: value }]);
    });

    await t.step("expanded, a row is a block", async () => {
      const sql = "SELECT 1 AS one, NULL AS nothing";
      const { stdout } = await run("query", "execute", sql, "--expanded");
      equal(stdout, "─[ 1 ]─────────\none     │ 1\nnothing │ NULL\n");
    });

    await t.step("a query is saved, listed, run, renamed, written out and deleted", async () => {
      const sql = "SELECT count(*) AS n FROM receipts";
      await json("query", "save", sql, "--name", "All", "--experiment", "SHOP");
      equal((await run("query", "save", sql, "--name", "all")).code, 4);
      equal((await run("query", "save", sql, "--name", "a/b")).code, 2);
      equal((await run("query", "save", sql)).code, 2);
      equal((await run("query", "save", sql, "--name", "b", "--experiment", "nope")).code, 3);
      await json(
        "query",
        "save",
        `${sql} WHERE coalesce(total, 0) >= 0`,
        "--name",
        "all",
        "--replace",
        "-e",
        "shop",
      );
      deepEqual(await json("query", "run", "ALL", "--saved"), [{ n: 50 }]);
      equal((await json("query", "rename", "all", "Every receipt")).name, "Every receipt");
      const { queries } = await json("query", "list", "--experiment", "shop");
      deepEqual(queries.map(({ name }: { name: string }) => name), ["Every receipt"]);
      const output = `${folder}/saved.sql`;
      await json("query", "show", "every receipt", "--output", output);
      equal(await Deno.readTextFile(output), `${sql} WHERE coalesce(total, 0) >= 0\n`);
      await json("query", "delete", "every receipt");
      equal((await run("query", "show", "every receipt")).code, 3);
    });

    await t.step("what was asked is remembered, with its rows or its error", async () => {
      const { history } = await json("query", "history", "--experiment", "shop", "--limit", "50");
      const seen = history.map((each: Asked) => [each.sql, each.row_count, each.error_code]);
      deepEqual(seen.at(-1), ["SELECT count(*) AS n FROM stores WHERE id <= :last", 1, null]);
      deepEqual(seen.at(-3), ["SELECT id,\n  nope\nFROM stores", null, "QUERY_REFUSED"]);
      const { forgotten } = await json("query", "history", "--clear");
      equal(forgotten, history.length);
    });
  });
});

interface Asked {
  readonly sql: string;
  readonly row_count: number | null;
  readonly error_code: string | null;
}

function succeeded({ code, stdout, stderr }: CliResult): string {
  equal(code, 0, stderr);
  return stdout;
}

const NAMESAKES = `
CREATE TABLE raw.orders (id INTEGER PRIMARY KEY);
CREATE TABLE core.orders (id INTEGER PRIMARY KEY, note VARCHAR(9));
CREATE TABLE core.lines (order_id INTEGER NOT NULL REFERENCES core.orders (id));`;

Deno.test("of two tables with one name, each answers to its schema and that name", () =>
  withFolder(async (folder) => {
    const home = `${folder}/home`;
    const run = async (...args: string[]) =>
      succeeded(await runCli(args, { home, stdin: NAMESAKES }));
    await run("experiment", "import-sql", "-", "--name", "two", "--dialect", "snowflake");
    await run("experiment", "generate", "two", "--rows", "5", "--rows", "core.orders=7");
    const ask = (sql: string) => run("query", "execute", sql, "--format", "csv");
    const counts = "SELECT count(*) FROM raw.orders UNION ALL SELECT count(*) FROM CORE.ORDERS";
    match(await ask(counts), /\b5\r?\n7\r?\n/);
    match(
      await ask("SELECT count(*) FROM core.lines l JOIN core.orders o ON l.order_id = o.id"),
      /\b5\r?\n/,
    );
    match(await ask("DESCRIBE TABLE core.orders"), /NOTE,VARCHAR\(9\)/i);
    const ddl = await run("experiment", "export-ddl", "two", "--dialect", "redshift");
    match(ddl, /CREATE TABLE core\.orders[^]*REFERENCES core\.orders/);
  }));

Deno.test("moments with a zone and without meet, whatever digits they were declared with", () =>
  withFolder(async (folder) => {
    const home = `${folder}/home`;
    const stdin = "CREATE TABLE t (a TIMESTAMP_TZ NOT NULL, b TIMESTAMP_NTZ NOT NULL, c DATE);";
    const run = async (...args: string[]) => succeeded(await runCli(args, { home, stdin }));
    await run("experiment", "import-sql", "-", "--name", "t", "--dialect", "snowflake");
    await run("experiment", "generate", "t", "--rows", "9");
    const sql = `SELECT count(coalesce(a, b)), count_if(a > b) + count_if(a <= b) AS n,
      count_if(b < current_timestamp()), count(iff(a < b, a, b)), min(greatest(a, b)) > '2000-01-01'
      FROM t`;
    match(await run("query", "execute", sql, "--format", "csv"), /\n9,9,9,9,true\r?\n/);
  }));
