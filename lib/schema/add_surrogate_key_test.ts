import assert from "node:assert/strict";
import { addSurrogateKey } from "./add_surrogate_key.ts";
import type { Column, Table } from "./experiment_schema.ts";

Deno.test("addSurrogateKey: prepends _row_id, records the original key and warns", () => {
  const { table, diagnostic } = addSurrogateKey(sales([]));
  assert.deepEqual(table.columns[0], {
    name: "_row_id",
    type: { kind: "integer", bits: 64 },
    nullable: false,
    unique: true,
  });
  assert.deepEqual(table.primaryKey, ["_row_id"]);
  assert.deepEqual(table.compositeKeys, [["region_id", "store_id"]]);
  assert.ok(table.columns.every(({ nullable }) => !nullable));
  assert.equal(
    diagnostic!.message,
    "Table 'sales' has a composite primary key (region_id, store_id). A surrogate key column " +
      "'_row_id' has been added for generation. Original columns are preserved.",
  );
  assert.deepEqual(table.warnings, [diagnostic!.message]);
});

Deno.test("addSurrogateKey: leaves a table with a single key alone, and its own result too", () => {
  const single = { ...sales([]), primaryKey: ["store_id"] };
  assert.equal(addSurrogateKey(single).table, single);
  const once = addSurrogateKey(sales([])).table;
  assert.equal(addSurrogateKey(once).table, once);
});

Deno.test("addSurrogateKey: a column that counts rows already is taken as it is", () => {
  const own = { ...column("_ROW_ID"), unique: true, nullable: false };
  const { table, diagnostic } = addSurrogateKey(sales([own]));
  assert.equal(diagnostic, null);
  assert.deepEqual(table.primaryKey, ["_ROW_ID"]);
  assert.equal(table.columns.length, 3);
});

Deno.test("addSurrogateKey: another column called _row_id keeps its name", () => {
  const { table, diagnostic } = addSurrogateKey(sales([column("_row_id")]));
  assert.deepEqual(table.primaryKey, ["_row_id_2"]);
  assert.equal(table.columns.length, 4);
  assert.match(diagnostic!.message, /'_row_id_2' has been added/);
});

function column(name: string): Column {
  return { name, type: { kind: "integer", bits: 32 }, nullable: true, unique: false };
}

function sales(columns: readonly Column[]): Table {
  return {
    name: "sales",
    targetRows: 10,
    columns: [...columns, column("region_id"), column("store_id")],
    primaryKey: ["region_id", "store_id"],
    uniqueKeys: [],
    foreignKeys: [],
    compositeKeys: [],
    warnings: [],
  };
}
