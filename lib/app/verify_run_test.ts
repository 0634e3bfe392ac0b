import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { withContext } from "./_testing.ts";
import type { AppContext } from "./app_context.ts";
import { createExperiment } from "./create_experiment.ts";
import { generate } from "./generate.ts";
import { importDdl } from "./import_ddl.ts";
import { verifyRun } from "./verify_run.ts";

const ROWS = 50_000;

const SCHEMA = JSON.stringify({
  name: "shop",
  tables: [{
    name: "sales",
    target_rows: ROWS,
    columns: [
      { name: "id", data_type: "INT", is_unique: true, required: true },
      {
        ...{ name: "amount", data_type: "DECIMAL", precision: 10, scale: 2 },
        ...{ min_value: 0, max_value: 100 },
        distribution: { type: "normal", parameters: { mean: 50, stddev: 10 } },
      },
      {
        ...{ name: "pieces", data_type: "INT", min_value: 0, max_value: 100 },
        distribution: { type: "poisson", parameters: { lambda: 4 } },
      },
      {
        ...{ name: "sold_on", data_type: "DATE", required: false, null_rate: 0.2 },
        ...{ date_start: "2024-01-01", date_end: "2024-12-31" },
      },
      { name: "code", data_type: "VARCHAR", varchar_length: 8 },
    ],
  }],
});

async function makeRun(context: AppContext): Promise<{ file: string; manifest: string }> {
  createExperiment(context, SCHEMA, { source: "test" });
  const { run } = await generate(context, "shop", { seed: 7 });
  return {
    file: `${run.outputPath}/sales/part-00000.parquet`,
    manifest: `${run.outputPath}/manifest.json`,
  };
}

async function brokenKinds(context: AppContext): Promise<string[]> {
  const { broken } = await verifyRun(context, "shop");
  return broken.map(({ kind, columns }) => [kind, ...columns].join(" "));
}

Deno.test("verifyRun finds nothing in what was just made, however it is distributed", () =>
  withContext(async (context) => {
    await makeRun(context);
    let told: readonly number[] = [];
    const onCheck = (...counts: readonly number[]) => void (told = counts);
    const { checks, broken } = await verifyRun(context, "shop", { onCheck });
    assert.deepEqual(broken, []);
    assert.deepEqual(told, [checks.length, checks.length]);
    const kinds = new Set(checks.map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), [
      ...["distribution", "files", "length", "null_rate", "range", "required", "row_count"],
      "unique",
    ]);
  }));

for (
  const [fault, damage] of [
    ["cut by a byte", (path: string) => Deno.truncateSync(path, Deno.statSync(path).size - 1)],
    ["changed in a byte", (path: string) => {
      const bytes = Deno.readFileSync(path);
      bytes[1000]! ^= 1;
      Deno.writeFileSync(path, bytes);
    }],
    ["gone", (path: string) => Deno.removeSync(path)],
  ] as const
) {
  Deno.test(`verifyRun names a file that is ${fault}, and reads it no further`, () =>
    withContext(async (context) => {
      const { file } = await makeRun(context);
      damage(file);
      const { damagedFiles, broken } = await verifyRun(context, "shop");
      assert.deepEqual(damagedFiles.map(({ path }) => path), [file]);
      assert.deepEqual(broken.map(({ kind, table }) => [kind, table]), [["files", "sales"]]);
    }));
}

Deno.test("verifyRun finds values, shares and distributions that were not asked for", () =>
  withContext(async (context) => {
    const { file, manifest } = await makeRun(context);
    const cases = {
      "range amount": "* REPLACE (amount + 60 AS amount)",
      "distribution amount": "* REPLACE ((amount * 0.98)::DECIMAL(10, 2) AS amount)",
      "distribution pieces": "* REPLACE (CASE pieces WHEN 4 THEN 3 ELSE pieces END AS pieces)",
      "null_rate sold_on": "* REPLACE (CASE WHEN id > 2000 THEN sold_on END AS sold_on)",
      "range sold_on": "* REPLACE (sold_on + 1 AS sold_on)",
      "length code": "* REPLACE (code || 'é23456789' AS code)",
      "unique id": "* REPLACE (CASE id WHEN 7 THEN 8 ELSE id END AS id)",
    };
    const original = await Deno.readFile(file);
    for (const [expected, columns] of Object.entries(cases)) {
      await Deno.writeFile(file, original);
      await rewrite(file, columns);
      correctManifest(manifest, file);
      const kinds = await brokenKinds(context);
      assert.equal(kinds.includes(expected), true, `${expected}: ${kinds}`);
    }
  }));

