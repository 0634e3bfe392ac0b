import assert from "node:assert/strict";
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
      'a,b c,n,e,t\n1,"x,""y""",,"","two\nlines"\n',
    );
    assert.deepEqual(namesIn(directory), ["it's.csv"]);
  }));

Deno.test("exportQuery writes an array for json and a line a row for jsonl", () =>
  inFolder(async (directory) => {
    const sql = "SELECT i, i * 1.5 AS x FROM range(2) t(i)";
    await exportQuery([], sql, { format: "json", path: `${directory}/a` });
    await exportQuery([], sql, { format: "jsonl", path: `${directory}/b` });
    await exportQuery([], "SELECT 1 WHERE false", { format: "json", path: `${directory}/c` });
    assert.equal(
      await Deno.readTextFile(`${directory}/a`),
      '[\n{"i":0,"x":0},\n{"i":1,"x":1.5}\n]\n',
    );
    assert.equal(await Deno.readTextFile(`${directory}/b`), '{"i":0,"x":0}\n{"i":1,"x":1.5}\n');
    assert.equal(await Deno.readTextFile(`${directory}/c`), "[]\n");
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
    assert.match(await Deno.readTextFile(csv.path), /^column_name,.*\ni,BIGINT,/);
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
