import { deepEqual } from "node:assert/strict";
import { withContext } from "./_testing.ts";
import { generate } from "./generate.ts";
import { importDdl } from "./import_ddl.ts";
import { pageHistory } from "./query_history.ts";
import { streamAnswer } from "./stream_answer.ts";

const DDL = "CREATE TABLE items (id INTEGER NOT NULL PRIMARY KEY, label VARCHAR(20));";
const ASKED = { experiment: "stock", dialect: "duckdb", format: "csv" } as const;

Deno.test("streamAnswer remembers how a question went, and tells of places in its text", async () => {
  await withContext(async (context) => {
    importDdl(context, DDL, { name: "stock", dialect: "postgres", source: "stock" });
    await generate(context, "stock", { rows: { everyTable: 20 } });
    const request = { ...ASKED, isRemembered: true };
    {
      const sql = "SELECT * FROM items";
      await using file = await streamAnswer(context, { ...request, sql });
      for await (const _ of file.bytes);
    }
    {
      const sql = "SELECT i FROM range(1000000000000) t(i)";
      await using file = await streamAnswer(context, { ...request, sql });
      await file.bytes.next();
    }
    const sql = "SELECT 1;\nSELECT nope FROM items";
    const told = await streamAnswer(context, { ...request, sql, statement: 2 })
      .catch((error) => error);
    deepEqual([told.code, told.problems[0].span.line, told.problems[0].span.column], [
      ...["QUERY_REFUSED", 2, 8],
    ]);
    const history = pageHistory(context, { countMax: 10 });
    deepEqual(history.map(({ rowCount, error }) => [rowCount, error?.code]), [
      [null, "QUERY_REFUSED"],
      [null, "CANCELLED"],
      [20, undefined],
    ]);
  });
});
