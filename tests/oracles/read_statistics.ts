import { parquetMetadata, type SchemaElement } from "hyparquet";
import { dateText, hexText, timestampText, timeText } from "./format_cell.ts";
import type { OracleCell } from "./oracle_table.ts";
import { queryWithDuckdb } from "./read_with_duckdb.ts";

/** What a reader finds in the footer about one column of one row group. */
export interface OracleStatistics {
  readonly rowGroup: number;
  readonly column: string;
  readonly nullCount: number;
  readonly distinctCount: number | null;
  /** Null where there is none. */
  readonly min: OracleCell;
  readonly max: OracleCell;
  readonly minExact: boolean | null;
  readonly maxExact: boolean | null;
}

const NANOS_PER_UNIT = { MILLIS: 1_000_000n, MICROS: 1000n, NANOS: 1n } as const;

/**
 * Reads the statistics of a Parquet file with DuckDB, which escapes bytes that are not text, and
 * takes infinite bounds for none.
 *
 * @param path The file.
 * @returns One entry a column chunk, by row group and column.
 */
export async function readStatisticsWithDuckdb(path: string): Promise<OracleStatistics[]> {
  const table = await queryWithDuckdb(
    `SELECT row_group_id, path_in_schema, stats_null_count, stats_distinct_count,
      stats_min_value, stats_max_value, min_is_exact, max_is_exact, type
    FROM parquet_metadata('${path}') ORDER BY row_group_id, column_id`,
  );
  return table.rows.map((row) => ({
    rowGroup: Number(row[0]),
    column: String(row[1]),
    nullCount: Number(row[2]),
    distinctCount: row[3] === null ? null : Number(row[3]),
    min: boundOf(row[4]!, String(row[8])),
    max: boundOf(row[5]!, String(row[8])),
    minExact: row[6] as boolean | null,
    maxExact: row[7] as boolean | null,
  }));
}

function boundOf(text: OracleCell, type: string): OracleCell {
  if (text === null) return null;
  if (type === "FLOAT") return Math.fround(Number(text));
  if (type === "DOUBLE") return Number(text);
  if (type === "BOOLEAN") return text === "true";
  return String(text).replace(/(:[\d.]+)\+00$/, "$1").replace(/(:\d\d\.\d*?)0+$/, "$1");
}

/**
 * Reads the statistics of a Parquet file with hyparquet, which rounds decimals to floats.
 *
 * @param path The file.
 * @returns One entry a column chunk, by row group and column.
 */
export async function readStatisticsWithHyparquet(path: string): Promise<OracleStatistics[]> {
  const asIs = <Value>(value: Value) => value;
  const metadata = parquetMetadata((await Deno.readFile(path)).buffer, {
    parsers: {
      stringFromBytes: asIs,
      dateFromDays: asIs,
      timestampFromMilliseconds: asIs,
      timestampFromMicroseconds: asIs,
      timestampFromNanoseconds: asIs,
    },
  });
  return metadata.row_groups.flatMap((group, rowGroup) =>
    group.columns.map(({ meta_data }, index) => {
      const statistics = meta_data!.statistics!;
      const element = metadata.schema[index + 1]!;
      return {
        rowGroup,
        column: element.name,
        nullCount: Number(statistics.null_count),
        distinctCount: numberOrNull(statistics.distinct_count),
        min: cellOf(statistics.min_value, element),
        max: cellOf(statistics.max_value, element),
        minExact: statistics.is_min_value_exact ?? null,
        maxExact: statistics.is_max_value_exact ?? null,
      };
    })
  );
}

function numberOrNull(value: bigint | undefined): number | null {
  return value === undefined ? null : Number(value);
}

function cellOf(value: unknown, element: SchemaElement): OracleCell {
  if (value === undefined) return null;
  const logical = element.logical_type;
  if (value instanceof Uint8Array) {
    const isText = logical?.type === "STRING" || logical?.type === "JSON";
    return isText ? new TextDecoder("utf-8", { fatal: true }).decode(value) : hexText(value);
  }
  if (typeof value === "boolean") return value;
  if (element.type === "FLOAT" || element.type === "DOUBLE") return Number(value);
  if (logical?.type === "DATE") return dateText(Number(value));
  if (logical?.type === "TIME") {
    return timeText(BigInt(String(value)) * NANOS_PER_UNIT[logical.unit]);
  }
  if (logical?.type === "TIMESTAMP") {
    return timestampText(BigInt(String(value)) * NANOS_PER_UNIT[logical.unit]);
  }
  return String(value);
}
