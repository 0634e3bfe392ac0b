import { importDdl } from "../../lib/ddl/mod.ts";
import type { ExperimentSchema } from "../../lib/schema/mod.ts";

/** Rows of the tables that `store_sales` references, at TPC-DS scale factor 10. */
const DIMENSION_ROWS = {
  date_dim: 73_049,
  time_dim: 86_400,
  item: 102_000,
  customer: 500_000,
  customer_demographics: 1_920_800,
  household_demographics: 7200,
  customer_address: 250_000,
  store: 102,
  promotion: 500,
} as const;

/** TPC-DS from its DDL, as the examples have it. */
export function storeSales(): ExperimentSchema {
  const url = new URL("../../examples/tpcds_redshift.sql", import.meta.url);
  const { schema } = importDdl(Deno.readTextFileSync(url), { dialect: "redshift", name: "tpcds" });
  if (schema === null) throw new Error("The example has errors");
  return schema;
}

/** Rows by table: the fact table's, and those of its dimensions. */
export function storeSalesRows(rows: number): ReadonlyMap<string, number> {
  return new Map([...Object.entries(DIMENSION_ROWS), ["store_sales", rows]]);
}
