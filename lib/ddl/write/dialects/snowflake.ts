import type { LogicalType } from "../../../schema/mod.ts";
import { SNOWFLAKE_WORDS } from "../reserved_words.ts";
import type { WriteDialect } from "../write_dialect.ts";
import { bounded, BRACKETS, COUNT, decimalText, PLAIN_STRING } from "./_texts.ts";

const VARCHAR_MAX = 134_217_728;
const BINARY_MAX = 67_108_864;
const TRUTH = /^(true|false)$/i;
/** `db.schema.policy`, and what it is put on. */
const POLICY = /^[\w."]+( (on|using|entity key|allowed join keys) ?\(.+\))?$/is;

/** Snowflake. */
export const SNOWFLAKE: WriteDialect = {
  name: "snowflake",
  foldsTo: "upper",
  reservedWords: SNOWFLAKE_WORDS,
  backslashEscapes: true,
  typeText,
  identityText: ({ start, step }) => `AUTOINCREMENT START ${start} INCREMENT ${step}`,
  columnClauses: ["not_null", "unique", "default", "identity", "properties", "comment"],
  inlineComments: true,
  altersForeignKeys: true,
  defaultSchema: "PUBLIC",
  tableProperties: {
    cluster_by: { words: "CLUSTER BY", pattern: /^(linear ?)?\(.+\)$/is },
    enable_schema_evolution: { words: "ENABLE_SCHEMA_EVOLUTION =", pattern: TRUTH },
    data_retention_time_in_days: { words: "DATA_RETENTION_TIME_IN_DAYS =", pattern: COUNT },
    max_data_extension_time_in_days: {
      words: "MAX_DATA_EXTENSION_TIME_IN_DAYS =",
      pattern: COUNT,
    },
    change_tracking: { words: "CHANGE_TRACKING =", pattern: TRUTH },
    default_ddl_collation: { words: "DEFAULT_DDL_COLLATION =", pattern: PLAIN_STRING },
    row_access_policy: { words: "ROW ACCESS POLICY", pattern: POLICY, isLogic: true },
    aggregation_policy: { words: "AGGREGATION POLICY", pattern: POLICY, isLogic: true },
    join_policy: { words: "JOIN POLICY", pattern: POLICY, isLogic: true },
    tag: { words: "WITH TAG", pattern: BRACKETS, isLogic: true },
  },
  columnProperties: {
    computed: { words: "AS", pattern: /^.+$/s, isLogic: true },
    collate: { words: "COLLATE", pattern: PLAIN_STRING },
    masking_policy: { words: "MASKING POLICY", pattern: POLICY, isLogic: true },
    projection_policy: { words: "PROJECTION POLICY", pattern: POLICY, isLogic: true },
    tag: { words: "WITH TAG", pattern: BRACKETS, isLogic: true },
  },
};

function typeText(type: LogicalType): string {
  switch (type.kind) {
    case "boolean":
      return "BOOLEAN";
    case "integer":
      return { 8: "TINYINT", 16: "SMALLINT", 32: "INTEGER", 64: "BIGINT" }[type.bits];
    case "decimal":
      return decimalText(type, "NUMBER");
    case "float":
      return "FLOAT";
    case "string": {
      const { fixed, maxLength } = type;
      if (maxLength === null) return "VARCHAR";
      return bounded(fixed ? "CHAR" : "VARCHAR", maxLength, VARCHAR_MAX);
    }
    case "binary":
      return type.maxLength === null ? "BINARY" : bounded("BINARY", type.maxLength, BINARY_MAX);
    case "date":
      return "DATE";
    case "time":
      return `TIME(${type.precision})`;
    case "timestamp":
      return `${type.zoned ? "TIMESTAMP_TZ" : "TIMESTAMP_NTZ"}(${type.precision})`;
    case "json":
      return "VARIANT";
    case "uuid":
      return "VARCHAR(36)";
    case "geography":
      return "GEOGRAPHY";
    case "interval":
      // What an interval looks like as text; not every account has the type.
      return "VARCHAR(64)";
  }
}
