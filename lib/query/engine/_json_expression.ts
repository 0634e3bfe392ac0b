import { DuckDBDecimalType, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import { quoteName } from "../quote_name.ts";

/** The engine's calendar reaches further than ISO 8601. */
const IN_CALENDAR = "BETWEEN TIMESTAMP '0001-01-01' AND TIMESTAMP '9999-12-31'";
/** Integers up to 2^53 - 1 and decimals up to 15 digits are exact as numbers; see `RowBatch`. */
const INTEGER_MAX = Number.MAX_SAFE_INTEGER;
const DECIMAL_DIGITS_MAX = 15;
const POWER_MAX = 22;

/** Stands in the error of a row that JSON cannot hold as a number after all. */
export const INEXACT = "dw_sim: no exact number";

/**
 * What the engine's JSON writer must be given of a column to write what `RowBatch.json` tells.
 *
 * @param name The column.
 * @param type Its type.
 * @param isBold Whether numbers are taken to be exact, which nearly all are: that takes half the
 * time, and fails with `INEXACT` at the first one that is not.
 * @returns An expression; null where only we can write the type.
 */
export function jsonExpression(name: string, type: DuckDBType, isBold: boolean): string | null {
  if (type.alias === "JSON" || !isBold) return carefulExpression(name, type);
  const column = quoteName(name);
  const inexact = inexactTest(column, type);
  return inexact === null
    ? carefulExpression(name, type)
    : `CASE WHEN ${inexact} THEN error('${INEXACT}') ELSE ${column} END`;
}

/** Which numbers of a type are none in JSON; null where that is not the question. */
function inexactTest(column: string, type: DuckDBType): string | null {
  if (type instanceof DuckDBDecimalType) {
    return type.width <= DECIMAL_DIGITS_MAX || type.scale > POWER_MAX
      ? null
      : `abs(${column}::DOUBLE) > ${decimalMax(type)}`;
  }
  switch (type.typeId) {
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.HUGEINT:
      return `${column} NOT BETWEEN -${INTEGER_MAX} AND ${INTEGER_MAX}`;
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.UHUGEINT:
      return `${column} > ${INTEGER_MAX}`;
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return `NOT isfinite(${column})`;
    default:
      return null;
  }
}

function carefulExpression(name: string, type: DuckDBType): string | null {
  const column = quoteName(name);
  if (type.alias === "JSON") return column;
  if (type instanceof DuckDBDecimalType) return decimal(column, type);
  if (PLAIN_TYPES.has(type.typeId)) return column;
  switch (type.typeId) {
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UHUGEINT: {
      const low = type.typeId === DuckDBTypeId.BIGINT || type.typeId === DuckDBTypeId.HUGEINT
        ? -INTEGER_MAX
        : 0;
      return numberOrText(column, `${column} BETWEEN ${low} AND ${INTEGER_MAX}`);
    }
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return `CASE WHEN isfinite(${column}) THEN to_json(${column}) ` +
        `WHEN ${column} IS NOT NULL THEN to_json(CASE WHEN isnan(${column}) THEN 'NaN' ` +
        `WHEN ${column} > 0 THEN 'Infinity' ELSE '-Infinity' END) END`;
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
      return moment(column);
    case DuckDBTypeId.TIMESTAMP_NS:
      // Nanoseconds count to the year 2262 and no further.
      return `replace(${column}::VARCHAR, ' ', 'T')`;
    case DuckDBTypeId.TIMESTAMP_TZ:
      return `CASE WHEN isfinite(${column}) ` +
        `THEN ${moment(`(${column} AT TIME ZONE 'UTC')`)} || 'Z' ELSE ${column}::VARCHAR END`;
    case DuckDBTypeId.BLOB:
      return `to_base64(${column})`;
    default:
      return null;
  }
}

/** Types of which the engine writes what we do. */
const PLAIN_TYPES: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BOOLEAN,
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.VARCHAR,
  DuckDBTypeId.ENUM,
  DuckDBTypeId.UUID,
  DuckDBTypeId.DATE,
  DuckDBTypeId.TIME,
  DuckDBTypeId.SQLNULL,
]);

function decimal(column: string, { width, scale }: DuckDBDecimalType): string {
  if (scale > POWER_MAX) return `${column}::VARCHAR`;
  if (width <= DECIMAL_DIGITS_MAX) return column;
  return numberOrText(column, `abs(${column}::DOUBLE) <= ${decimalMax({ scale })}`);
}

function decimalMax({ scale }: { readonly scale: number }): string {
  return scale > DECIMAL_DIGITS_MAX
    ? `1e-${scale - DECIMAL_DIGITS_MAX}`
    : `1${"0".repeat(DECIMAL_DIGITS_MAX - scale)}`;
}

function numberOrText(column: string, isExact: string): string {
  return `CASE WHEN ${isExact} THEN to_json(${column}) ` +
    `WHEN ${column} IS NOT NULL THEN to_json(${column}::VARCHAR) END`;
}

/** ISO 8601; the other function knows to replace the first space alone, and takes longer. */
function moment(value: string): string {
  return `CASE WHEN ${value} ${IN_CALENDAR} THEN replace(${value}::VARCHAR, ' ', 'T') ` +
    `ELSE regexp_replace(${value}::VARCHAR, ' ', 'T') END`;
}
