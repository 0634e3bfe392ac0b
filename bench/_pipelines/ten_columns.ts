import { type ExperimentSchema, parseSchemaValue } from "../../lib/schema/mod.ts";

/** Rows of the parent table that the foreign key of the ten columns references. */
const PARENT_ROWS = 1_000_000;

/**
 * The table that all pipelines make: an int64 sequence, a permuted integer, a foreign key, two names
 * from lists, a unique e-mail address, a decimal(10,2) with a normal distribution, a date, a
 * timestamp and a boolean.
 *
 * @param rows Rows of `customer`; its parent is planned, but only `customer` counts.
 */
export function tenColumns(rows: number): ExperimentSchema {
  const column = (name: string, data_type: string, rest: object = {}) => ({
    name,
    data_type,
    ...rest,
  });
  return parseSchemaValue({
    name: "bench",
    tables: [
      {
        name: "region",
        target_rows: PARENT_ROWS,
        primary_key: ["region_key"],
        columns: [
          column("region_key", "INT", { is_unique: true, min_value: 1, max_value: 2_000_000 }),
        ],
      },
      {
        name: "customer",
        target_rows: rows,
        primary_key: ["id"],
        foreign_keys: [{
          columns: ["region_key"],
          references_table: "region",
          references_columns: ["region_key"],
        }],
        columns: [
          column("id", "BIGINT"),
          column("code", "INT", { is_unique: true, min_value: 1, max_value: 2_000_000_000 }),
          column("region_key", "INT"),
          column("first_name", "VARCHAR", { varchar_length: 40, faker_rule: "person.firstName" }),
          column("last_name", "VARCHAR", { varchar_length: 40, faker_rule: "person.lastName" }),
          column("email", "VARCHAR", {
            varchar_length: 80,
            faker_rule: "internet.email",
            is_unique: true,
          }),
          column("price", "DECIMAL(10,2)", {
            min_value: 0.01,
            max_value: 9999.99,
            distribution: { type: "normal", parameters: { mean: 50, stddev: 20 } },
          }),
          column("order_date", "DATE", { date_start: "2020-01-01", date_end: "2024-12-31" }),
          column("created_at", "TIMESTAMP", { date_start: "2020-01-01", date_end: "2024-12-31" }),
          column("active", "BOOLEAN"),
        ],
      },
    ],
  }, { source: "the bench's table" });
}
