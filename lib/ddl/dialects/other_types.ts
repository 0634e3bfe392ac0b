import type { TypeRule } from "../dialect_rules.ts";
import { bytes, decimal, float, fraction, integer, named, plain, text } from "./_type_rules.ts";

/** What a type of another database becomes, and whose it is. */
export interface OtherType {
  readonly owner: string;
  readonly rule: TypeRule;
}

/**
 * Types that stand in files which were written for other databases once. Files are moved from
 * warehouse to warehouse, and not every type is changed on the way.
 */
export const OTHER_TYPES: ReadonlyMap<string, OtherType> = new Map([
  ...owned("SQL Server", [
    ...named("DATETIME2", fraction("timestamp", { precision: 7, zoned: false })),
    ...named("DATETIMEOFFSET", fraction("timestamp", { precision: 7, zoned: true })),
    ...named("SMALLDATETIME", plain({ kind: "timestamp", precision: 0, zoned: false })),
    ...named("UNIQUEIDENTIFIER", plain({ kind: "uuid" })),
    ...named("NTEXT, SYSNAME, SQL_VARIANT, HIERARCHYID", text({ length: null })),
    ...named("SMALLMONEY", plain({ kind: "decimal", precision: 10, scale: 4 })),
    ...named("IMAGE, ROWVERSION", bytes({ length: null })),
  ]),
  ...owned("MySQL", [
    ...named("MEDIUMINT, YEAR", integer(32)),
    ...named("TINYTEXT, MEDIUMTEXT, LONGTEXT", text({ length: null })),
    ...named("TINYBLOB, MEDIUMBLOB, LONGBLOB", bytes({ length: null })),
    // Its brackets hold labels.
    ...named("SET", plain({ kind: "string", maxLength: null, fixed: false })),
  ]),
  ...owned("Oracle", [
    ...named("CLOB, NCLOB", text({ length: null })),
    ...named("BLOB, RAW", bytes({ length: null })),
    ...named("BINARY_FLOAT", float(32)),
    ...named("BINARY_DOUBLE", float(64)),
  ]),
  ...owned("BigQuery", [
    ...named("INT64", integer(64)),
    ...named("FLOAT64", float(64)),
    ...named("BYTES", bytes({ length: null })),
    ...named("BIGNUMERIC, BIGDECIMAL", decimal({ precision: 38, scale: 10, unbounded: true })),
  ]),
]);

function owned(
  owner: string,
  types: readonly (readonly [string, TypeRule])[],
): readonly (readonly [string, OtherType])[] {
  return types.map(([name, rule]) => [name, { owner, rule }] as const);
}
