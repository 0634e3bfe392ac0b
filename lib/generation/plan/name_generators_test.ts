import { deepStrictEqual } from "node:assert/strict";
import type { ExperimentSchema } from "../../schema/mod.ts";
import { parseSchemaValue } from "../../schema/mod.ts";
import { nameGenerators } from "./name_generators.ts";
import { planGeneration } from "./plan_generation.ts";

const SCHEMA: ExperimentSchema = parseSchemaValue({
  name: "shop",
  tables: [
    {
      name: "customers",
      target_rows: 10,
      columns: [
        { name: "id", data_type: "INT", is_unique: true, required: true },
        { name: "first_name", data_type: "VARCHAR", varchar_length: 20 },
        { name: "email", data_type: "VARCHAR", varchar_length: 80 },
        {
          name: "state",
          data_type: "VARCHAR",
          varchar_length: 5,
          distribution: { type: "values", values: [{ value: "new", weight: 1 }] },
        },
      ],
    },
    {
      name: "orders",
      target_rows: 10,
      columns: [
        { name: "id", data_type: "INT", is_unique: true, required: true },
        {
          name: "customer_id",
          data_type: "INT",
          foreign_key: { references_table: "customers", references_column: "id" },
        },
        { name: "total", data_type: "DECIMAL", precision: 10, scale: 2 },
      ],
    },
  ],
}, { source: "the test" });

Deno.test("nameGenerators names what a plan names, and nothing for references", async () => {
  const { plan } = await planGeneration(SCHEMA, { seed: 1 });
  const planned = plan.tables.map(({ name, columns }) => [
    name,
    Object.fromEntries(
      columns.filter(({ generator }) => generator !== undefined)
        .map((column) => [column.name, column.generator]),
    ),
  ]);
  const names = await nameGenerators(SCHEMA);
  deepStrictEqual(names, Object.fromEntries(planned));
  deepStrictEqual(names["orders"]!["customer_id"], undefined);
});
