import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { DwSimError } from "../errors/mod.ts";
import { openWarehouse, type QueryTable } from "./open_warehouse.ts";
import type { QueryResult } from "./query_result.ts";
import type { Warehouse } from "./warehouse.ts";

const BIGINT = { kind: "integer", bits: 64 } as const;
const directory = await Deno.makeTempDir({ prefix: "dw_sim_test_" });
const tables = await writeTables();

Deno.test("a warehouse answers over all files of a table, by its name and its schema's", async () => {
  await using warehouse = await openWarehouse(tables);
  assert.deepEqual(await rows(warehouse, "SELECT count(*) FROM orders"), [[5000]]);
  assert.deepEqual(await rows(warehouse, "select count(*) from Sales.ORDERS -- all\n;"), [[5000]]);
  assert.deepEqual(await rows(warehouse, `from "we""ird ' name"`), [["é"]]);
  assert.deepEqual(await rows(warehouse, `from "say ""x""".t`), [[1]]);
});

Deno.test("a warehouse streams rows in batches", async () => {
  await using warehouse = await openWarehouse(tables);
  const result = await warehouse.query("SELECT id FROM orders ORDER BY id");
  const sizes: number[] = [];
  for await (const batch of result.batches()) sizes.push(batch.rowCount);
  assert.equal(sizes.reduce((sum, size) => sum + size, 0), 5000);
  assert.ok(sizes.length > 1);
});

Deno.test("a warehouse describes its tables", async () => {
  await using warehouse = await openWarehouse(tables);
  assert.deepEqual(await rows(warehouse, "SHOW TABLES"), [["orders"], ["t"], ["we\"ird ' name"]]);
  assert.equal((await rows(warehouse, "DESCRIBE orders")).length, 2);
  assert.equal((await rows(warehouse, "SUMMARIZE orders")).length, 2);
});

Deno.test("values become JSON without losing a digit", async () => {
  await using warehouse = await openWarehouse(tables);
  const result = await warehouse.query(`SELECT
    9007199254740991::BIGINT a, 9007199254740993::BIGINT b, 1.50::DECIMAL(10,2) c,
    12345678901234567890.12::DECIMAL(38,2) d, TIMESTAMP '2020-01-02 03:04:05.6' e,
    TIMESTAMPTZ '2020-01-02 03:04:05+02' f, DATE '2020-01-02' g, '{"k":[1,null]}'::JSON h,
    'nan'::DOUBLE i, [1,2] j, {'x': 1.5} k, '\\xFF'::BLOB l, NULL m, 'é' a, true n, TIME '01:02:03' o,
    TIMESTAMP_NS '2020-01-02 03:04:05.123456789' p, (-7)::DECIMAL(3,0) q`);
  assert.deepEqual((await allRows(result))[0], [
    9007199254740991,
    "9007199254740993",
    1.5,
    "12345678901234567890.12",
    "2020-01-02T03:04:05.6",
    "2020-01-02T01:04:05Z",
    "2020-01-02",
    { k: [1, null] },
    "NaN",
    [1, 2],
    { x: 1.5 },
    "/w==",
    null,
    "é",
    true,
    "01:02:03",
    "2020-01-02T03:04:05.123456789",
    -7,
  ]);
  assert.deepEqual(result.columns.slice(0, 3), [
    { name: "a", type: "BIGINT", logicalType: BIGINT, numeric: true },
    { name: "b", type: "BIGINT", logicalType: BIGINT, numeric: true },
    {
      ...{ name: "c", type: "DECIMAL(10,2)", numeric: true },
      logicalType: { kind: "decimal", precision: 10, scale: 2 },
    },
  ]);
  assert.equal(result.columns[7]!.type, "JSON");
  assert.notEqual(result.columns[13]!.name, "a");
});

Deno.test("a result as text keeps the scale of decimals", async () => {
  await using warehouse = await openWarehouse(tables);
  const result = await warehouse.query("SELECT 1.50::DECIMAL(10,2), NULL, 'x'");
  for await (const batch of result.batches()) {
    assert.deepEqual(batch.text(), [["1.50", null, "x"]]);
  }
});

Deno.test("values at the edges of their types arrive as the engine prints them", async () => {
  await using warehouse = await openWarehouse([]);
  const sql = `SELECT * FROM (VALUES
    (DATE '0001-01-01', TIMESTAMP '1969-12-31 23:59:59.999999', 9223372036854775807, 170141183460469231731687303715884105727::HUGEINT, -0.05::DECIMAL(4,2), 'a'),
    (DATE '9999-12-31', TIMESTAMP '9999-12-31 00:00:00', -9223372036854775808, (-170141183460469231731687303715884105728)::HUGEINT, -99.99::DECIMAL(4,2), ''),
    (NULL, NULL, NULL, NULL, NULL, NULL),
    (DATE '2024-02-29', TIMESTAMP '2024-02-29 12:00:00.5', -9007199254740992, 0::HUGEINT, 0::DECIMAL(4,2), '\uFEFFé😀'))`;
  const [ours] = await textRows(await warehouse.query(sql));
  const [theirs] = await textRows(
    await warehouse.query(`SELECT COLUMNS(*)::VARCHAR FROM (${sql})`),
  );
  assert.deepEqual(ours, theirs);
});

