import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { SHOP_DDL, withContext } from "./_testing.ts";
import { BackgroundRuns } from "./background_runs.ts";
import { deleteExperiment } from "./delete_experiment.ts";
import { importDdl } from "./import_ddl.ts";
import { showRun } from "./list_runs.ts";

const SHOP = { source: "shop.sql", name: "shop", dialect: "redshift" } as const;

Deno.test("a run in the background is there at once, and ends by itself", async () => {
  await withContext(async (context) => {
    importDdl(context, SHOP_DDL, SHOP);
    const runs = new BackgroundRuns(context);
    const rows = { everyTable: 10 };
    const started = await runs.start({ kind: "generate", experiment: "shop", rows, seed: 5 });
    equal(runs.activeCount, 1);
    const ended = await started.ended;
    deepEqual([ended.id, ended.status, ended.seed], [started.run.id, "completed", 5]);
    deepEqual(ended.rowCounts, { stores: 10, receipts: 10 });
    equal(runs.activeCount, 0);
    await runs.stop(1_000);
  });
});

Deno.test("what cannot be made is refused as it would be in this thread, problems and all", async () => {
  await withContext(async (context) => {
    importDdl(context, SHOP_DDL, SHOP);
    const runs = new BackgroundRuns(context);
    await rejects(runs.start({ kind: "generate", experiment: "nope" }), {
      code: "EXPERIMENT_NOT_FOUND",
      message: "There is no experiment named 'nope'",
    });
    const rows = { byTable: new Map([["stores", 99_999_999_999]]) };
    const error = await runs.start({ kind: "generate", experiment: "shop", rows })
      .catch((error) => error);
    deepEqual([error.code, error.problems.length > 0], ["GENERATION_IMPOSSIBLE", true]);
    await runs.stop(1_000);
  });
});

Deno.test("stopping aborts a run under way, which can be resumed", async () => {
  await withContext(async (context) => {
    importDdl(context, SHOP_DDL, SHOP);
    const runs = new BackgroundRuns(context);
    const rows = { everyTable: 20_000_000 };
    const { run, ended } = await runs.start({ kind: "generate", experiment: "shop", rows });
    await runs.stop(10_000);
    const { id, status, error } = await ended;
    deepEqual([id, status, error!.code], [run.id, "aborted", "RUN_CANCELLED"]);
    const again = await runs.start({ kind: "resume", experiment: "shop", runId: run.id });
    equal(again.run.id, run.id);
    await runs.stop(10_000);
  });
});

Deno.test("a run whose experiment is deleted before word of its end comes ends like any other", async () => {
  await withContext(async (context) => {
    importDdl(context, SHOP_DDL, SHOP);
    const runs = new BackgroundRuns(context);
    const rows = { everyTable: 10 };
    const { run, ended } = await runs.start({ kind: "generate", experiment: "shop", rows });
    // Messages wait for as long as this thread does, so the catalog knows of the end before us.
    while (showRun(context, "shop", run.id).status !== "completed") sleep(5);
    deleteExperiment(context, "shop");
    const last = await ended;
    deepEqual([last.id, last.status], [run.id, "completed"]);
    await runs.stop(1_000);
  });
});

Deno.test("a run that fails after its experiment is gone still tells why", async () => {
  await withContext(async (context) => {
    importDdl(context, SHOP_DDL, SHOP);
    const runs = new BackgroundRuns(context);
    const rows = { everyTable: 20_000_000 };
    const { run, ended } = await runs.start({ kind: "generate", experiment: "shop", rows });
    context.catalog.runs.requestCancel(run.id);
    while (showRun(context, "shop", run.id).status !== "aborted") sleep(5);
    deleteExperiment(context, "shop");
    const last = await ended;
    deepEqual([last.id, last.status, last.error!.code], [run.id, "aborted", "RUN_CANCELLED"]);
    await runs.stop(1_000);
  });
});

Deno.test("a run that is asked for as the server stops does not hold it up", async () => {
  await withContext(async (context) => {
    importDdl(context, SHOP_DDL, SHOP);
    const runs = new BackgroundRuns(context);
    const rows = { everyTable: 20_000_000 };
    const begun = runs.start({ kind: "generate", experiment: "shop", rows });
    const startedAtMs = performance.now();
    await runs.stop(20_000);
    ok(performance.now() - startedAtMs < 10_000);
    const { ended } = await begun;
    equal((await ended).status, "aborted");
  });
});

/** Holds this thread, as a long answer would. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
