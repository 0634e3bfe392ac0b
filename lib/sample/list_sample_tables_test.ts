import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { listSampleTables } from "./list_sample_tables.ts";

async function withTree(
  files: readonly string[],
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_test_" });
  try {
    for (const file of files) {
      await Deno.mkdir(`${folder}/${file}`.replace(/\/[^/]*$/, ""), { recursive: true });
      await Deno.writeTextFile(`${folder}/${file}`, "");
    }
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("listSampleTables makes a table of every file and of every folder of parts", () =>
  withTree([
    ...["shop/a.csv", "shop/b.parquet", "shop/c.jsonl.gz", "shop/notes.txt", "shop/_SUCCESS.csv"],
    ...["shop/d/part-0.parquet", "shop/d/day=1/part-1.parquet", "shop/.hidden.csv"],
  ], async (folder) => {
    const tables = await listSampleTables([`${folder}/shop`]);
    const inside = (path: string) => path.slice(`${folder}/shop/`.length);
    assert.deepEqual(tables.map(({ name, format, files }) => [name, format, files.map(inside)]), [
      ["a", "csv", ["a.csv"]],
      ["b", "parquet", ["b.parquet"]],
      ["c", "jsonl", ["c.jsonl.gz"]],
      ["d", "parquet", ["d/day=1/part-1.parquet", "d/part-0.parquet"]],
    ]);
  }));

Deno.test("listSampleTables takes a folder of numbered parts as one table, and a name once", () =>
  withTree(
    ["orders/part-00000.csv", "orders/part-00001.csv", "old/x.csv", "new/x.csv"],
    async (folder) => {
      const paths = [`${folder}/orders`, `${folder}/old/x.csv`, `${folder}/new/x.csv`];
      const tables = await listSampleTables(paths);
      assert.deepEqual(tables.map(({ name, files }) => [name, files.length]), [
        ["orders", 2],
        ["x", 1],
        ["x_2", 1],
      ]);
    },
  ));

Deno.test("listSampleTables refuses what it cannot take, and says why", () =>
  withTree(
    ["none/a.txt", "odd/a*b.csv", "mixed/t/a.csv", "mixed/t/b.parquet", "x.xlsx"],
    async (folder) => {
      const cases: readonly (readonly [path: string, reason: RegExp])[] = [
        ["missing.csv", /there is no such file$/],
        ["none", /holds no files of data$/],
        ["odd", /its path holds '\*'; rename it$/],
        ["mixed", /mixes files of several formats$/],
        ["x.xlsx", /its ending is that of no format we read$/],
      ];
      for (const [path, reason] of cases) {
        await assert.rejects(
          listSampleTables([`${folder}/${path}`]),
          (error) => error instanceof DwSimError && reason.test(error.message),
          path,
        );
      }
    },
  ));
