import assert from "node:assert/strict";
import fc from "fast-check";
import { planOf } from "./_testing.ts";
import { partFile, splitParts } from "./split_parts.ts";

Deno.test("splitParts covers every row of every table once, in order", () => {
  const rows = fc.dictionary(fc.string(), fc.integer({ min: 0, max: 5000 }));
  fc.assert(fc.property(rows, fc.integer({ min: 1, max: 700 }), (rowsByTable, partRows) => {
    const plan = planOf(rowsByTable);
    const parts = splitParts(plan, { partRows });
    for (const { name, rowCount } of plan.tables) {
      let next = 0;
      for (const [index, part] of parts.filter(({ table }) => table === name).entries()) {
        assert.deepEqual([part.index, part.firstRow], [index, next]);
        assert(part.rowCount <= partRows);
        assert(part.rowCount > 0 || rowCount === 0);
        next += part.rowCount;
      }
      assert.equal(next, rowCount);
    }
  }));
});

Deno.test("splitParts gives a table without rows one part, so that its columns are on file", () => {
  assert.deepEqual(splitParts(planOf({ empty: 0 }), { partRows: 10 }), [
    { table: "empty", index: 0, firstRow: 0, rowCount: 0 },
  ]);
});

Deno.test("partFile sorts as it counts", () => {
  assert.deepEqual([partFile(0), partFile(12_345)], ["part-00000.parquet", "part-12345.parquet"]);
});
