import { deepEqual } from "node:assert/strict";
import type { SchemaJson } from "../components/table_view.ts";
import {
  changedSchema,
  fittingChanges,
  readChanges,
  withChange,
  withoutChange,
} from "./_changes.ts";

const SCHEMA: SchemaJson = {
  name: "shop",
  tables: [{
    name: "items",
    target_rows: 5,
    columns: [
      { name: "id", data_type: "INT" },
      { name: "price", data_type: "FLOAT", min_value: 1 },
    ],
  }],
};

Deno.test("changes add up by column, and are taken back", () => {
  const place = { table: "items", column: "price" };
  const one = withChange({}, { ...place, change: { min_value: 2 } });
  const two = withChange(one, { ...place, change: { max_value: 9, min_value: null } });
  deepEqual(two, { items: { price: { min_value: null, max_value: 9 } } });
  const [, price] = changedSchema(SCHEMA, two).tables[0]!.columns;
  deepEqual(price, { name: "price", data_type: "FLOAT", max_value: 9 });
  deepEqual(withoutChange(two, "items", "price"), {});
  deepEqual(changedSchema(SCHEMA, {}), SCHEMA);
});

Deno.test("changes of columns that are gone are left behind", () => {
  const changes = { items: { price: { null_rate: 1 }, gone: {} }, other: { id: {} } };
  deepEqual(fittingChanges(changes, SCHEMA), { items: { price: { null_rate: 1 } } });
});

Deno.test("what is no JSON of changes changes nothing", () => {
  for (const text of ["", "{", "null", "7"]) deepEqual(readChanges(text), {});
});
