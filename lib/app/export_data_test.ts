import { deepEqual, equal, rejects } from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import { SHOP_DDL, withContext } from "./_testing.ts";
import type { AppContext } from "./app_context.ts";
import { exportData, type ExportDataRequest } from "./export_data.ts";
import { generate } from "./generate.ts";
import { importDdl } from "./import_ddl.ts";

Deno.test("an export holds the rows of the run, in every format and packing", async () => {
  await withShop(async (context, folder) => {
    const forms = [
      ["parquet", "none"],
      ["parquet", "zstd"],
      ["parquet", "gzip"],
      ["csv", "none"],
      ["csv", "zstd"],
      ["jsonl", "gzip"],
    ] as const;
    for (const [format, compression] of forms) {
      const outputPath = `${folder}/${format}_${compression}`;
      const { tables } = await exportData(context, "shop", { format, compression, outputPath });
      deepEqual(tables.map(({ name, rows }) => [name, rows]), [["stores", 40], ["receipts", 900]]);
      const files = tables[1]!.files.map(({ path }) => `${outputPath}/${path}`);
      const reader = { parquet: "read_parquet", csv: "read_csv", jsonl: "read_json" }[format];
      const rows = await ask(
        `SELECT count(*)::INT, count(DISTINCT _row_id)::INT, max(_row_id)::INT FROM ${reader}(${
          JSON.stringify(files).replaceAll('"', "'")
        })`,
      );
      deepEqual(rows, [[900, 900, 900]], `${format} ${compression}`);
    }
  });
});

Deno.test("an export as the run lies is its files, byte for byte", async () => {
  await withShop(async (context, folder) => {
    const outputPath = `${folder}/same`;
    const { run, tables } = await exportData(context, "shop", { format: "parquet", outputPath });
    for (const { path, bytes } of tables.flatMap(({ files }) => files)) {
      const exported = await Deno.readFile(`${outputPath}/${path}`);
      equal(exported.length, bytes);
      deepEqual(exported, await Deno.readFile(`${run.outputPath}/${path}`));
    }
  });
});

Deno.test("a partitioned export leaves tables without the column plain, unless they are named", async () => {
  await withShop(async (context, folder) => {
    const request: ExportDataRequest = {
      ...{ format: "csv", partitionBy: "OPEN", outputPath: `${folder}/parts` },
    };
    const { tables } = await exportData(context, "shop", request);
    const folders = tables[0]!.files.map(({ path }) => path.split("/")[1]).toSorted();
    const known = ["open=__HIVE_DEFAULT_PARTITION__", "open=false", "open=true"];
    deepEqual(folders.filter((name) => !known.includes(name!)), []);
    deepEqual(tables[1]!.files.map(({ path }) => path), ["receipts/part-00000.csv"]);
    const named = { ...request, outputPath: `${folder}/named`, tables: ["receipts"] };
    await rejects(exportData(context, "shop", named), { code: "COLUMN_NOT_FOUND" });
    const many = { ...request, outputPath: `${folder}/many`, partitionBy: "_row_id" };
    const { tables: fewer } = await exportData(context, "shop", many);
    equal(fewer[1]!.files.length, 900);
  });
});

Deno.test("an export that is cancelled or refused leaves nothing", async () => {
  await withShop(async (context, folder) => {
    const outputPath = `${folder}/out`;
    const cancel = new AbortController();
    const cancelled = exportData(context, "shop", {
      ...{ format: "csv", outputPath, signal: cancel.signal },
      onProgress: ({ table }) => table === "receipts" && cancel.abort(),
    });
    await rejects(cancelled, { code: "CANCELLED" });
    await generate(context, "shop", { seed: 1, rows: { everyTable: 1_100 } });
    const many = { format: "csv", outputPath, partitionBy: "id" } as const;
    await rejects(exportData(context, "shop", many), { code: "EXPORT_TOO_MANY_PARTITIONS" });
    deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["home"]);
  });
});

Deno.test("an empty table is exported, too: plain with its header, partitioned as an empty folder", async () => {
  await withShop(async (context, folder) => {
    await generate(context, "shop", { seed: 1, rows: { everyTable: 0 } });
    for (const partitionBy of [undefined, "open"]) {
      const outputPath = `${folder}/empty_${partitionBy}`;
      const { tables } = await exportData(context, "shop", {
        ...{ format: "csv", outputPath, tables: ["stores"] },
        ...partitionBy !== undefined && { partitionBy },
      });
      equal(tables[0]!.rows, 0);
      equal(Deno.statSync(`${outputPath}/stores`).isDirectory, true);
      if (partitionBy !== undefined) continue;
      equal(await Deno.readTextFile(`${outputPath}/stores/part-00000.csv`), "id,name,open\n");
    }
  });
});

async function withShop(
  work: (context: AppContext, folder: string) => Promise<void>,
): Promise<void> {
  await withContext(async (context, folder) => {
    importDdl(context, SHOP_DDL, { name: "shop", dialect: "redshift", source: "shop.sql" });
    const byTable = new Map([["receipts", 900]]);
    await generate(context, "shop", { seed: 1, rows: { everyTable: 40, byTable } });
    await work(context, folder);
  });
}

async function ask(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return (await connection.run(sql)).getChunk(0).getRows();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
