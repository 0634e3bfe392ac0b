import { deepEqual, equal, rejects } from "node:assert/strict";
import { withContext } from "./_testing.ts";
import { createExperiment } from "./create_experiment.ts";
import { estimateRun } from "./estimate_run.ts";
import { createExample, EXAMPLES } from "./examples.ts";
import { generate } from "./generate.ts";
import { profileTable } from "./profile_table.ts";
import { runQuery } from "./run_query.ts";
import type { AppContext } from "./app_context.ts";

const DOCUMENT = {
  name: "shop",
  tables: [
    {
      name: "stores",
      target_rows: 40,
      columns: [{ name: "id", data_type: "INT", is_unique: true }],
    },
    {
      ...{ name: "sales", target_rows: 2_000 },
      columns: [
        { name: "id", data_type: "INT", is_unique: true },
        {
          name: "state",
          data_type: "VARCHAR(9)",
          distribution: {
            ...{ type: "values", values: { open: 3, paid: 6, sent: 1 } },
          },
        },
        { name: "total", data_type: "DECIMAL(9,2)", required: false, min_value: 0, max_value: 100 },
        { name: "note", data_type: "VARCHAR(60)" },
        { name: "sold_on", data_type: "DATE", date_start: "2024-01-01", date_end: "2024-12-31" },
        { name: "none", data_type: "INT", required: false, null_rate: 1 },
        {
          name: "store_id",
          data_type: "INT",
          foreign_key: {
            ...{ references_table: "stores", references_column: "id" },
          },
        },
      ],
    },
  ],
};

async function ask(context: AppContext, sql: string): Promise<string[][]> {
  await using answer = await runQuery(context, { experiment: "shop", sql });
  const rows: string[][] = [];
  for await (const batch of answer.result.batches()) rows.push(...batch.text() as string[][]);
  return rows;
}

Deno.test("profileTable counts what queries count, in the files of the run", async () => {
  await withContext(async (context) => {
    createExperiment(context, JSON.stringify(DOCUMENT), { source: "test" });
    await rejects(profileTable(context, "shop", { table: "sales" }), { code: "EXPERIMENT_EMPTY" });
    await generate(context, "shop", { seed: 3 });
    const { columns, references, rowCount } = await profileTable(context, "SHOP", {
      table: "Sales",
    });
    equal(rowCount, 2_000);
    const [id, state, total, note, soldOn, none] = columns;
    equal(id!.shape.kind, "histogram");
    equal(id!.distinctCount, rowCount);
    const states = await ask(
      context,
      "SELECT state, count(*) FROM sales GROUP BY 1 ORDER BY 2 DESC",
    );
    deepEqual(
      state!.shape.kind === "top" &&
        state!.shape.values.map(({ text, count }) => [text, `${count}`]),
      states,
    );
    const [[nulls, min, max]] = await ask(
      context,
      "SELECT count(*) - count(total), min(total), max(total) FROM sales",
    ) as [string[]];
    deepEqual([`${total!.nullCount}`, total!.min, total!.max], [nulls, min, max]);
    for (const { shape, nullCount } of [id!, total!, note!, soldOn!]) {
      if (shape.kind !== "histogram") continue;
      equal(shape.counts.reduce((sum, count) => sum + count, 0), rowCount - nullCount);
    }
    deepEqual(none!.shape, { kind: "none" });
    const [stores] = references;
    const families = await ask(
      context,
      "SELECT min(n), max(n), count(*) FROM (SELECT count(store_id) n FROM stores " +
        "LEFT JOIN sales ON store_id = stores.id GROUP BY stores.id)",
    );
    deepEqual([[`${stores!.min}`, `${stores!.max}`, `${stores!.parentCount}`]], families);
    equal(stores!.steps.reduce((sum, { count }) => sum + count, 0), 40);
    equal(stores!.mean, 50);
  });
});

Deno.test("estimateRun reckons from types at first, and from files once there are any", async () => {
  await withContext(async (context) => {
    createExperiment(context, JSON.stringify(DOCUMENT), { source: "test" });
    const before = estimateRun(context, "shop");
    equal(before.basis, "column types");
    equal(before.bytesPerRow["sales"]! > before.bytesPerRow["stores"]!, true);
    await generate(context, "shop");
    const after = estimateRun(context, "shop");
    equal(after.basis, "current run");
    equal(after.bytesPerRow["sales"]! > 0 && after.msPerRow["sales"]! > 0, true);
  });
});

Deno.test("createExample makes every example, as large as it says", async () => {
  await withContext(async (context) => {
    for (const example of EXAMPLES) {
      const { name, tables } = await createExample(context, example);
      deepEqual([name, tables.length], [example.name, example.tableCount]);
    }
  });
});
