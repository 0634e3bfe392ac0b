import type { LogicalType } from "../../../schema/mod.ts";
import { DUCKDB_WORDS } from "../reserved_words.ts";
import type { WriteDialect } from "../write_dialect.ts";
import { decimalText } from "./_texts.ts";

/** Digits of a second that TIMESTAMP keeps; TIMESTAMP_NS keeps nine. */
const MICROSECOND_DIGITS = 6;

/** DuckDB. It has no identity columns: a sequence of its own fills each. */
export const DUCKDB: WriteDialect = {
  name: "duckdb",
  foldsTo: "none",
  reservedWords: DUCKDB_WORDS,
  backslashEscapes: false,
  typeText,
  identityText: () => "",
  columnClauses: ["not_null", "default", "identity", "unique"],
  inlineComments: false,
  altersForeignKeys: false,
  defaultSchema: "main",
  tableProperties: {},
  columnProperties: {},
};

function typeText(type: LogicalType): string {
  switch (type.kind) {
    case "integer":
      return { 8: "TINYINT", 16: "SMALLINT", 32: "INTEGER", 64: "BIGINT" }[type.bits];
    case "decimal":
      return decimalText(type);
    case "float":
      return type.bits === 32 ? "FLOAT" : "DOUBLE";
    case "string":
      return type.maxLength === null ? "VARCHAR" : `VARCHAR(${type.maxLength})`;
    case "geography":
      return "VARCHAR";
    case "binary":
      return "BLOB";
    case "time":
      return type.zoned ? "TIMETZ" : "TIME";
    case "timestamp":
      if (type.zoned) return "TIMESTAMPTZ";
      return type.precision > MICROSECOND_DIGITS ? "TIMESTAMP_NS" : "TIMESTAMP";
    default:
      return type.kind.toUpperCase();
  }
}
