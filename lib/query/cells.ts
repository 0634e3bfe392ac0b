import {
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBType,
  DuckDBTypeId,
  DuckDBUnionValue,
  type DuckDBValue,
} from "@duckdb/node-api";
import type { JsonValue } from "./query_result.ts";

/** Decimals of up to 15 digits survive a trip through a double. IEEE 754, DBL_DIG. */
const EXACT_DECIMAL_MAX = 1e15;
/** The largest power of ten that is a double itself. */
const EXACT_POWER_MAX = 22;

/**
 * A value as JSON holds it; see `RowBatch` for the rules.
 *
 * @param value The engine's value.
 * @param type The column's type: it tells a JSON text from any other.
 */
export function toJson(value: DuckDBValue, type?: DuckDBType): JsonValue {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "bigint") return bigintToJson(value);
  if (typeof value === "string") return type?.alias === "JSON" ? parsedOrText(value) : value;
  if (value instanceof DuckDBDecimalValue) return decimalToJson(value);
  if (value instanceof DuckDBDateValue) return dateToJson(value);
  if (isTimestamp(value)) return String(value).replace(" ", "T");
  if (value instanceof DuckDBTimestampTZValue) {
    return String(value).replace(" ", "T").replace(/\+00$/, "Z");
  }
  if (value instanceof DuckDBBlobValue) return value.bytes.toBase64();
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) {
    return value.items.map((item) => toJson(item));
  }
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(
      Object.entries(value.entries).map(([name, field]) => [name, toJson(field)]),
    );
  }
  if (value instanceof DuckDBMapValue) {
    return value.entries.map((entry) => ({ key: toJson(entry.key), value: toJson(entry.value) }));
  }
  if (value instanceof DuckDBUnionValue) return toJson(value.value);
  return String(value);
}

/** A value as SQL prints it; null for NULL. */
export function toText(value: DuckDBValue): string | null {
  if (value === null) return null;
  return value instanceof DuckDBDateValue ? dateText(value) : String(value);
}

const NUMERIC_TYPES: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.DECIMAL,
]);

/** Whether values of a type are lined up on the right. */
export function isNumeric(type: DuckDBType): boolean {
  return NUMERIC_TYPES.has(type.typeId);
}

function bigintToJson(value: bigint): JsonValue {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/** The quotient of two exact doubles is the double nearest to the decimal, as its text would be. */
function decimalToJson(decimal: DuckDBDecimalValue): JsonValue {
  const digits = Number(decimal.value);
  const isExact = Math.abs(digits) <= EXACT_DECIMAL_MAX && decimal.scale <= EXACT_POWER_MAX;
  return isExact ? digits / 10 ** decimal.scale : String(decimal);
}

const DAY_MS = 86_400_000;
/** Days of the years 0000 to 9999, which ISO 8601 writes with four digits. */
const DAY_MIN = -719_528;
const DAY_MAX = 2_932_896;

function dateToJson(date: DuckDBDateValue): JsonValue {
  if (date.days < DAY_MIN || date.days > DAY_MAX) return dateText(date);
  return new Date(date.days * DAY_MS).toISOString().slice(0, 10);
}

/** Days that stand for infinity, which the wrapper counts like any other. */
const DAYS_WITHOUT_END = 2 ** 31 - 1;

function dateText(date: DuckDBDateValue): string {
  if (Math.abs(date.days) !== DAYS_WITHOUT_END) return String(date);
  return date.days < 0 ? "-infinity" : "infinity";
}

function isTimestamp(value: DuckDBValue): boolean {
  return value instanceof DuckDBTimestampValue ||
    value instanceof DuckDBTimestampSecondsValue ||
    value instanceof DuckDBTimestampMillisecondsValue ||
    value instanceof DuckDBTimestampNanosecondsValue;
}

/** A column of type JSON holds valid JSON when the engine made it, and any text when a cast did. */
function parsedOrText(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
