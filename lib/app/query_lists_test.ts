import { deepEqual } from "node:assert/strict";
import { withContext } from "./_testing.ts";
import { generate } from "./generate.ts";
import { importDdl } from "./import_ddl.ts";
import { runQuery } from "./run_query.ts";

const DDL =
  "CREATE TABLE posts (id integer PRIMARY KEY, tags text[] NOT NULL, size smallint NOT NULL);";

/** What is asked of every row, and what every row must answer. */
const ALWAYS = [
  "cardinality(tags) = array_length(tags, 1) AND cardinality(tags) > 0",
  "tags[1] = (tags[1:1])[1] AND tags[0] IS NULL",
  "tags[1] = ANY(tags) AND tags @> ARRAY[tags[1]]",
  "cardinality(tags || 'new'::text) = cardinality(tags) + 1",
  "tags::text = '{' || array_to_string(tags, ',') || '}'",
  "cardinality(tags) = (SELECT count(*) FROM unnest(tags) AS tag)",
  "size * 40000 + 40000 = 40000 * (size::integer + 1)",
];

Deno.test("columns of PostgreSQL's arrays are lists, counted from 1; those of two bytes grow", async () => {
  await withContext(async (context) => {
    importDdl(context, DDL, { name: "blog", dialect: "postgres", source: "blog" });
    await generate(context, "blog", { rows: { everyTable: 20 }, seed: 7 });
    for (const condition of ALWAYS) {
      const sql = `SELECT count(*) FILTER (WHERE ${condition}), count(*) FROM posts`;
      await using answer = await runQuery(context, { sql, experiment: "blog" });
      for await (const batch of answer.result.batches()) {
        deepEqual(batch.json(), [[20, 20]], condition);
      }
    }
  });
});
