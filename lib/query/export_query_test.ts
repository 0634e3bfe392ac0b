import assert from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import { DwSimError } from "../errors/mod.ts";
import { exportQuery } from "./export_query.ts";
import { openWarehouse } from "./open_warehouse.ts";

/** Runs a test in a folder of its own. */
async function inFolder(work: (directory: string) => Promise<void>): Promise<void> {
  const directory = await Deno.makeTempDir({ prefix: "dw_sim_test_" });
  try {
    await work(directory);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

function namesIn(directory: string): string[] {
  return [...Deno.readDirSync(directory)].map((entry) => entry.name).sort();
}

Deno.test("exportQuery writes CSV that quotes what RFC 4180 says must be", () =>
  inFolder(async (directory) => {
    const path = `${directory}/it's.csv`;
    const sql = `SELECT 1 AS a, 'x,"y"' AS "b c", NULL AS n, '' AS e, 'two\nlines' AS t; -- done`;
    assert.deepEqual(await exportQuery([], sql, { format: "csv", path }), { rowCount: 1 });
    assert.equal(
      await Deno.readTextFile(path),
      'a,b c,n,e,t\r\n1,"x,""y""",,"","two\nlines"\r\n',
    );
    assert.deepEqual(namesIn(directory), ["it's.csv"]);
  }));

Deno.test("CSV says the same to another reader, with either end of lines", () =>
  inFolder(async (directory) => {
    const path = `${directory}/x.csv`;
    const values = [
      "'x' || chr(13) || 'y'",
      "chr(13) || chr(10)",
      "chr(10)",
      "''",
      "NULL",
      "' s '",
    ];
    const list = [...values, `'q"'`, `'"'`, "','", "'ü😀'"].map((value) => `(1, ${value})`).join();
    const sql = `SELECT * FROM (VALUES ${list}) t(n, "a,""b""")`;
    await using warehouse = await openWarehouse([]);
    const expected = await warehouse.ask(sql);
    const reader = await (await DuckDBInstance.create(":memory:")).connect();
    for (const newline of ["crlf", "lf"] as const) {
      await exportQuery([], sql, { format: "csv", newline, path });
      const read = await reader.run(
        `SELECT n::INTEGER, COLUMNS(*) FROM read_csv('${path}', all_varchar = true,
           allow_quoted_nulls = false, new_line = '${newline === "lf" ? "\\n" : "\\r\\n"}')`,
      );
      const rows = read.getChunk(0).getRows().map((row) => [row[0], row[2]]);
      assert.deepEqual(rows, expected);
    }
    reader.closeSync();
  }));

Deno.test("exportQuery writes an array for json and a line a row for jsonl", () =>
  inFolder(async (directory) => {
    const sql = "SELECT i, i * 1.5 AS x FROM range(2) t(i)";
    await exportQuery([], sql, { format: "json", path: `${directory}/a` });
    await exportQuery([], sql, { format: "jsonl", path: `${directory}/b` });
    await exportQuery([], "SELECT 1 WHERE false", { format: "json", path: `${directory}/c` });
    const rows = [{ i: 0, x: 0 }, { i: 1, x: 1.5 }];
    assert.deepEqual(JSON.parse(await Deno.readTextFile(`${directory}/a`)), rows);
    const lines = (await Deno.readTextFile(`${directory}/b`)).split("\n");
    assert.deepEqual(lines.slice(0, 2).map((line) => JSON.parse(line)), rows);
    assert.deepEqual(lines.slice(2), [""]);
    assert.deepEqual(JSON.parse(await Deno.readTextFile(`${directory}/c`)), []);
  }));

/** Every type that the engine writes as JSON by itself, at its edges; the last row is of NULLs. */
const EDGES: Readonly<Record<string, readonly string[]>> = {
  BOOLEAN: ["true", "false"],
  TINYINT: ["'-128'", "127"],
  INTEGER: ["'-2147483648'", "7"],
  BIGINT: ["9007199254740991", "9007199254740992", "-9007199254740993"],
  UBIGINT: ["18446744073709551615", "0"],
  HUGEINT: ["'-170141183460469231731687303715884105728'", "12"],
  "DECIMAL(5,2)": ["-1.50", "0"],
  "DECIMAL(18,3)": ["999999999999999.125", "0.125", "-1000000000000.001"],
  "DECIMAL(38,10)": ["1234567890123456789012345678.0123456789", "0.0000000001", "99999.9999999999"],
  "DECIMAL(38,30)": ["1.5", "0"],
  FLOAT: ["0.1", "'nan'", "'-inf'"],
  DOUBLE: ["0.1", "1e300", "-0.0", "5e-324", "'nan'", "'inf'", "'-inf'"],
  VARCHAR: ["'é😀\"\\'", "''", "chr(1) || chr(10)"],
  UUID: ["'5f4b9a7e-0000-4000-8000-0123456789ab'"],
  DATE: ["'2024-02-29'", "'0044-03-15 (BC)'", "'infinity'", "'-infinity'"],
  TIME: ["'01:02:03.5'", "'00:00:00'"],
  TIMESTAMP: ["'2024-02-29 01:02:03.000004'", "'0044-03-15 (BC) 01:00:00'", "'infinity'"],
  TIMESTAMP_S: ["'2024-02-29 01:02:03'"],
  TIMESTAMP_NS: ["'2024-02-29 01:02:03.123456789'"],
  TIMESTAMPTZ: ["'2024-02-29 01:02:03.5+02'", "'2024-02-29 00:00:00+00'"],
  BLOB: ["'\\xFF\\x00'", "''"],
  JSON: ['\'{"a": [1, null, "x"]}\'', "'12'"],
  "ENUM('a', 'b')": ["'b'"],
  "INTEGER[]": ["[1, NULL, 3]", "[]"],
  "STRUCT(a INTEGER, b VARCHAR)": ["{'a': 1, 'b': 'x'}"],
  INTERVAL: ["'1 month 2 days'"],
};

Deno.test("JSON that the engine writes says what rows as JSON say, for every type", async (t) => {
  for (const [type, values] of Object.entries(EDGES)) {
    await t.step(type, () =>
      inFolder(async (directory) => {
        const list = [...values, "NULL"].map((value) => `(${value}::${type})`).join(", ");
        const sql = `SELECT v, v AS "V 2" FROM (VALUES ${list}) t(v)`;
        await using warehouse = await openWarehouse([]);
        const rows: unknown[] = [];
        for await (const batch of (await warehouse.query(sql)).batches()) {
          rows.push(...batch.json().map(([v, again]) => ({ v, "V 2": again })));
        }
        for (const format of ["json", "jsonl"] as const) {
          const path = `${directory}/${format}`;
          await exportQuery([], sql, { format, path });
          const text = await Deno.readTextFile(path);
          const written = format === "json"
            ? JSON.parse(text)
            : text.trimEnd().split("\n").map((line) => JSON.parse(line));
          assert.deepEqual(JSON.parse(JSON.stringify(written)), JSON.parse(JSON.stringify(rows)));
        }
      }));
  }
});

Deno.test("columns of the same name are told apart in every format", () =>
  inFolder(async (directory) => {
    const sql = "SELECT 1 AS a, 2 AS a";
    for (const format of ["csv", "json", "jsonl", "parquet"] as const) {
      await exportQuery([], sql, { format, path: `${directory}/${format}` });
    }
    assert.match(await Deno.readTextFile(`${directory}/csv`), /^a,a\w+\r\n1,2\r\n$/);
    const [row] = JSON.parse(await Deno.readTextFile(`${directory}/json`));
    assert.deepEqual(Object.values(row), [1, 2]);
  }));

Deno.test("exportQuery writes Parquet, and questions about tables too", () =>
  inFolder(async (directory) => {
    const path = `${directory}/n.parquet`;
    const sql = "SELECT range AS i FROM range(10000) ORDER BY i DESC";
    assert.deepEqual(await exportQuery([], sql, { format: "parquet", path }), { rowCount: 10000 });
    const table = { name: "n", files: [path] };
    await using warehouse = await openWarehouse([table]);
    assert.deepEqual(await warehouse.ask("SELECT first(i), sum(i) FROM n"), [[9999, 49995000]]);
    const csv = { format: "csv", path: `${directory}/d.csv` } as const;
    await exportQuery([table], "DESCRIBE n", csv);
    const json = { format: "json", path: `${directory}/d.json` } as const;
    await exportQuery([table], "EXPLAIN FROM n", { ...json });
    assert.match(await Deno.readTextFile(json.path), /PARQUET/);
    await exportQuery([table], "DESCRIBE n", json);
    assert.equal(JSON.parse(await Deno.readTextFile(json.path))[0].column_name, "i");
    assert.match(await Deno.readTextFile(csv.path), /^column_name,.*\r\ni,BIGINT,/);
  }));

Deno.test("exportQuery leaves what was there when the query fails", () =>
  inFolder(async (directory) => {
    const path = `${directory}/kept.csv`;
    await Deno.writeTextFile(path, "kept");
    for (const sql of ["SELECT 'x'::INTEGER FROM range(5)", "DROP TABLE x"]) {
      await assert.rejects(exportQuery([], sql, { format: "csv", path }), DwSimError);
    }
    assert.equal(await Deno.readTextFile(path), "kept");
    assert.deepEqual(namesIn(directory), ["kept.csv"]);
  }));

Deno.test("a cancelled export ends with an error, and leaves no file in any format", () =>
  inFolder(async (directory) => {
    const endless = "SELECT i, i::VARCHAR AS t, [i] AS l FROM range(100000000000) t(i)";
    const plain = "SELECT i FROM range(100000000000) t(i)";
    for (
      const [format, sql] of [
        ["csv", plain],
        ["parquet", plain],
        ["json", plain],
        // Lists go the long way, through rows.
        ["jsonl", endless],
      ] as const
    ) {
      const signal = AbortSignal.timeout(400);
      const path = `${directory}/late.${format}`;
      const error = await exportQuery([], sql, { format, path, signal }).catch((error) => error);
      assert.equal(error.code, "CANCELLED", format);
    }
    assert.deepEqual(namesIn(directory), []);
  }));

Deno.test("exportQuery says why a file cannot be written, before it asks anything", () =>
  inFolder(async (directory) => {
    const refused = async (path: string) => {
      const options = { format: "csv", path } as const;
      const error = await exportQuery([], "SELECT 1", options).catch((error) => error);
      assert.equal(error.code, "STORAGE_UNWRITABLE");
      return error.message;
    };
    assert.match(await refused(`${directory}/none/x.csv`), /its folder does not exist$/);
    assert.match(await refused(directory), /it is a folder$/);
    assert.deepEqual(namesIn(directory), []);
  }));
