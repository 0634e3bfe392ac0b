import assert from "node:assert/strict";
import { SHOP_DDL, withContext } from "./_testing.ts";
import type { AppContext } from "./app_context.ts";
import { generate, type RowRequest } from "./generate.ts";
import { importDdl } from "./import_ddl.ts";
import { listRuns } from "./list_runs.ts";
import { runQuery } from "./run_query.ts";
import { verifyRun } from "./verify_run.ts";

function makeShop(context: AppContext, ddl = SHOP_DDL): void {
  importDdl(context, ddl, { source: "shop.sql", name: "shop", dialect: "redshift" });
}

async function failure(work: Promise<unknown>): Promise<{ code: string }> {
  return await work.then(() => assert.fail("it was not refused"), (error) => error);
}

Deno.test("generate makes the asked rows and the run the current one", () =>
  withContext(async (context) => {
    makeShop(context);
    const rows = { everyTable: 20, byTable: new Map([["Receipts", 300]]) };
    const { run } = await generate(context, "SHOP", { rows, seed: 3 });
    assert.equal(run.status, "completed");
    assert.deepEqual(run.rowCounts, { stores: 20, receipts: 300 });
    assert.equal(context.catalog.experiments.get("shop").currentRunId, run.id);
    const report = await verifyRun(context, "shop");
    assert.deepEqual(report.broken, []);
    assert.equal(report.rowCount, 320);
  }));

Deno.test("generate multiplies rows by a scale, those of named tables and of codes aside", () =>
  withContext(async (context) => {
    const codes = "CREATE TABLE country (country_code CHAR(2) PRIMARY KEY);";
    makeShop(context, `${SHOP_DDL};${codes}`);
    const rowsOf = async (rows: RowRequest) =>
      (await generate(context, "shop", { rows, seed: 3 })).run.rowCounts;
    const byTable = new Map([["receipts", 7]]);
    assert.deepEqual(await rowsOf({ scale: 2 }), { stores: 2000, receipts: 2000, country: 249 });
    assert.deepEqual(await rowsOf({ scale: 0.0001, byTable }), {
      ...{ stores: 1, receipts: 7, country: 1 },
    });
    assert.deepEqual(await rowsOf({ scale: 3, everyTable: 10 }), {
      ...{ stores: 30, receipts: 30, country: 30 },
    });
  }));

Deno.test("generate without a seed draws one and records it", () =>
  withContext(async (context) => {
    makeShop(context);
    const first = await generate(context, "shop");
    const second = await generate(context, "shop");
    assert.notEqual(first.run.seed, second.run.seed);
    assert.equal(listRuns(context, "shop").length, 2);
  }));

Deno.test("generate refuses what cannot exist before there is a run", () =>
  withContext(async (context) => {
    makeShop(context, "CREATE TABLE flags (flag BOOLEAN NOT NULL PRIMARY KEY);");
    const rows = { everyTable: 1000 };
    assert.equal(
      (await failure(generate(context, "shop", { rows }))).code,
      "GENERATION_IMPOSSIBLE",
    );
    const unknown = { byTable: new Map([["flag", 1]]) };
    assert.equal(
      (await failure(generate(context, "shop", { rows: unknown }))).code,
      "TABLE_NOT_FOUND",
    );
    assert.deepEqual(listRuns(context, "shop"), []);
    assert.deepEqual(experimentFolders(context), []);
  }));

Deno.test("a run that fails is recorded with its trace and leaves no files", () =>
  withContext(async (context) => {
    makeShop(context);
    const file = `${context.dataRoot.path}/experiments`;
    await Deno.writeTextFile(file, "");
    const error = await failure(generate(context, "shop"));
    assert.equal(error.code, "STORAGE_UNWRITABLE");
    const [run] = listRuns(context, "shop");
    assert.equal(run!.status, "failed");
    assert.equal(run!.error!.code, "STORAGE_UNWRITABLE");
    assert.match(run!.error!.trace!, /\n {4}at /);
    assert.equal(await Deno.readTextFile(file), "");
    assert.equal(context.catalog.experiments.get("shop").currentRunId, null);
    assert.equal((await failure(runQuery(context, { sql: "SELECT 1" }))).code, "EXPERIMENT_EMPTY");
  }));

Deno.test("a folder that is taken is refused before there is a run, and left as it is", () =>
  withContext(async (context, folder) => {
    makeShop(context);
    const outputPath = `${folder}/taken`;
    await Deno.mkdir(outputPath);
    const error = await failure(generate(context, "shop", { outputPath }));
    assert.equal(error.code, "STORAGE_TARGET_EXISTS");
    assert.deepEqual(listRuns(context, "shop"), []);
    assert.deepEqual([...Deno.readDirSync(outputPath)], []);
  }));

Deno.test("a cancelled run is recorded as aborted, and the run before stays current", () =>
  withContext(async (context) => {
    makeShop(context);
    const { run } = await generate(context, "shop");
    const cancel = new AbortController();
    const rows = { byTable: new Map([["receipts", 5_000_000]]) };
    const options = { rows, signal: cancel.signal, onProgress: () => cancel.abort() };
    assert.equal((await failure(generate(context, "shop", options))).code, "RUN_CANCELLED");
    const [aborted] = listRuns(context, "shop");
    assert.equal(aborted!.status, "aborted");
    assert.equal(context.catalog.experiments.get("shop").currentRunId, run.id);
    assert.throws(() => Deno.statSync(aborted!.outputPath), Deno.errors.NotFound);
  }));

Deno.test("a run stops when another process asks the catalog to", () =>
  withContext(async (context) => {
    makeShop(context);
    let isAsked = false;
    const ask = () => {
      const active = context.catalog.runs.active("shop");
      if (!isAsked && active !== null) context.catalog.runs.requestCancel(active.id);
      isAsked = true;
    };
    const rows = { byTable: new Map([["receipts", 50_000_000]]) };
    assert.equal(
      (await failure(generate(context, "shop", { rows, onProgress: ask }))).code,
      "RUN_CANCELLED",
    );
    assert.equal(listRuns(context, "shop")[0]!.status, "aborted");
  }));

function experimentFolders({ dataRoot }: AppContext): string[] {
  try {
    return [...Deno.readDirSync(`${dataRoot.path}/experiments`)].map(({ name }) => name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
