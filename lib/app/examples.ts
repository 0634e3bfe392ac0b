import type { ExperimentSchema } from "../schema/mod.ts";
import type { AppContext } from "./app_context.ts";
import { createExperiment } from "./create_experiment.ts";
import { importDdl } from "./import_ddl.ts";

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
}

export const EXAMPLES: readonly Example[] = [
  {
    name: "ecommerce",
    title: "A web shop",
    description: "Customers, orders, payments, reviews and clicks, from a JSON schema.",
    file: "ecommerce.json",
    dialect: null,
    tableCount: 8,
  },
  {
    name: "tpch",
    title: "TPC-H",
    description: "Parts, suppliers and orders with keys of two columns, from Redshift DDL.",
    file: "tpch_redshift.sql",
    dialect: "redshift",
    tableCount: 8,
  },
  {
    name: "tpcds",
    title: "TPC-DS",
    description: "A retailer's whole warehouse, 425 columns, from Snowflake DDL.",
    file: "tpcds_snowflake.sql",
    dialect: "snowflake",
    tableCount: 24,
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
  { name, file, dialect }: Example,
): Promise<ExperimentSchema> {
  const text = await Deno.readTextFile(new URL(file, FOLDER));
  const source = `examples/${file}`;
  if (dialect === null) return createExperiment(context, text, { source });
  return importDdl(context, text, { source, name, dialect }).schema;
}
