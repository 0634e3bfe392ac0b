import assert from "node:assert/strict";
import { withFolder } from "./_testing.ts";
import { DataRoot } from "./data_root.ts";
import { removeExperiment, removeRun } from "./remove_run.ts";

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

Deno.test("removeExperiment removes an experiment's runs and no other experiment's", () =>
  withFolder((folder) => {
    const root = new DataRoot(folder);
    for (const name of ["retail", "retail_2"]) {
      Deno.mkdirSync(root.runPath(name, "r1"), { recursive: true });
    }
    removeExperiment(root, "retail");
    const left = [...Deno.readDirSync(`${folder}/experiments`)];
    assert.deepEqual(left.map(({ name }) => name), ["retail_2"]);
    removeExperiment(root, "retail");
  }));

Deno.test("removeExperiment does not follow a link out of the data root", () =>
  withFolder((folder) => {
    Deno.mkdirSync(`${folder}/outside`);
    Deno.writeTextFileSync(`${folder}/outside/precious`, "");
    const root = new DataRoot(`${folder}/root`);
    Deno.mkdirSync(root.experimentPath("retail"), { recursive: true });
    Deno.symlinkSync(`${folder}/outside`, `${root.experimentPath("retail")}/runs`);
    removeExperiment(root, "retail");
    assert.equal(Deno.statSync(`${folder}/outside/precious`).isFile, true);
  }));
