import assert from "node:assert/strict";
import fc from "fast-check";
import { DwSimError } from "../errors/mod.ts";
import {
  type ExperimentSchema,
  findColumn,
  findTable,
  parseSchemaValue,
  validateSchema,
} from "../schema/mod.ts";
import { mergeDbt } from "./merge_dbt.ts";
import { readDbt } from "./read_dbt.ts";

const column = (name: string, data_type = "INT", rest: object = {}) => ({
  ...{ name, data_type, required: false, ...rest },
});

const SHOP = parseSchemaValue({
  name: "shop",
  dialect: "snowflake",
  tables: [
    {
      name: "CUSTOMERS",
      target_rows: 100,
      columns: [
        column("ID"),
        column("EMAIL", "VARCHAR(100)", { null_rate: 0.5 }),
        column("TIER", "VARCHAR(10)"),
        column("CODE", "VARCHAR(10)"),
      ],
    },
    {
      name: "ORDERS",
      target_rows: 1000,
      columns: [
        column("ORDER_ID", "NUMBER(38,0)", { declared_type: "NUMBER(38,0)" }),
        column("CUSTOMER_ID"),
        column("STATE", "INT"),
        column("PAID", "BOOLEAN"),
        column("TOTAL", "DECIMAL(12,2)"),
        column("NOTE", "VARCHAR(20)"),
      ],
    },
    {
      name: "LINES",
      target_rows: 5000,
      columns: [column("ORDER_ID", "NUMBER(38,0)"), column("LINE"), column("RAW")],
    },
  ],
}, { source: "test" });

async function merged(...texts: readonly string[]) {
  const files = texts.map((text, i) => ({ name: `${i}.yml`, text }));
  const result = mergeDbt(SHOP, await readDbt(files));
  return { ...result, codes: result.diagnostics.map(({ code }) => code) };
}

const at = (schema: ExperimentSchema, path: string) => {
  const [table, name] = path.split(".");
  return findColumn(findTable(schema, table!), name!);
};

Deno.test("mergeDbt keeps the four tests of dbt, in any of their spellings", async () => {
  const { schema, codes } = await merged(`
version: 2
models:
  - name: customers
    description: Who buys
    columns:
      - name: id
        description: The key
        tests: [unique, not_null]
      - name: email
        data_tests:
          - dbt.not_null
          - unique: { config: { severity: warn } }
      - name: tier
        data_tests:
          - accepted_values: { values: [gold, silver] }
  - name: orders
    columns:
      - name: customer_id
        data_tests:
          - relationships: { to: ref('customers'), field: id }
      - name: state
        data_tests:
          - accepted_values: { arguments: { values: ["1", "2"], quote: false } }
      - name: paid
        tests:
          - accepted_values: { values: ['true', 'false'] }
      - name: order_id
        tests:
          - { name: orders_have_ids, test_name: unique }
`);
  assert.deepEqual(validateSchema(schema), []);
  assert.equal(findTable(schema, "customers").comment, "Who buys");
  const id = at(schema, "customers.id");
  assert.deepEqual([id.unique, id.nullable, id.comment], [true, false, "The key"]);
  const email = at(schema, "customers.email");
  assert.deepEqual([email.unique, email.nullable, email.nullRate], [true, false, undefined]);
  const valuesOf = (path: string) => {
    const { distribution } = at(schema, path);
    return distribution?.kind === "values" ? distribution.values.map(({ value }) => value) : null;
  };
  assert.deepEqual(valuesOf("customers.tier"), ["gold", "silver"]);
  assert.deepEqual(valuesOf("orders.state"), [1, 2]);
  assert.deepEqual(valuesOf("orders.paid"), [true, false]);
  assert.equal(at(schema, "orders.order_id").unique, true);
  assert.deepEqual(findTable(schema, "orders").foreignKeys, [
    { columns: ["CUSTOMER_ID"], referencesTable: "CUSTOMERS", referencesColumns: ["ID"] },
  ]);
  assert.deepEqual(codes, ["DBT_MERGED"]);
});

Deno.test("mergeDbt follows sources, aliases and files to the tables they stand for", async () => {
  const { schema, diagnostics } = await merged(
    `
sources:
  - name: raw
    tables:
      - name: people
        identifier: customers
        columns: [{ name: id, tests: [unique] }]
`,
    `
models:
  - name: stg_orders
    config: { alias: orders }
    columns:
      - name: customer_id
        tests: [{ relationships: { to: "{{ source('raw', 'people') }}", field: id } }]
  - name: lines
    columns:
      - name: order_id
        tests: [{ relationships: { to: "ref('shop', 'stg_orders')", field: order_id } }]
`,
  );
  assert.equal(findTable(schema, "orders").foreignKeys[0]!.referencesTable, "CUSTOMERS");
  assert.equal(findTable(schema, "lines").foreignKeys[0]!.referencesTable, "ORDERS");
  const unique = diagnostics.find(({ code }) => code === "DBT_PARENT_MADE_UNIQUE")!;
  assert.match(unique.message, /\(ORDER_ID\) of table 'ORDERS'/);
  assert.deepEqual([unique.source, unique.span!.line], ["1.yml", 11]);
  assert.equal(at(schema, "orders.order_id").unique, true);
});