Deno.test("long texts come in smaller batches, whole and in order, NULLs among them", async () => {
  await using warehouse = await openWarehouse([]);
  const result = await warehouse.query(`SELECT
    CASE WHEN i % 3 > 0 THEN repeat(chr(97 + i::INT % 26), 150000) END AS t,
    CASE WHEN i % 5 > 0 THEN i::SMALLINT END AS n, i % 2 = 0 AS b, DATE '2024-01-01' + i::INT AS d
    FROM range(400) t(i)`);
  const sizes: number[] = [];
  let at = 0;
  for await (const batch of result.batches()) {
    sizes.push(batch.rowCount);
    for (const [text, number, flag, day] of batch.json()) {
      const letter = String.fromCharCode(97 + at % 26);
      assert.equal(text, at % 3 > 0 ? letter.repeat(150_000) : null);
      assert.equal(number, at % 5 > 0 ? at : null);
      assert.equal(flag, at % 2 === 0);
      const wanted = new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
      assert.equal(day, wanted);
      at++;
    }
  }
  assert.equal(at, 400);
  assert.ok(sizes.length > 2, String(sizes));
  const error = await failure(warehouse.query("SELECT repeat('x', 70000000)").then(allRows));
  assert.equal(error.code, "QUERY_ROW_TOO_LARGE");
});

Deno.test("values beyond the calendar are told in the engine's words", async () => {
  await using warehouse = await openWarehouse([]);
  const sql =
    `SELECT * FROM (VALUES (DATE 'infinity', TIMESTAMP '-infinity', DATE '0044-03-15 (BC)'),
    (DATE '12024-01-01', TIMESTAMP '2024-01-01 00:00:00', DATE '2024-01-01'))`;
  const [ours] = await textRows(await warehouse.query(sql));
  const [theirs] = await textRows(
    await warehouse.query(`SELECT COLUMNS(*)::VARCHAR FROM (${sql})`),
  );
  assert.deepEqual(ours, theirs);
});

Deno.test("EXPLAIN tells the plan, and runs nothing unless it is told to", async () => {
  await using warehouse = await openWarehouse(tables);
  const sql = "SELECT count(*) FROM orders WHERE id > 7";
  const lines = (await rows(warehouse, `EXPLAIN ${sql}`)).map(([line]) => String(line));
  assert.ok(lines.some((line) => /^ +\S*(SCAN|PARQUET)/.test(line)), lines.join("\n"));
  for (const how of ["(ANALYZE, FORMAT json)", "ANALYZE", "using json"]) {
    const text = JSON.stringify(await rows(warehouse, `explain ${how} ${sql}`));
    assert.match(text, /SCAN|PARQUET/);
    assert.ok(!text.includes(directory), text);
  }
  const [[plan]] = await rows(warehouse, `EXPLAIN (FORMAT json) ${sql}`) as [[unknown]];
  assert.ok(Array.isArray(plan));
});

Deno.test("SHOW TABLES shows the tables that its clauses choose", async () => {
  await using warehouse = await openWarehouse(tables, { dialect: "snowflake" });
  const shown = async (clauses: string) =>
    (await rows(warehouse, `SHOW TABLES ${clauses}`)).map(([name]) => name);
  assert.deepEqual(await shown("LIKE 'ORD%'"), ["orders"]);
  assert.deepEqual(await shown("LIKE '_' IN SCHEMA sales"), ["t"]);
  assert.deepEqual(await shown("LIKE '%'' name'"), ["we\"ird ' name"]);
  assert.deepEqual(await shown("LIKE 'ord.*'"), []);
  assert.deepEqual(await shown("STARTS WITH 'o'"), ["orders"]);
  assert.deepEqual(await shown("STARTS WITH 'O'"), []);
  assert.deepEqual(await shown("LIMIT 2"), ["orders", "t"]);
});

Deno.test("SHOW and DESCRIBE are understood in the words of each dialect", async () => {
  await using warehouse = await openWarehouse(tables, { dialect: "snowflake" });
  const names = await rows(warehouse, "SHOW TERSE TABLES LIKE '%' IN SCHEMA sales // all\n;");
  assert.deepEqual(names, [["orders"], ["t"], ["we\"ird ' name"]]);
  for (const sql of ["DESC TABLE sales.orders", 'describe "orders"', "SHOW COLUMNS IN orders;"]) {
    assert.deepEqual((await rows(warehouse, sql)).map(([name]) => name), ["id", "note"]);
  }
});

