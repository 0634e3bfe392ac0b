import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { parseSchema } from "./parse_schema.ts";
import { parseYamlSchema } from "./parse_yaml_schema.ts";

const SHOP = `# The shop, by hand
name: shop
tables:
  - name: stores
    target_rows: 10
    primary_key: [id]
    columns:
      - &id { name: id, data_type: INT }
      - { name: opened, data_type: DATE, date_start: 2020-01-01, date_end: 2024-12-31 }
  - name: receipts
    target_rows: 1000
    primary_key: [id]
    columns:
      - *id
      - name: store_id
        data_type: INT
        foreign_key: { references_table: stores, references_column: id }
      - name: state
        data_type: VARCHAR(10)
        distribution:
          type: values
          values: { paid: 9, open: 1 }
`;

Deno.test("parseYamlSchema reads what parseSchema reads of the same fields in JSON", async () => {
  const schema = await parseYamlSchema(SHOP, { source: "shop.yaml" });
  const column = (name: string, rest: object) => ({ name, data_type: "INT", ...rest });
  const json = {
    name: "shop",
    tables: [
      {
        ...{ name: "stores", target_rows: 10, primary_key: ["id"] },
        columns: [
          column("id", {}),
          column("opened", {
            ...{ data_type: "DATE", date_start: "2020-01-01", date_end: "2024-12-31" },
          }),
        ],
      },
      {
        ...{ name: "receipts", target_rows: 1000, primary_key: ["id"] },
        columns: [
          column("id", {}),
          column("store_id", {
            foreign_key: { references_table: "stores", references_column: "id" },
          }),
          column("state", {
            data_type: "VARCHAR(10)",
            distribution: { type: "values", values: { paid: 9, open: 1 } },
          }),
        ],
      },
    ],
  };
  assert.deepEqual(schema, parseSchema(JSON.stringify(json), { source: "shop.json" }));
});

Deno.test("parseYamlSchema gives every problem its JSON path, line and column", async () => {
  const text = SHOP.replace("data_type: DATE", "data_type: DAY")
    .replace("target_rows: 1000", "target_row: 1000");
  const error = await parseYamlSchema(text, { source: "shop.yaml" }).then(() => null, (e) => e);
  assert.ok(error instanceof DwSimError);
  assert.equal(error.code, "SCHEMA_INVALID");
  const places = error.problems.map(({ code, path, span }) => [
    code,
    path,
    text.split("\n")[span!.line - 1]!.slice(span!.column - 1, span!.column - 1 + span!.length),
  ]);
  assert.deepEqual(places, [
    ["DATA_TYPE_UNKNOWN", "$.tables[0].columns[1].data_type", "DAY"],
    ["FIELD_MISSING", "$.tables[1].target_rows", "name: receipts"],
    ["FIELD_UNKNOWN", "$.tables[1].target_row", "target_row"],
  ]);
});

Deno.test("parseYamlSchema refuses a text that is no schema", async () => {
  for (const text of ["", "# nothing", "just words", "- a\n- list"]) {
    await assert.rejects(
      parseYamlSchema(text, { source: "x" }),
      (error) => error instanceof DwSimError && error.code === "SCHEMA_INVALID",
    );
  }
});
