import { DuckDBInstance } from "@duckdb/node-api";
import { reportUsage } from "./report_usage.ts";

/**
 * The ten columns by DuckDB's own functions and writer, on one thread: ROWS DIRECTORY CODEC. The
 * normal distribution is Box and Muller's; names come from lists as long as Faker's.
 */
const [rows, directory, codec] = Deno.args;
const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
const connection = await instance.connect();
await connection.run(`
  COPY (
    SELECT
      range + 1 AS id,
      CAST(hash(range) % 2000000000 AS INTEGER) AS code,
      CAST(1 + random() * 999999 AS INTEGER) AS region_key,
      'First' || CAST(random() * 3000 AS INTEGER) AS first_name,
      'Last' || CAST(random() * 500 AS INTEGER) AS last_name,
      'first' || CAST(random() * 3000 AS INTEGER) || '.last' || CAST(random() * 500 AS INTEGER)
        || range || '@example.com' AS email,
      CAST(least(greatest(
        50 + 20 * sqrt(-2 * ln(1 - random())) * cos(6.283185307179586 * random()), 0.01), 9999.99)
        AS DECIMAL(10, 2)) AS price,
      DATE '2020-01-01' + CAST(random() * 1826 AS INTEGER) AS order_date,
      TIMESTAMP '2020-01-01' + to_microseconds(CAST(random() * 157766400000000 AS BIGINT)) AS created_at,
      random() < 0.5 AS active
    FROM range(${Number(rows)})
  ) TO '${directory}/duckdb.parquet'
  (FORMAT parquet, COMPRESSION ${
  codec === "snappy" ? "snappy" : "uncompressed"
}, ROW_GROUP_SIZE 131072)
`);
reportUsage(Number(rows));
