import { DuckDBDecimalType, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import type { NumberArray, WireType } from "../wire/engine_messages.ts";

/** How values of a type of the engine travel. What has no form of its own is rendered first. */
export function wireType(type: DuckDBType): WireType {
  if (type instanceof DuckDBDecimalType) return decimalType(type);
  if (type.alias === "JSON") return RENDERED;
  return TYPES.get(type.typeId) ?? RENDERED;
}

const RENDERED: WireType = { kind: "rendered" };

/** Spec: DuckDB stores decimals of up to 4, 9, 18 and 38 digits in 2, 4, 8 and 16 bytes. */
function decimalType({ width, scale }: DuckDBDecimalType): WireType {
  const byteCount = width <= 4 ? 2 : width <= 9 ? 4 : width <= 18 ? 8 : 16;
  return { kind: "decimal", byteCount, scale };
}

const number = (array: NumberArray): WireType => ({ kind: "number", array });
const integer = (byteCount: 8 | 16, signed = true): WireType => ({
  ...{ kind: "integer", byteCount, signed },
});
const timestamp = (unitsPerSecond: number, zoned = false): WireType => ({
  ...{ kind: "timestamp", unitsPerSecond, zoned },
});

const TYPES: ReadonlyMap<DuckDBTypeId, WireType> = new Map<DuckDBTypeId, WireType>([
  [DuckDBTypeId.BOOLEAN, { kind: "boolean" }],
  [DuckDBTypeId.TINYINT, number("Int8Array")],
  [DuckDBTypeId.SMALLINT, number("Int16Array")],
  [DuckDBTypeId.INTEGER, number("Int32Array")],
  [DuckDBTypeId.UTINYINT, number("Uint8Array")],
  [DuckDBTypeId.USMALLINT, number("Uint16Array")],
  [DuckDBTypeId.UINTEGER, number("Uint32Array")],
  [DuckDBTypeId.FLOAT, number("Float32Array")],
  [DuckDBTypeId.DOUBLE, number("Float64Array")],
  [DuckDBTypeId.BIGINT, integer(8)],
  [DuckDBTypeId.UBIGINT, integer(8, false)],
  [DuckDBTypeId.HUGEINT, integer(16)],
  [DuckDBTypeId.UHUGEINT, integer(16, false)],
  [DuckDBTypeId.DATE, { kind: "date" }],
  [DuckDBTypeId.TIMESTAMP_S, timestamp(1)],
  [DuckDBTypeId.TIMESTAMP_MS, timestamp(1e3)],
  [DuckDBTypeId.TIMESTAMP, timestamp(1e6)],
  [DuckDBTypeId.TIMESTAMP_NS, timestamp(1e9)],
  [DuckDBTypeId.TIMESTAMP_TZ, timestamp(1e6, true)],
  [DuckDBTypeId.VARCHAR, { kind: "text" }],
  [DuckDBTypeId.ENUM, { kind: "text" }],
]);