Deno.test("mergeDbt keeps constraints of contracts, composite keys and ranges", async () => {
  const { schema } = await merged(`
models:
  - name: customers
    constraints: [{ type: primary_key, columns: [id] }]
    columns: [{ name: code, constraints: [{ type: unique }, { type: not_null }] }]
  - name: orders
    config: { contract: { enforced: true } }
    columns:
      - name: customer_id
        constraints: [{ type: foreign_key, to: ref('customers'), to_columns: [id] }]
      - name: total
        tests: [{ dbt_utils.accepted_range: { min_value: 0, max_value: 500 } }]
  - name: lines
    constraints:
      - { type: primary_key, columns: [order_id, line] }
    tests:
      - dbt_utils.unique_combination_of_columns: { combination_of_columns: [line, raw] }
`);
  assert.deepEqual(validateSchema(schema), []);
  assert.deepEqual(findTable(schema, "customers").primaryKey, ["ID"]);
  assert.deepEqual([at(schema, "customers.code").unique, at(schema, "customers.code").nullable], [
    true,
    false,
  ]);
  assert.equal(findTable(schema, "orders").foreignKeys.length, 1);
  assert.deepEqual(at(schema, "orders.total").range, { min: 0, max: 500 });
  const lines = findTable(schema, "lines");
  assert.deepEqual([lines.primaryKey, lines.compositeKeys, lines.uniqueKeys], [
    ...[["_row_id"], [["ORDER_ID", "LINE"]], [["LINE", "RAW"]]],
  ]);
});

Deno.test("mergeDbt sharpens types that no DDL declared, and reports where DDL differs", async () => {
  const { schema, codes } = await merged(`
models:
  - name: orders
    columns:
      - { name: order_id, data_type: "number(10,0)" }
      - { name: note, data_type: varchar(200) }
      - { name: total, data_type: numeric }
      - { name: state, data_type: my_enum }
`);
  assert.equal(at(schema, "orders.order_id").type.kind, "decimal");
  assert.deepEqual(at(schema, "orders.note").type, {
    kind: "string",
    maxLength: 200,
    fixed: false,
  });
  assert.deepEqual(codes.slice(1).toSorted(), ["DBT_TYPE_DIFFERS", "DBT_TYPE_UNREADABLE"]);
});

Deno.test("mergeDbt tells what it cannot keep, with its place, and keeps the rest", async () => {
  const text = `
models:
  - name: custmers
    columns: [{ name: id, tests: [unique] }]
  - name: orders
    columns:
      - name: custmer_id
        tests: [not_null]
      - name: state
        tests:
          - accepted_values: { values: [new, old] }
          - accepted_values: { values: "{{ var('states') }}" }
          - relationships: { to: ref('stores'), field: id }
          - relationships: { to: ref('customers'), field: email }
          - not_null: { config: { where: "paid" } }
          - dbt_expectations.expect_column_values_to_be_odd
          - my_test: { a: 1 }
          - my_test
      - name: paid
        tests: [not_null]
`;
  const { schema, diagnostics } = await merged(text);
  assert.equal(at(schema, "orders.paid").nullable, false);
  assert.equal(at(schema, "orders.state").nullable, true);
  assert.deepEqual(diagnostics.map(({ code, span }) => [code, span?.line]), [
    ["DBT_MERGED", undefined],
    ["DBT_TEST_INCOMPLETE", 12],
    ["DBT_TABLE_UNKNOWN", 3],
    ["DBT_COLUMN_UNKNOWN", 7],
    ["DBT_VALUES_MISFIT", 11],
    ["DBT_TABLE_UNKNOWN", 13],
    ["DBT_RELATIONSHIP_TYPE", 14],
    ["DBT_TESTS_SKIPPED", undefined],
  ]);
  assert.match(diagnostics[2]!.hint, /'CUSTOMERS'/);
  assert.match(diagnostics[3]!.hint, /'CUSTOMER_ID'/);
  assert.match(diagnostics.at(-1)!.message, /my_test × 2.*not_null \(where\) × 1/);
});

Deno.test("mergeDbt merged twice is merged once", async () => {
  const text = `
models:
  - name: lines
    constraints: [{ type: primary_key, columns: [order_id, line] }]
    columns: [{ name: order_id, tests: [{ relationships: { to: ref('orders'), field: order_id } }] }]
  - name: orders
    columns: [{ name: order_id, tests: [unique, not_null] }]
`;
  const properties = await readDbt([{ name: "a.yml", text }]);
  const once = mergeDbt(SHOP, properties);
  const twice = mergeDbt(once.schema, properties);
  assert.deepEqual(twice.schema, once.schema);
  assert.match(twice.diagnostics[0]!.message, /nothing that the experiment did not know/);
});

Deno.test("readDbt refuses files that hold nothing of dbt", async () => {
  for (const text of ["", "name: my_project\nmodels: {shop: {+materialized: view}}\n", "- a\n"]) {
    await assert.rejects(
      readDbt([{ name: "a.yml", text }]),
      (error) => error instanceof DwSimError && error.code === "DBT_NOTHING",
    );
  }
});

Deno.test("mergeDbt takes whatever stands where a test is expected", async () => {
  const known = { name: "state", tests: ["unique"] };
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ depthSize: "small" }), async (json) => {
      const models = [
        {
          name: "orders",
          tests: json,
          constraints: [json],
          columns: [{ ...known, tests: [json], data_tests: json }],
        },
        { name: "lines", columns: json },
      ];
      const text = JSON.stringify({ models });
      fc.pre(!text.includes("<<") && !text.includes("__proto__"));
      const { schema } = mergeDbt(SHOP, await readDbt([{ name: "a.yml", text }]));
      assert.deepEqual(validateSchema(schema), []);
    }),
    { numRuns: 100 },
  );
});
