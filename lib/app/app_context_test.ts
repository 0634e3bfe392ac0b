import assert from "node:assert/strict";
import { currentOwner } from "../catalog/mod.ts";
import { SHOP_DDL, withContext } from "./_testing.ts";
import { importDdl } from "./import_ddl.ts";
import { listRuns } from "./list_runs.ts";

Deno.test("a context that lives long ends the runs of processes that died meanwhile", () =>
  withContext(async (context) => {
    importDdl(context, SHOP_DDL, { source: "shop.sql", name: "shop", dialect: "redshift" });
    const { runs } = context.catalog;
    const draft = (owner: ReturnType<typeof currentOwner>) => ({
      ...{ experimentName: "shop", seed: 1, generatorVersion: 1, schemaHash: "abc", owner },
      ...{ targetRows: {}, layout: { partRows: 1_048_576, codec: "snappy" } },
      outputPath: (id: string) => context.dataRoot.runPath("shop", id),
    });
    // This process's number, as another process had it before.
    const { id } = runs.create(draft({ ...currentOwner(), startedAt: "1" }));
    assert.equal(listRuns(context, "shop")[0]!.status, "queued");
    await new Promise((resume) => setTimeout(resume, 1_100));
    assert.deepEqual(listRuns(context, "shop").map((run) => [run.id, run.status]), [
      [id, "aborted"],
    ]);
    runs.create(draft(currentOwner()));
    await new Promise((resume) => setTimeout(resume, 1_100));
    assert.equal(listRuns(context, "shop")[0]!.status, "queued");
  }));
