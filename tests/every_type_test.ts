import assert from "node:assert/strict";
import { PAGE_ROWS, ROW_GROUP_ROWS } from "../lib/storage/mod.ts";
import { makeRun, type TableJson } from "./_make_run.ts";
import {
  type OracleStatistics,
  readStatisticsWithDuckdb,
  readStatisticsWithHyparquet,
} from "./oracles/read_statistics.ts";
import { queryWithDuckdb, readWithDuckdb } from "./oracles/read_with_duckdb.ts";
import { readWithHyparquet } from "./oracles/read_with_hyparquet.ts";
import { readWithParquetWasm } from "./oracles/read_with_parquet_wasm.ts";

const TYPES = [
  "BOOLEAN",
  "TINYINT",
  "SMALLINT",
  "INT",
  "BIGINT",
  "DECIMAL(9,2)",
  "DECIMAL(18,6)",
  "DECIMAL(38,10)",
  "REAL",
  "FLOAT",
  "VARCHAR(40)",
  "CHAR(3)",
  "TEXT",
  "BINARY",
  "DATE",
  "TIME",
  "TIMESTAMP",
  "TIMESTAMPTZ",
  "JSON",
  "UUID",
  "GEOGRAPHY",
  "INTERVAL",
];

const UNICODE = ["Zoë", "Łódź", "東京", "𝒳 marks", "🦆", "naïve", "Ω"];

/** Every type once required and once with NULLs, names and values beyond ASCII, and nanoseconds. */
function everyType(rows: number): TableJson {
  const each = TYPES.map((data_type, index) => ({ name: `c${index}`, data_type }));
  const words = UNICODE.map((value, index) => ({ value, weight: index + 1 }));
  return {
    name: "größe",
    target_rows: rows,
    columns: [
      ...each,
      ...each.map((column) => ({
        ...column,
        name: `${column.name}_null`,
        required: false,
        null_rate: 0.3,
      })),
      { name: "always_null", data_type: "INT", required: false, null_rate: 1 },
      { name: "näme", data_type: "VARCHAR(20)", distribution: { type: "values", values: words } },
      { name: "nanos", data_type: "TIMESTAMP", fractional_seconds: 9 },
      { name: "negative", data_type: "DECIMAL(38,10)", min_value: -1e12, max_value: 1e12 },
      { name: "key", data_type: "DECIMAL(38,0)", is_unique: true },
      { name: "email", data_type: "VARCHAR(60)", is_unique: true, faker_rule: "email" },
    ],
  };
}

for (const rows of [0, 1, 500, PAGE_ROWS - 1, PAGE_ROWS + 1]) {
  Deno.test(`three readers agree on every value of every type in ${rows} rows`, async () => {
    await using run = await makeRun([everyType(rows)]);
    const [path] = run.files("größe");
    const duckdb = await readWithDuckdb(path!);
    assert.equal(duckdb.rows.length, rows);
    for (const read of [readWithHyparquet, readWithParquetWasm]) {
      const other = await read(path!);
      assert.deepEqual(
        other.columns.map(({ name }) => name),
        duckdb.columns.map(({ name }) => name),
      );
      assert.equal(other.rows.length, rows);
      // A row at a time: the difference of two large tables takes minutes to write down.
      other.rows.forEach((row, index) => assert.deepEqual(row, duckdb.rows[index], read.name));
    }
  });
}

for (const rows of [1, 500, ROW_GROUP_ROWS, ROW_GROUP_ROWS + 1]) {
  Deno.test(`bounds and NULL counts in the file are those of its ${rows} rows`, async () => {
    await using run = await makeRun([everyType(rows)]);
    const [path] = run.files("größe");
    const statistics = await statisticsOf(path!);
    assert.equal(
      statistics.length,
      Math.ceil(rows / ROW_GROUP_ROWS) * everyType(rows).columns.length,
    );
    for (const { rowGroup, column, nullCount, min, max } of statistics) {
      const name = `"${column}"`;
      const from = rowGroup * ROW_GROUP_ROWS;
      const { rows: [actual] } = await queryWithDuckdb(
        `SELECT count(*) - count(${name}), min(${name}), max(${name})
        FROM read_parquet('${path}', file_row_number = true)
        WHERE file_row_number BETWEEN ${from} AND ${from + ROW_GROUP_ROWS - 1}`,
      );
      assert.equal(String(nullCount), String(actual![0]), column);
      // Intervals have no order to bound them by, long JSON no bound worth its length.
      if (min !== null) assert.deepEqual([min, max], actual!.slice(1), column);
      else assert.ok(hasNoBounds(column) || actual![1] === null, `${column} has bounds`);
    }
  });
}

/** DuckDB shows the bounds of bytes as escaped text, so those are hyparquet's. */
async function statisticsOf(path: string): Promise<OracleStatistics[]> {
  const [duckdb, hyparquet] = [
    await readStatisticsWithDuckdb(path),
    await readStatisticsWithHyparquet(path),
  ];
  return duckdb.map((statistics, index) =>
    typeOf(statistics.column) === "BINARY" ? hyparquet[index]! : statistics
  );
}

function hasNoBounds(column: string): boolean {
  return ["INTERVAL", "JSON"].includes(typeOf(column) ?? "");
}

function typeOf(column: string): string | undefined {
  return TYPES[Number(/^c(\d+)/.exec(column)?.[1])];
}
