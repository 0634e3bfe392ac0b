import assert from "node:assert/strict";
import { AppContext } from "./app_context.ts";
import { createExperiment } from "./create_experiment.ts";
import { generate } from "./generate.ts";
import { previewTable } from "./preview_table.ts";
import { sampleTable } from "./sample_table.ts";

const SCHEMA = JSON.stringify({
  name: "shop",
  tables: [
    {
      name: "customer",
      target_rows: 50,
      columns: [
        { name: "id", data_type: "INT", is_unique: true },
        { name: "email", data_type: "VARCHAR(80)", required: false, null_rate: 0.3 },
        { name: "since", data_type: "DATE" },
      ],
    },
    {
      name: "orders",
      target_rows: 200,
      columns: [
        { name: "id", data_type: "INT", is_unique: true },
        {
          name: "customer_id",
          data_type: "INT",
          foreign_key: { references_table: "customer", references_column: "id" },
        },
      ],
    },
  ],
});

async function withShop(work: (context: AppContext) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    using context = new AppContext({ flag: folder });
    createExperiment(context, SCHEMA, { source: "shop.json" });
    await work(context);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("previewTable shows the rows that a run with its seed begins with", async () => {
  await withShop(async (context) => {
    for (const table of ["customer", "orders"]) {
      const preview = await previewTable(context, "shop", { table, rowCount: 20, seed: 7 });
      assert.equal(preview.rows.length, 20);
      await generate(context, "shop", { seed: 7 });
      const made = await sampleTable(context, "shop", { table, rowCountMax: 20 });
      assert.deepEqual(
        preview.rows,
        made.rows.map((row) => row.map((value) => value === null ? null : String(value))),
      );
    }
  });
});

Deno.test("previewTable gives no more rows than the table has, and keeps nothing", async () => {
  await withShop(async (context) => {
    const { rows, columns } = await previewTable(context, "shop", {
      ...{ table: "customer", rowCount: 1_000, seed: 1 },
    });
    assert.equal(rows.length, 50);
    assert.deepEqual(columns.map(({ type }) => type), ["INTEGER", "VARCHAR(80)", "DATE"]);
    assert.equal(context.catalog.experiments.get("shop").currentRunId ?? null, null);
  });
});

Deno.test("previewTable names a table that is not there", async () => {
  await withShop(async (context) => {
    await assert.rejects(
      previewTable(context, "shop", { table: "custmer", rowCount: 1, seed: 1 }),
      { code: "TABLE_NOT_FOUND" },
    );
  });
});