Deno.test("a zone set before a query is the zone of its moments", async () => {
  await using warehouse = await openWarehouse([]);
  const moment = "SELECT TIMESTAMPTZ '2024-07-01 12:00:00+00'::VARCHAR";
  assert.deepEqual(await rows(warehouse, moment), [["2024-07-01 12:00:00+00"]]);
  for (
    const set of ["SET TIME ZONE 'Asia/Kolkata'", "ALTER SESSION SET TIMEZONE = 'Asia/Kolkata'"]
  ) {
    assert.deepEqual(await rows(warehouse, `${set}; ${moment}`), [["2024-07-01 17:30:00+05:30"]]);
  }
  const moments = `SELECT TIMESTAMPTZ '1999-12-31 23:59:59.25+00' + i * INTERVAL 1234567 SECOND AS m
    FROM range(1000) t(i)`;
  for (const zone of ["America/St_Johns", "Europe/Amsterdam", "Asia/Kathmandu", "UTC"]) {
    const set = `SET TimeZone = '${zone}';`;
    const [ours] = await textRows(await warehouse.query(`${set} ${moments}`));
    const [theirs] = await textRows(
      await warehouse.query(`${set} SELECT m::VARCHAR FROM (${moments})`),
    );
    assert.deepEqual(ours, theirs);
  }
  assert.deepEqual(await rows(warehouse, moment), [["2024-07-01 12:00:00+00"]]);
});

const REFUSED: readonly (readonly [sql: string, code: string, at: string | null])[] = [
  ["", "QUERY_EMPTY", null],
  [" -- nothing\n", "QUERY_EMPTY", null],
  ["SELECT 1; SELECT 2", "QUERY_SEVERAL_STATEMENTS", "1:11"],
  ["SELECT 1; DROP VIEW orders", "QUERY_SEVERAL_STATEMENTS", "1:11"],
  ["EXPLAIN DROP VIEW orders", "QUERY_NOT_SELECT", "1:9"],
  ["EXPLAIN SELECT idd FROM orders", "QUERY_COLUMN_UNKNOWN", "1:16"],
  ["SET TIME ZONE 'UTC';\nSELECT idd FROM orders", "QUERY_COLUMN_UNKNOWN", "2:8"],
  ["SET TimeZone = 'UTC'", "QUERY_EMPTY", null],
  ["\n SET TimeZone = 'nowhere'; SELECT 1", "QUERY_ERROR", "2:2"],
  ["-- x\n  DROP VIEW orders", "QUERY_NOT_SELECT", "2:3"],
  ["CREATE TABLE x AS SELECT 1", "QUERY_NOT_SELECT", "1:1"],
  ["COPY (SELECT 1) TO 'x.csv'", "QUERY_NOT_SELECT", "1:1"],
  ["SET threads = 1", "QUERY_NOT_SELECT", "1:1"],
  ["-- x\n selec 1", "QUERY_WORD_UNKNOWN", "2:2"],
  ["PIVOT orders ON id USING count(*)", "QUERY_PIVOT_OPEN", "1:1"],
  ["EXPLAIN SLECT 1", "QUERY_WORD_UNKNOWN", "1:9"],
  ["ATTACH 'x.db'", "QUERY_NOT_SELECT", "1:1"],
  ["INSTALL httpfs", "QUERY_NOT_SELECT", "1:1"],
  ["SELECT *\nFROM nothere", "QUERY_TABLE_UNKNOWN", "2:6"],
  ["SELECT 'é😀' AS a,\n 'é' AS b FROM order", "QUERY_SYNTAX", "2:16"],
  ["SELECT idd FROM orders", "QUERY_COLUMN_UNKNOWN", "1:8"],
  ["SELECT 'é😀', idd FROM orders", "QUERY_COLUMN_UNKNOWN", "1:15"],
  ["SELECT fooo(id) FROM orders", "QUERY_FUNCTION_UNKNOWN", "1:8"],
  ["SELECT id FROM orders LIMIT (", "QUERY_SYNTAX", "1:30"],
  ["SELECT 'open", "QUERY_SYNTAX", "1:8"],
  ["SELECT * FROM read_text('/etc/passwd')", "QUERY_FUNCTION_REFUSED", "1:15"],
  ["SELECT (SELECT count(*) FROM glob('/*'))", "QUERY_FUNCTION_REFUSED", "1:30"],
  ["WITH a AS (FROM read_csv('x')) FROM a", "QUERY_FUNCTION_REFUSED", "1:17"],
  ["FROM query('SELECT 1')", "QUERY_FUNCTION_REFUSED", "1:6"],
  ["SELECT * FROM '/etc/passwd'", "QUERY_TABLE_UNKNOWN", "1:15"],
  ["SELECT id, count(*) FROM orders", "QUERY_ERROR", "1:8"],
];

