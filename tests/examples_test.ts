import { deepEqual, equal } from "node:assert/strict";
import { importDdl } from "../lib/ddl/mod.ts";
import {
  type Column,
  type Dialect,
  type LogicalType,
  parseSchema,
  type Table,
} from "../lib/schema/mod.ts";
import { type ColumnModel, readTableModels, type TableModel } from "./_read_table_models.ts";

interface Example {
  readonly file: string;
  readonly model: string;
  readonly dialect: Dialect;
  /** How many columns the specification gives each table. */
  readonly columnCounts: Readonly<Record<string, number>>;
  readonly foreignKeyCount: number;
  /** Types of this dialect where it differs from the plain reading. */
  readonly types: Readonly<Record<string, LogicalType>>;
  /** Whether CHAR(n) always holds n characters. */
  readonly fixedChar: boolean;
  readonly fold: (name: string) => string;
}

const TPCH_COUNTS = {
  ...{ region: 3, nation: 4, supplier: 7, customer: 8 },
  ...{ part: 9, partsupp: 5, orders: 9, lineitem: 16 },
};

const TPCDS_COUNTS = {
  ...{ call_center: 31, catalog_page: 9, catalog_returns: 27, catalog_sales: 34 },
  ...{ customer: 18, customer_address: 13, customer_demographics: 9, date_dim: 28 },
  ...{ household_demographics: 5, income_band: 3, inventory: 4, item: 22 },
  ...{ promotion: 19, reason: 3, ship_mode: 6, store: 29 },
  ...{ store_returns: 20, store_sales: 23, time_dim: 10, warehouse: 14 },
  ...{ web_page: 14, web_returns: 24, web_sales: 34, web_site: 26 },
};

const REDSHIFT = {
  dialect: "redshift",
  fold: (name: string) => name,
  fixedChar: true,
  types: {
    "identifier": { kind: "integer", bits: 32 },
    "big identifier": { kind: "integer", bits: 64 },
    "integer": { kind: "integer", bits: 32 },
  },
} as const;

const SNOWFLAKE = {
  dialect: "snowflake",
  fold: (name: string) => name.toUpperCase(),
  fixedChar: false,
  types: {
    "identifier": { kind: "decimal", precision: 38, scale: 0 },
    "big identifier": { kind: "decimal", precision: 38, scale: 0 },
    "integer": { kind: "integer", bits: 64 },
  },
} as const;

const TPCH = { model: "tpch_model.txt", columnCounts: TPCH_COUNTS, foreignKeyCount: 10 };
const TPCDS = { model: "tpcds_model.txt", columnCounts: TPCDS_COUNTS, foreignKeyCount: 107 };

const EXAMPLES: readonly Example[] = [
  { file: "tpch_redshift.sql", ...TPCH, ...REDSHIFT },
  { file: "tpcds_redshift.sql", ...TPCDS, ...REDSHIFT },
  { file: "tpcds_snowflake.sql", ...TPCDS, ...SNOWFLAKE },
];

const ROW_ID = "_row_id";

async function importExample({ file, dialect }: Example) {
  const text = await Deno.readTextFile(new URL(`../examples/${file}`, import.meta.url));
  const { schema, diagnostics } = importDdl(text, { name: "example", dialect });
  deepEqual(diagnostics.filter(({ severity }) => severity === "error"), []);
  return { schema: schema!, diagnostics };
}

