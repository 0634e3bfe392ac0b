import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { findColumn } from "./find_column.ts";
import { findTable } from "./find_table.ts";
import { parseSchema } from "./parse_schema.ts";
import { schemaToJson } from "./schema_to_json.ts";

const SCHEMA = parseSchema(
  `{"name": "shop", "tables": [{"name": "Orders", "target_rows": 1, "columns": [
    {"name": "order_id", "data_type": "INT"}]}]}`,
  { source: "test" },
);

Deno.test("findTable: finds a table whatever the case of its name", () => {
  assert.equal(findTable(SCHEMA, "oRDERS").name, "Orders");
});

Deno.test("findTable: a name nobody has is answered with the nearest", () => {
  assert.throws(
    () => findTable(SCHEMA, "order"),
    (error) =>
      error instanceof DwSimError && error.code === "TABLE_NOT_FOUND" &&
      error.hint === "Did you mean 'Orders'?",
  );
});

Deno.test("findColumn: finds a column whatever the case, or names the nearest", () => {
  const orders = findTable(SCHEMA, "Orders");
  assert.equal(findColumn(orders, "ORDER_ID").name, "order_id");
  assert.throws(
    () => findColumn(orders, "orderid"),
    (error) =>
      error instanceof DwSimError && error.code === "COLUMN_NOT_FOUND" &&
      error.hint === "Did you mean 'order_id'?",
  );
});

Deno.test("findTable: finds a table by its namespace and what it is called there", () => {
  const column = { name: "id", data_type: "INT" };
  const table = { target_rows: 1, columns: [column] };
  const text = JSON.stringify({
    name: "shop",
    tables: [
      { name: "orders", schema_name: "raw", ...table },
      { name: "core_orders", schema_name: "core", name_in_schema: "orders", ...table },
    ],
  });
  const schema = parseSchema(text, { source: "test" });
  assert.equal(findTable(schema, "Core.Orders").name, "core_orders");
  assert.equal(findTable(schema, "warehouse.raw.orders").name, "orders");
  assert.equal(findTable(schema, "orders").name, "orders");
  assert.throws(() => findTable(schema, "mart.orders"), { code: "TABLE_NOT_FOUND" });
  assert.equal(schemaToJson(schema).tables[1]!.name_in_schema, "orders");
});
