import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { keepTuning } from "./keep_tuning.ts";
import { parseSchemaValue } from "./parse_schema_value.ts";
import { schemaToJson } from "./schema_to_json.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Orders and their lines; `changes` are for columns by their names. */
function shop(changes: Readonly<Record<string, Fields>>, perParent?: object) {
  const column = (name: string, data_type: string) => ({ name, data_type, ...changes[name] });
  const order = column("order_id", "INT");
  return parseSchemaValue({
    name: "shop",
    tables: [
      {
        name: "orders",
        target_rows: 10,
        primary_key: ["id"],
        columns: [column("id", "INT"), column("amount", "INT"), column("status", "VARCHAR(9)")],
      },
      {
        name: "lines",
        target_rows: 20,
        columns: [{
          ...order,
          foreign_key: {
            ...{ references_table: "orders", references_column: "id" },
            ...perParent !== undefined && { per_parent: perParent },
          },
        }],
      },
    ],
  }, { source: "test" });
}

Deno.test("keepTuning: columns declared as before are made as before", () => {
  const tuned = shop({ amount: { min_value: 5, max_value: 9 } }, { type: "constant", count: 2 });
  const next = schemaToJson(keepTuning(shop({}), tuned, { keepsRows: true }));
  assert.deepEqual(next, schemaToJson(tuned));
});

Deno.test("keepTuning: a column of another type is made as its declaration says", () => {
  const tuned = shop({ amount: { min_value: 5 } });
  const next = shop({ amount: { data_type: "DATE" } });
  assert.deepEqual(
    schemaToJson(keepTuning(next, tuned, { keepsRows: true })),
    schemaToJson(next),
  );
});

Deno.test("keepTuning: rows stay those of the former schema only where they are wanted", () => {
  const former = shop({});
  const tables = former.tables.map((table) => ({ ...table, targetRows: 7 }));
  const next = { ...former, tables };
  const rows = (keepsRows: boolean) =>
    keepTuning(next, former, { keepsRows }).tables.map(({ targetRows }) => targetRows);
  assert.deepEqual(rows(true), [10, 20]);
  assert.deepEqual(rows(false), [7, 7]);
});

Deno.test("keepTuning: a rule that names a column which is gone is refused", () => {
  const tuned = shop({ status: { rule: "CASE WHEN amount > 5 THEN 'big' ELSE 'small' END" } });
  const [orders, lines] = shop({}).tables;
  const next = {
    ...shop({}),
    tables: [
      { ...orders!, columns: orders!.columns.filter(({ name }) => name !== "amount") },
      lines!,
    ],
  };
  assert.throws(
    () => keepTuning(next, tuned, { keepsRows: true }),
    (error) => error instanceof DwSimError && error.code === "SCHEMA_INVALID",
  );
});
