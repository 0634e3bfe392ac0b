import { deepEqual, equal } from "node:assert/strict";
import { withCatalog } from "./_testing.ts";
import type { AskedQueryDraft } from "./query_history.ts";

const DRAFT: AskedQueryDraft = {
  askedAt: "2026-01-31T09:30:00.000Z",
  experimentName: "retail",
  dialect: "redshift",
  sql: "SELECT 1",
  elapsedMs: 12.5,
  rowCount: 1,
  error: null,
};

Deno.test("QueryHistory keeps what was asked, the newest first, by experiment", () => {
  withCatalog([], ({ queryHistory }) => {
    const error = { code: "QUERY_REFUSED", message: "The query cannot run" };
    queryHistory.add(DRAFT);
    queryHistory.add({ ...DRAFT, experimentName: null, rowCount: null, error });
    queryHistory.add({ ...DRAFT, experimentName: "other", sql: "SELECT 3" });
    const all = queryHistory.page({ countMax: 9 });
    deepEqual(all.map(({ id }) => id), [3, 2, 1]);
    deepEqual(all[2], { ...DRAFT, id: 1, isCut: false });
    deepEqual(all[1]!.error, error);
    const retail = queryHistory.page({ countMax: 9, experimentName: "RETAIL" });
    deepEqual(retail.map(({ id }) => id), [1]);
    deepEqual(queryHistory.page({ countMax: 1, before: 3 }).map(({ id }) => id), [2]);
    equal(queryHistory.clear("OTHER"), 1);
    deepEqual(queryHistory.page({ countMax: 9 }).map(({ id }) => id), [2, 1]);
    equal(queryHistory.clear(), 2);
    deepEqual(queryHistory.page({ countMax: 9 }), []);
  });
});

Deno.test("QueryHistory is bounded: old questions go, and long ones are cut", () => {
  withCatalog([], ({ queryHistory }) => {
    for (let i = 0; i < 1_003; i++) queryHistory.add({ ...DRAFT, sql: `SELECT ${i}` });
    queryHistory.add({ ...DRAFT, sql: "x".repeat(20_001) });
    const all = queryHistory.page({ countMax: 5_000 });
    deepEqual([all.length, all[0]!.isCut, all[0]!.sql.length], [1_000, true, 20_000]);
    equal(all.at(-1)!.sql, "SELECT 4");
  });
});
