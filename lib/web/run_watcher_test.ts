import { deepEqual, equal } from "node:assert/strict";
import { AppContext, deleteExperiment, generate, importDdl, type RunRecord } from "../app/mod.ts";
import { RunWatcher } from "./run_watcher.ts";

const SHOP = { source: "test", name: "shop", dialect: "redshift", rows: 5 } as const;

Deno.test("a watcher tells of a run that is no longer there, and goes on", async () => {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_test_" });
  try {
    using context = new AppContext({ flag: folder });
    importDdl(context, "CREATE TABLE t (id INT)", SHOP);
    const { run } = await generate(context, "shop");
    const told: (RunRecord | null)[] = [];
    const news = Promise.withResolvers<void>();
    {
      using _watch = new RunWatcher(context).watch(run, (now) => {
        told.push(now);
        if (now === null) news.resolve();
        else deleteExperiment(context, "shop");
      });
      await news.promise;
    }
    deepEqual(told.map((now) => now?.id ?? null), [run.id, null]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a watcher lets a catalog that cannot be read be, and looks again", async () => {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_test_" });
  try {
    using context = new AppContext({ flag: `${folder}/home` });
    importDdl(context, "CREATE TABLE t (id INT)", SHOP);
    const { run } = await generate(context, "shop");
    // The same folder, seen by a context that has not opened the catalog yet, and cannot.
    using other = new AppContext({ flag: `${folder}/other` });
    await Deno.mkdir(`${folder}/other/catalog.sqlite`, { recursive: true });
    const told: (RunRecord | null)[] = [];
    const news = Promise.withResolvers<void>();
    {
      using _watch = new RunWatcher(other).watch(run, (now) => {
        told.push(now);
        news.resolve();
      });
      await new Promise((resume) => setTimeout(resume, 400));
      equal(told.length, 0);
      await Deno.remove(`${folder}/other`, { recursive: true });
      await Deno.rename(`${folder}/home`, `${folder}/other`);
      await news.promise;
    }
    equal(told[0]!.status, "completed");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
