import { DuckDBInstance } from "@duckdb/node-api";
import { reportUsage } from "./report_usage.ts";
import { parseShape, type Shape } from "./shapes.ts";

/** Box and Muller's normal distribution. */
const NORMAL = "sqrt(-2 * ln(1 - random())) * cos(6.283185307179586 * random())";

const NUMERIC = `
  range + 1 AS id,
  CAST(hash(range) % 2000000000 AS INTEGER) AS code,
  CAST(1 + random() * 999999 AS INTEGER) AS region_key,
  CAST(least(greatest(50 + 20 * ${NORMAL}, 0.01), 9999.99) AS DECIMAL(10, 2)) AS price,
  DATE '2020-01-01' + CAST(random() * 1826 AS INTEGER) AS order_date,
  TIMESTAMP '2020-01-01' + to_microseconds(CAST(random() * 157766400000000 AS BIGINT)) AS created_at,
  random() < 0.5 AS active`;

/** Names come from lists as long as Faker's. */
const TEXTS = `
  'First' || CAST(random() * 3000 AS INTEGER) AS first_name,
  'Last' || CAST(random() * 500 AS INTEGER) AS last_name,
  'first' || CAST(random() * 3000 AS INTEGER) || '.last' || CAST(random() * 500 AS INTEGER)
    || range || '@example.com' AS email`;

const COLUMNS: Readonly<Record<Shape, string>> = {
  ten: `${NUMERIC}, ${TEXTS}`,
  numeric: NUMERIC,
  store_sales: [
    "range + 1 AS _row_id",
    "CAST(1 + hash(range) % 102000 AS INTEGER) AS ss_item_sk",
    "CAST(1 + hash(range + 7) % 5000000 AS BIGINT) AS ss_ticket_number",
    ...[73_049, 86_400, 500_000, 1_920_800, 7200, 250_000, 102, 500].map((count, index) =>
      `CASE WHEN random() >= 0.1 THEN CAST(1 + random() * ${count - 1} AS INTEGER) END AS k${index}`
    ),
    `CASE WHEN random() >= 0.05
      THEN CAST(least(greatest(exp(1.4 + ${NORMAL}), 1), 100) AS INTEGER) END AS ss_quantity`,
    ...Array.from({ length: 12 }, (_, index) =>
      `CASE WHEN random() >= 0.05
        THEN CAST(least(exp(4.6 + 1.1 * ${NORMAL}), 20000) AS DECIMAL(7, 2)) END AS amount${index}`),
  ].join(", "),
};

/** A shape by DuckDB's own functions and writer, on one thread: ROWS DIRECTORY SHAPE CODEC. */
const [rows, directory, shape, codec] = Deno.args;
const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
const connection = await instance.connect();
await connection.run(`
  COPY (SELECT ${COLUMNS[parseShape(shape)]} FROM range(${Number(rows)}))
  TO '${directory}/duckdb.parquet'
  (FORMAT parquet, COMPRESSION ${
  codec === "snappy" ? "snappy" : "uncompressed"
}, ROW_GROUP_SIZE 131072)
`);
reportUsage(Number(rows));
