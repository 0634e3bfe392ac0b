import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { findTable, renderType } from "../schema/mod.ts";
import { withContext } from "./_testing.ts";
import { generate } from "./generate.ts";
import { importDdl } from "./import_ddl.ts";
import { importSample } from "./import_sample.ts";
import { listExperiments } from "./list_experiments.ts";
import { verifyRun } from "./verify_run.ts";

const TPCH = new URL("../../examples/tpch_redshift.sql", import.meta.url);

const ROWS = new Map(Object.entries({
  ...{ region: 5, nation: 25, supplier: 100, customer: 1500, part: 2000, partsupp: 8000 },
  ...{ orders: 15_000, lineitem: 40_000 },
}));

Deno.test("importSample finds TPC-H again in the files made from its DDL", () =>
  withContext(async (context) => {
    const text = await Deno.readTextFile(TPCH);
    const { schema: original } = importDdl(context, text, {
      ...{ source: "tpch.sql", name: "tpch", dialect: "redshift" },
    });
    const { run } = await generate(context, "tpch", { rows: { byTable: ROWS }, workerCount: 1 });
    const { schema, diagnostics } = await importSample(context, [run.outputPath], {
      name: "again",
    });
    assert.equal(schema.tables.length, 8);
    for (const table of original.tables) {
      const found = findTable(schema, table.name);
      assert.equal(found.targetRows, ROWS.get(table.name));
      const key = (each: typeof table) => each.compositeKeys[0] ?? each.primaryKey;
      assert.deepEqual(key(found), key(table), table.name);
      const references = (each: typeof table) =>
        each.foreignKeys.map(({ columns, referencesTable }) => `${columns} → ${referencesTable}`)
          .toSorted();
      assert.deepEqual(references(found), references(table), table.name);
      for (const column of table.columns) {
        const same = found.columns.find(({ name }) => name === column.name);
        if (column.type.kind === "string") assert.equal(same!.type.kind, "string", column.name);
        else assert.equal(renderType(same!.type), renderType(column.type), column.name);
        // A few rows may have no NULL by chance.
        if (found.targetRows >= 1000) assert.equal(same!.nullable, column.nullable, column.name);
      }
    }
    const flags = findTable(schema, "lineitem").columns
      .find(({ name }) => name === "l_returnflag")!.distribution;
    assert.ok(flags?.kind === "values" && flags.values.length <= 3);
    assert.ok(diagnostics.every(({ severity }) => severity !== "error"));
    // What was concluded can be made: the same tables, their keys and ranges.
    const again = await generate(context, "again", { workerCount: 1 });
    assert.equal(again.run.rowCounts!.lineitem, 40_000);
    assert.deepEqual((await verifyRun(context, "again")).broken, []);
  }));

Deno.test("importSample keeps nothing on a dry run, nor when it fails", () =>
  withContext(async (context, folder) => {
    const path = `${folder}/a.csv`;
    await Deno.writeTextFile(path, "id,v\n1,2\n2,3\n");
    await importSample(context, [path], { name: "a", dryRun: true });
    for (const missing of [`${folder}/none.csv`, `${folder}/home`, `${folder}/x.xlsx`]) {
      await Deno.mkdir(`${folder}/home`, { recursive: true });
      await assert.rejects(
        importSample(context, [missing], { name: "a" }),
        (error) => error instanceof DwSimError && error.code === "SAMPLE_PATH_UNREADABLE",
      );
    }
    await Deno.writeTextFile(`${folder}/b.parquet`, "no Parquet");
    await assert.rejects(
      importSample(context, [`${folder}/b.parquet`], { name: "a" }),
      (error) => error instanceof DwSimError && error.code === "SAMPLE_UNREADABLE",
    );
    assert.deepEqual(listExperiments(context), []);
  }));
