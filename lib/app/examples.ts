import type { ExperimentSchema } from "../schema/mod.ts";
import type { AppContext } from "./app_context.ts";
import { createExperiment } from "./create_experiment.ts";
import { importDdl } from "./import_ddl.ts";
import { DEMO_ROWS } from "./run_demo.ts";
import { storeExperiment } from "./_store_experiment.ts";

/** A schema that newcomers can have by one click. */
export interface Example {
  /** Of the experiment it becomes. */
  readonly name: string;
  readonly title: string;
  /** Plain sentences. */
  readonly description: string;
  readonly file: string;
  readonly dialect: "redshift" | "snowflake" | null;
  readonly tableCount: number;
  /** Rows by table, where the file does not say. */
  readonly rows: ReadonlyMap<string, number>;
}

/**
 * The dimensions of TPC-DS at scale factor 1, its facts and demographics a twentieth of it. Spec:
 * TPC-DS 3.2, table 3-2.
 */
const TPCDS_ROWS: ReadonlyMap<string, number> = new Map([
  ["call_center", 6],
  ["catalog_page", 11_718],
  ["catalog_returns", 7_203],
  ["catalog_sales", 72_077],
  ["customer", 100_000],
  ["customer_address", 50_000],
  ["customer_demographics", 96_040],
  ["date_dim", 73_049],
  ["household_demographics", 7_200],
  ["income_band", 20],
  ["inventory", 587_250],
  ["item", 18_000],
  ["promotion", 300],
  ["reason", 35],
  ["ship_mode", 20],
  ["store", 12],
  ["store_returns", 14_376],
  ["store_sales", 144_020],
  ["time_dim", 86_400],
  ["warehouse", 5],
  ["web_page", 60],
  ["web_returns", 3_588],
  ["web_sales", 35_969],
  ["web_site", 30],
]);

export const EXAMPLES: readonly Example[] = [
  {
    name: "ecommerce",
    title: "A web shop",
    description: "Customers, orders, payments, reviews and clicks, from a JSON schema.",
    file: "ecommerce.json",
    dialect: null,
    tableCount: 8,
    rows: new Map(),
  },
  {
    name: "tpch",
    title: "TPC-H",
    description: "Parts, suppliers and orders with keys of two columns, from Redshift DDL.",
    file: "tpch_redshift.sql",
    dialect: "redshift",
    tableCount: 8,
    rows: DEMO_ROWS,
  },
  {
    name: "tpcds",
    title: "TPC-DS",
    description: "A retailer's whole warehouse, 425 columns, from Snowflake DDL.",
    file: "tpcds_snowflake.sql",
    dialect: "snowflake",
    tableCount: 24,
    rows: TPCDS_ROWS,
  },
];

const FOLDER = new URL("../../examples/", import.meta.url);

/**
 * Makes an experiment of an example.
 *
 * @param context Where to keep it.
 * @param example One of `EXAMPLES`.
 * @throws DwSimError EXPERIMENT_NAME_TAKEN.
 */
export async function createExample(
  context: AppContext,
  { name, file, dialect, rows }: Example,
): Promise<ExperimentSchema> {
  const text = await Deno.readTextFile(new URL(file, FOLDER));
  const source = `examples/${file}`;
  if (dialect === null) return createExperiment(context, text, { source });
  const { schema } = importDdl(context, text, { source, name, dialect, dryRun: true });
  const tables = schema.tables.map((table) => ({
    ...table,
    targetRows: rows.get(table.name.toLowerCase()) ?? table.targetRows,
  }));
  storeExperiment(context, { ...schema, tables });
  return { ...schema, tables };
}
