import { deepEqual, equal, throws } from "node:assert/strict";
import { SHOP_DDL, withContext } from "./_testing.ts";
import { changeColumns } from "./change_columns.ts";
import { importChangedDdl } from "./import_changed_ddl.ts";
import { importDdl } from "./import_ddl.ts";
import { showExperiment } from "./list_experiments.ts";

const OPTIONS = { source: "test", name: "shop", dialect: "postgres" } as const;

Deno.test("changeColumns changes what decides values, and nothing else", async () => {
  await withContext((context) => {
    const { schema } = importDdl(context, SHOP_DDL, { ...OPTIONS, dryRun: true });
    const changed = changeColumns(schema, {
      RECEIPTS: { Total: { min_value: 1, max_value: 9, null_rate: 0.5 } },
      stores: { name: { faker_rule: "company" } },
    });
    const total = changed.tables[1]!.columns.find(({ name }) => name === "total")!;
    deepEqual([total.range, total.nullRate], [{ min: 1, max: 9 }, 0.5]);
    equal(changed.tables[0]!.columns[1]!.generator, "company");
    deepEqual(
      changeColumns(changed, {
        receipts: { total: { min_value: null, max_value: null, null_rate: null } },
        stores: { name: { faker_rule: null } },
      }),
      schema,
    );
    equal(changeColumns(schema, {}), schema);
  });
});

Deno.test("changeColumns refuses tables and columns that are not there, and values that cannot be", async () => {
  await withContext((context) => {
    const { schema } = importDdl(context, SHOP_DDL, { ...OPTIONS, dryRun: true });
    throws(() => changeColumns(schema, { store: { id: {} } }), { code: "TABLE_NOT_FOUND" });
    throws(() => changeColumns(schema, { stores: { nam: {} } }), { code: "COLUMN_NOT_FOUND" });
    throws(
      () => changeColumns(schema, { receipts: { total: { null_rate: 3 } } }),
      { code: "SCHEMA_INVALID" },
    );
  });
});

Deno.test("importChangedDdl keeps the experiment with its changes, or nothing", async () => {
  await withContext((context) => {
    const columns = { receipts: { total: { null_rate: 2 } } };
    throws(
      () => importChangedDdl(context, SHOP_DDL, { ...OPTIONS, columns }),
      { code: "SCHEMA_INVALID" },
    );
    equal(context.catalog.experiments.list().length, 0);
    importChangedDdl(context, SHOP_DDL, {
      ...OPTIONS,
      columns: { receipts: { total: { null_rate: 0.25 } } },
    });
    const [, receipts] = showExperiment(context, "shop").schema.tables;
    equal(receipts!.columns.find(({ name }) => name === "total")!.nullRate, 0.25);
  });
});