Deno.test("a warehouse refuses what is not one readable SELECT, and says where", async (t) => {
  await using warehouse = await openWarehouse(tables);
  for (const [sql, code, at] of REFUSED) {
    await t.step(sql === "" ? "(empty)" : sql.replaceAll("\n", "⏎"), async () => {
      const error = await failure(warehouse.query(sql).then(allRows));
      assert.equal(error.code, "QUERY_REFUSED");
      const problem = error.problems[0]!;
      assert.equal(problem.code, code);
      const span = problem.span;
      assert.equal(span === undefined ? null : `${span.line}:${span.column}`, at);
    });
  }
});

Deno.test("an unknown table comes with the nearest names", async () => {
  await using warehouse = await openWarehouse(tables);
  const error = await failure(warehouse.query("FROM ordrs"));
  assert.equal(error.problems[0]!.hint, "Did you mean 'orders'?");
  assert.equal(error.problems[0]!.span!.length, 5);
});

Deno.test("a value that does not fit stops the query with its place", async () => {
  await using warehouse = await openWarehouse(tables);
  const query = warehouse.query("SELECT note::INTEGER FROM orders");
  const error = await failure(query.then(allRows));
  assert.equal(error.code, "QUERY_FAILED");
  assert.equal(error.problems[0]!.span!.column, 12);
});

Deno.test("a cancelled query ends with an error, never with fewer rows", async () => {
  await using warehouse = await openWarehouse(tables);
  const cancel = new AbortController();
  const { signal } = cancel;
  const result = await warehouse.query("SELECT i, i * 2 FROM range(100000000) t(i)", { signal });
  const error = await failure((async () => {
    for await (const _ of result.batches()) cancel.abort();
  })());
  assert.equal(error.code, "CANCELLED");
  assert.deepEqual(await rows(warehouse, "SELECT 1"), [[1]]);
});

Deno.test("a query that never gives a row can be cancelled", async () => {
  await using warehouse = await openWarehouse(tables);
  const signal = AbortSignal.timeout(50);
  const endless = "SELECT count(*) FROM range(10000000) a(i), range(10000000) b(j) WHERE i + j < 3";
  const error = await failure(warehouse.query(endless, { signal }).then(allRows));
  assert.equal(error.code, "CANCELLED");
});

for (const way of ["ask", "stream"]) {
  Deno.test(`a process that had its answers by '${way}' ends without a crash`, async () => {
    const program = fileURLToPath(import.meta.resolve("./_ending_process.ts"));
    const args = ["run", "-A", "--v8-flags=--expose-gc", program, way];
    const { code, stderr } = await new Deno.Command(Deno.execPath(), { args }).output();
    assert.equal(code, 0, new TextDecoder().decode(stderr));
  });
}

globalThis.addEventListener("unload", () => Deno.removeSync(directory, { recursive: true }));

async function rows(warehouse: Warehouse, sql: string) {
  return await allRows(await warehouse.query(sql));
}

async function allRows(result: QueryResult) {
  const all = [];
  for await (const batch of result.batches()) all.push(...batch.json());
  return all;
}

async function textRows(result: QueryResult) {
  const all = [];
  for await (const batch of result.batches()) all.push(batch.text());
  return all;
}

async function failure(work: Promise<unknown>): Promise<DwSimError> {
  const error = await work.then(() => null, (error: unknown) => error);
  assert.ok(error instanceof DwSimError, `expected our error, got ${error}`);
  return error;
}

async function writeTables(): Promise<QueryTable[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const write = async (name: string, sql: string) => {
    const path = `${directory}/${name}`;
    await connection.run(`COPY (${sql}) TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`);
    return path;
  };
  const orders = [
    await write("o'0.parquet", "SELECT range AS id, 'n' || range AS note FROM range(3000)"),
    await write("o'1.parquet", "SELECT range AS id, 'm' || range AS note FROM range(3000, 5000)"),
  ];
  const weird = [await write("w.parquet", "SELECT 'é' AS \"sélect\"")];
  const one = [await write("t.parquet", "SELECT 1 AS a")];
  connection.closeSync();
  instance.closeSync();
  return [
    { name: "orders", schemaName: "sales", files: orders },
    { name: "we\"ird ' name", files: weird },
    { name: "t", schemaName: 'say "x"', files: one },
  ];
}