for (const example of EXAMPLES) {
  const { file, fold } = example;

  Deno.test(`${file} has every table of the specification, with all its columns`, async () => {
    const { schema } = await importExample(example);
    const counts = schema.tables.map((table) => [table.name, ownColumns(table).length] as const);
    const expected = Object.entries(example.columnCounts);
    deepEqual(new Map(counts), new Map(expected.map(([name, count]) => [fold(name), count])));
  });

  Deno.test(`${file} has every column with its exact type`, async () => {
    const { schema } = await importExample(example);
    for (const model of await readTableModels(example.model)) {
      const table = schema.tables.find(({ name }) => name === fold(model.name))!;
      const columns = ownColumns(table).map(({ name, type, nullable }) => ({
        name,
        type,
        nullable,
      }));
      deepEqual(
        columns,
        model.columns.map((column) => expectedColumn(example, column)),
        model.name,
      );
    }
  });

  Deno.test(`${file} has every key`, async () => {
    const { schema } = await importExample(example);
    for (const model of await readTableModels(example.model)) {
      const table = schema.tables.find(({ name }) => name === fold(model.name))!;
      deepEqual(keysOf(table), expectedKeys(example, model), model.name);
    }
    const count = schema.tables.flatMap(({ foreignKeys }) => foreignKeys).length;
    equal(count, example.foreignKeyCount);
  });

  Deno.test(`${file} gives tables with a composite key a surrogate, and says so`, async () => {
    const { schema } = await importExample(example);
    const models = await readTableModels(example.model);
    for (const { name, primaryKey } of models.filter((model) => model.primaryKey.length > 1)) {
      const table = schema.tables.find((each) => each.name === fold(name))!;
      const [surrogate] = table.columns;
      equal(surrogate!.name, ROW_ID);
      deepEqual([surrogate!.unique, surrogate!.nullable], [true, false]);
      deepEqual(table.warnings, [
        `Table '${table.name}' has a composite primary key (${primaryKey.map(fold).join(", ")}). ` +
        "A surrogate key column '_row_id' has been added for generation. " +
        "Original columns are preserved.",
      ]);
    }
  });

  Deno.test(`${file} gives no advice besides surrogate keys`, async () => {
    const { diagnostics } = await importExample(example);
    const models = await readTableModels(example.model);
    const composite = models.filter((model) => model.primaryKey.length > 1);
    deepEqual(diagnostics.filter(({ severity }) => severity !== "info"), []);
    const told = diagnostics.filter(({ code }) => code === "COMPOSITE_PRIMARY_KEY");
    equal(told.length, composite.length);
  });
}

Deno.test("ecommerce.json is a coherent schema that shows every kind of key", async () => {
  const text = await Deno.readTextFile(new URL("../examples/ecommerce.json", import.meta.url));
  const { tables } = parseSchema(text, { source: "ecommerce.json" });
  const table = (name: string) => tables.find((each) => each.name === name)!;
  equal(tables.length, 8);
  deepEqual(table("order_items").compositeKeys, [["order_id", "line_number"]]);
  deepEqual(table("reviews").compositeKeys, [["customer_id", "product_id"]]);
  equal(table("categories").foreignKeys[0]!.referencesTable, "categories");
  equal(table("payments").columns.find(({ name }) => name === "order_id")!.unique, true);
  const kinds = tables.flatMap(({ columns }) => columns.map((each) => each.distribution?.kind));
  for (const kind of ["normal", "lognormal", "exponential", "beta", "poisson", "zipf", "values"]) {
    equal(kinds.some((each) => each === kind), true, kind);
  }
});

function ownColumns(table: Table): readonly Column[] {
  return table.columns.filter(({ name }) => name !== ROW_ID);
}

function expectedColumn(example: Example, { name, type, nullable }: ColumnModel) {
  return { name: example.fold(name), type: expectedType(example, type), nullable };
}

function expectedType(example: Example, type: string): LogicalType {
  const [kind, ...numbers] = type.split(/[(,)]/);
  const [first, second] = numbers.map(Number);
  if (kind === "date") return { kind };
  if (kind === "decimal") return { kind, precision: first!, scale: second! };
  if (kind === "varchar") return { kind: "string", maxLength: first!, fixed: false };
  if (kind === "char") return { kind: "string", maxLength: first!, fixed: example.fixedChar };
  return example.types[type]!;
}

function keysOf(table: Table) {
  const { primaryKey, compositeKeys, foreignKeys } = table;
  return {
    primaryKey,
    compositeKeys,
    foreignKeys: byColumns(foreignKeys.map(({ columns, referencesTable, referencesColumns }) => (
      { columns, referencesTable, referencesColumns }
    ))),
  };
}

function expectedKeys({ fold }: Example, { primaryKey, foreignKeys }: TableModel) {
  const key = primaryKey.map(fold);
  return {
    primaryKey: key.length > 1 ? [ROW_ID] : key,
    compositeKeys: key.length > 1 ? [key] : [],
    foreignKeys: byColumns(foreignKeys.map(({ columns, referencesTable, referencesColumns }) => ({
      columns: columns.map(fold),
      referencesTable: fold(referencesTable),
      referencesColumns: referencesColumns.map(fold),
    }))),
  };
}

/** Keys of several columns may stand before or after the others: their order means nothing. */
function byColumns<Key extends { readonly columns: readonly string[] }>(keys: readonly Key[]) {
  return keys.toSorted((a, b) => a.columns.join() < b.columns.join() ? -1 : 1);
}
