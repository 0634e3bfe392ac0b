import { DuckDBDecimalType, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import type { LogicalType } from "../schema/mod.ts";

/**
 * What a type of the engine is to us. Unsigned integers get the next wider type, nested ones are
 * JSON; what we have no word for is text.
 */
export function logicalType(type: DuckDBType): LogicalType {
  if (type instanceof DuckDBDecimalType) {
    return { kind: "decimal", precision: type.width, scale: type.scale };
  }
  if (type.alias === "JSON") return { kind: "json" };
  return TYPES.get(type.typeId) ?? { kind: "string", maxLength: null, fixed: false };
}

const integer = (bits: 8 | 16 | 32 | 64): LogicalType => ({ kind: "integer", bits });
const whole = (precision: number): LogicalType => ({ kind: "decimal", precision, scale: 0 });
const timestamp = (precision: number, zoned = false): LogicalType => ({
  ...{ kind: "timestamp", precision, zoned },
});
const JSON_TYPE: LogicalType = { kind: "json" };

const TYPES: ReadonlyMap<DuckDBTypeId, LogicalType> = new Map([
  [DuckDBTypeId.BOOLEAN, { kind: "boolean" }],
  [DuckDBTypeId.TINYINT, integer(8)],
  [DuckDBTypeId.SMALLINT, integer(16)],
  [DuckDBTypeId.INTEGER, integer(32)],
  [DuckDBTypeId.BIGINT, integer(64)],
  [DuckDBTypeId.UTINYINT, integer(16)],
  [DuckDBTypeId.USMALLINT, integer(32)],
  [DuckDBTypeId.UINTEGER, integer(64)],
  [DuckDBTypeId.UBIGINT, whole(20)],
  [DuckDBTypeId.HUGEINT, whole(38)],
  [DuckDBTypeId.UHUGEINT, whole(38)],
  [DuckDBTypeId.BIGNUM, whole(38)],
  [DuckDBTypeId.FLOAT, { kind: "float", bits: 32 }],
  [DuckDBTypeId.DOUBLE, { kind: "float", bits: 64 }],
  [DuckDBTypeId.BLOB, { kind: "binary", maxLength: null }],
  [DuckDBTypeId.DATE, { kind: "date" }],
  [DuckDBTypeId.TIME, { kind: "time", precision: 6, zoned: false }],
  [DuckDBTypeId.TIME_NS, { kind: "time", precision: 9, zoned: false }],
  [DuckDBTypeId.TIME_TZ, { kind: "time", precision: 6, zoned: true }],
  [DuckDBTypeId.TIMESTAMP_S, timestamp(0)],
  [DuckDBTypeId.TIMESTAMP_MS, timestamp(3)],
  [DuckDBTypeId.TIMESTAMP, timestamp(6)],
  [DuckDBTypeId.TIMESTAMP_NS, timestamp(9)],
  [DuckDBTypeId.TIMESTAMP_TZ, timestamp(6, true)],
  [DuckDBTypeId.UUID, { kind: "uuid" }],
  [DuckDBTypeId.INTERVAL, { kind: "interval" }],
  [DuckDBTypeId.LIST, JSON_TYPE],
  [DuckDBTypeId.ARRAY, JSON_TYPE],
  [DuckDBTypeId.STRUCT, JSON_TYPE],
  [DuckDBTypeId.MAP, JSON_TYPE],
  [DuckDBTypeId.UNION, JSON_TYPE],
]);
