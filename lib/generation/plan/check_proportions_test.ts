import { deepEqual, match } from "node:assert/strict";
import { parseSchemaValue } from "../../schema/mod.ts";
import { planGeneration } from "./plan_generation.ts";

const key = { columns: [{ name: "id", data_type: "INT" }], primary_key: ["id"] };
const child = (columns: readonly string[], parents: readonly string[]) => ({
  columns: columns.map((name) => ({ name, data_type: name.endsWith("code") ? "CHAR(2)" : "INT" })),
  foreign_keys: columns.map((column, index) => ({
    columns: [column],
    references_table: parents[index]!,
  })),
});

async function told(rows: Readonly<Record<string, number>>): Promise<readonly string[]> {
  const tables = [
    { name: "orders", ...key },
    { name: "products", ...key },
    { name: "status", ...key },
    {
      name: "country",
      columns: [{ name: "country_code", data_type: "CHAR(2)" }],
      primary_key: ["country_code"],
    },
    {
      name: "lines",
      ...child(["order_id", "product_id", "status_id", "country_code"], [
        ..."orders products status country".split(" "),
      ]),
    },
  ].map((table) => ({ target_rows: rows[table.name]!, ...table }));
  const schema = parseSchemaValue({ name: "x", tables }, { source: "the test" });
  return (await planGeneration(schema, { seed: 1 })).diagnostics
    .map(({ code, message }) => `${code}: ${message}`);
}

Deno.test("rows that crowd around too few parents are told of, and lookups are not", async () => {
  const found = await told({
    ...{ orders: 1000, products: 1000, status: 5, country: 200, lines: 5_000_000 },
  });
  deepEqual(found, [
    "PLAN_PARENT_CROWDED: Rows of 'orders' have 5,000 rows of 'lines' each on average",
  ]);
  const fine = { orders: 1_000_000, products: 1000, status: 5, country: 200, lines: 5_000_000 };
  deepEqual(await told(fine), []);
  match((await told({ ...fine, products: 100 }))[0]!, /'products' have 50,000 rows of 'lines'/);
});

Deno.test("codes of which there are fewer than rows are told to be made up", async () => {
  const counts = { orders: 10, products: 10, status: 5, lines: 10 };
  deepEqual(await told({ ...counts, country: 249 }), []);
  deepEqual(await told({ ...counts, country: 1000 }), [
    "PLAN_CODES_MADE_UP: Table 'country' has 1,000 rows, each with another 'country_code', and " +
    "there are 249 country codes: the others are made up",
  ]);
});
