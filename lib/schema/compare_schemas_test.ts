import assert from "node:assert/strict";
import { compareSchemas } from "./compare_schemas.ts";
import { parseSchemaValue } from "./parse_schema_value.ts";

const COLUMN = { name: "id", data_type: "INT" };

function schemaOf(...tables: readonly object[]) {
  return parseSchemaValue({ name: "shop", tables }, { source: "test" });
}

Deno.test("compareSchemas: a schema does not differ from itself, whatever its name", () => {
  const schema = schemaOf({ name: "t", target_rows: 1, columns: [COLUMN] });
  assert.deepEqual(compareSchemas(schema, { ...schema, name: "other" }), []);
});

Deno.test("compareSchemas: tables, columns and fields that came, went or changed", () => {
  const before = schemaOf(
    { name: "gone", target_rows: 1, columns: [COLUMN] },
    { name: "Kept", target_rows: 1, columns: [COLUMN, { name: "a", data_type: "VARCHAR(10)" }] },
  );
  const after = schemaOf(
    {
      name: "kept",
      target_rows: 2,
      columns: [{ ...COLUMN, null_rate: 0.5, required: false }, { name: "b", data_type: "DATE" }],
    },
    { name: "young", target_rows: 1, columns: [COLUMN] },
  );
  assert.deepEqual(
    compareSchemas(before, after).map(({ kind, table, column, fields }) =>
      [kind, table, column, ...fields.map(({ field }) => field)].join(" ")
    ),
    [
      "changed kept  name target_rows",
      "changed kept id required null_rate",
      "added kept b",
      "removed kept a",
      "added young ",
      "removed gone ",
    ],
  );
});

Deno.test("compareSchemas: the order in which fields were written does not count", () => {
  const [before, after] = [{ distkey: "(id)", diststyle: "KEY" }, {
    diststyle: "KEY",
    distkey: "(id)",
  }]
    .map((properties) => schemaOf({ name: "t", target_rows: 1, columns: [COLUMN], properties }));
  assert.deepEqual(compareSchemas(before!, after!), []);
});