/** Has another engine write the file, with other values. */
async function rewrite(file: string, columns: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT ${columns} FROM '${file}') TO '${file}.new' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  await Deno.rename(`${file}.new`, file);
}

/** The files are then what the manifest says, and only their rows are wrong. */
function correctManifest(path: string, file: string): void {
  const manifest = JSON.parse(Deno.readTextFileSync(path));
  const bytes = Deno.readFileSync(file);
  const [part] = manifest.tables[0].parts;
  part.bytes = bytes.length;
  part.checksum = `crc32:${crc32(bytes).toString(16).padStart(8, "0")}`;
  Deno.writeTextFileSync(path, JSON.stringify(manifest));
}

Deno.test("verifyRun asks its own questions in its own words, whatever the dialect of the schema", () =>
  withContext(async (context) => {
    for (const dialect of ["redshift", "snowflake", "postgres"] as const) {
      const ddl = "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b VARCHAR(30));";
      importDdl(context, ddl, { source: "x.sql", name: dialect, dialect });
      await generate(context, dialect, { rows: { everyTable: 400 }, seed: 7 });
      const { broken, checks } = await verifyRun(context, dialect);
      assert.deepEqual(broken, []);
      const rates = checks.filter(({ kind }) => kind === "null_rate");
      assert.equal(rates.length, 2);
    }
  }));

Deno.test("verifyRun counts rows that fail a CHECK, understood or not, and tells what it cannot check", () =>
  withContext(async (context) => {
    const ddl = `CREATE TABLE sales (
      id INTEGER PRIMARY KEY, low INTEGER NOT NULL, high INTEGER, code VARCHAR(8) NOT NULL,
      CONSTRAINT ordered CHECK (high >= low), CHECK (md5(code) <> '334c4a4c42fdb79d7ebc3e73b517e6f8'),
      CHECK (is_known(code)), CHECK (code IN (SELECT code FROM pg_user)));`;
    importDdl(context, ddl, { source: "x.sql", name: "shop", dialect: "postgres" });
    const { run } = await generate(context, "shop", { rows: { everyTable: 1_000 }, seed: 3 });
    const file = `${run.outputPath}/sales/part-00000.parquet`;
    const correct = { low: "1 AS low", high: "2 AS high", code: "'a' || id AS code" };
    const found = async (values: Partial<typeof correct>) => {
      await rewrite(file, `* REPLACE (${Object.values({ ...correct, ...values }).join(", ")})`);
      correctManifest(`${run.outputPath}/manifest.json`, file);
      const { checks, broken, unchecked } = await verifyRun(context, "shop");
      assert.deepEqual(unchecked.map(({ condition }) => condition), [
        "is_known(code)",
        "code IN (SELECT code FROM pg_user)",
      ]);
      assert.equal(unchecked.every(({ notChecked }) => notChecked!.length > 0), true);
      assert.equal(checks.filter(({ kind }) => kind === "check").length, 4);
      return broken.map(({ kind, name, condition, findingCount }) => [
        ...[kind, name ?? condition, findingCount],
      ]);
    };
    assert.deepEqual(await found({}), []);
    // NULL is no failure.
    const high = "CASE WHEN id <= 7 THEN 0 WHEN id > 950 THEN NULL ELSE 2 END AS high";
    assert.deepEqual(await found({ high }), [["check", "ordered", 7]]);
    const code = "CASE WHEN id <= 3 THEN 'none' ELSE 'a' || id END AS code";
    const condition = "md5(code) <> '334c4a4c42fdb79d7ebc3e73b517e6f8'";
    assert.deepEqual(await found({ code }), [["check", condition, 3]]);
  }));
