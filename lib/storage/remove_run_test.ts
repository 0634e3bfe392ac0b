import assert from "node:assert/strict";
import { withFolder } from "./_testing.ts";
import { DataRoot } from "./data_root.ts";
import { removeRun } from "./remove_run.ts";

Deno.test("removeRun removes a run, published or not, and no other", () =>
  withFolder((folder) => {
    const root = new DataRoot(folder);
    const [first, second] = ["r1", "r2"].map((id) => root.runPath("retail", id));
    for (const path of [first!, `${first}.partial`, second!]) {
      Deno.mkdirSync(`${path}/sales`, { recursive: true });
      Deno.writeTextFileSync(`${path}/sales/part-00000.parquet`, "PAR1");
    }
    removeRun(first!);
    const left = [...Deno.readDirSync(`${root.experimentPath("retail")}/runs`)];
    assert.deepEqual(left.map(({ name }) => name), ["r2"]);
    removeRun(first!);
  }));

Deno.test("removeRun removes what a killed process began to remove, and folders that are empty then", () =>
  withFolder((folder) => {
    const root = new DataRoot(folder);
    const path = root.runPath("retail", "r1");
    Deno.mkdirSync(`${path}.removed/sales`, { recursive: true });
    Deno.mkdirSync(path);
    removeRun(path, root);
    assert.deepEqual([...Deno.readDirSync(`${folder}/experiments`)], []);
  }));

Deno.test("removeRun leaves the links that users made", () =>
  withFolder((folder) => {
    Deno.mkdirSync(`${folder}/larger_disk/r1`, { recursive: true });
    const root = new DataRoot(`${folder}/root`);
    const runs = `${root.experimentPath("retail")}/runs`;
    Deno.mkdirSync(root.experimentPath("retail"), { recursive: true });
    Deno.symlinkSync(`${folder}/larger_disk`, runs);
    removeRun(root.runPath("retail", "r1"), root);
    assert.equal(Deno.lstatSync(runs).isSymlink, true);
    assert.deepEqual([...Deno.readDirSync(`${folder}/larger_disk`)], []);
  }));
