import { DuckDBDecimalType, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import { quoteName } from "../quote_name.ts";
import { quoteText } from "../quote_text.ts";

/** The engine's calendar reaches further than ISO 8601. */
const IN_CALENDAR = "BETWEEN TIMESTAMP '0001-01-01' AND TIMESTAMP '9999-12-31'";
/** Integers up to 2^53 - 1 and decimals up to 15 digits are exact as numbers; see `RowBatch`. */
const INTEGER_MAX = Number.MAX_SAFE_INTEGER;
const DECIMAL_DIGITS_MAX = 15;
const POWER_MAX = 22;

/** A column of the rows to be written, under a name of its own. */
export interface JsonColumn {
  readonly name: string;
  readonly type: DuckDBType;
}

/**
 * A row as the JSON text that `RowBatch.json` tells. Nearly all numbers are exact in JSON: only a
 * row with one that is not is made the careful way, which takes twice the time.
 *
 * @param columns The columns, in order; no two of one name.
 * @returns An expression; null where only we can write a type.
 */
export function jsonRowExpression(columns: readonly JsonColumn[]): string | null {
  const careful = columns.map(({ name, type }) => carefulExpression(name, type));
  if (careful.includes(null)) return null;
  const tests = columns.map(({ name, type }) => inexactTest(quoteName(name), type));
  const plain = columns.map(({ name }, i) => tests[i] === null ? careful[i]! : quoteName(name));
  const carefulRow = jsonObject(columns, careful);
  const inexact = tests.filter((test) => test !== null);
  if (inexact.length === 0) return carefulRow;
  const plainRow = jsonObject(columns, plain);
  return `CASE WHEN ${inexact.join(" OR ")} THEN ${carefulRow} ELSE ${plainRow} END`;
}

function jsonObject(
  columns: readonly JsonColumn[],
  values: readonly (string | null)[],
): string {
  const fields = columns.map(({ name }, i) => `${quoteText(name)}: ${values[i]}`);
  return `to_json({${fields.join(", ")}})`;
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
