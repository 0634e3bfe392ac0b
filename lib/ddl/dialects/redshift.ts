import type { DialectRules } from "../dialect_rules.ts";
import {
  bytes,
  decimal,
  float,
  floatByDigits,
  fraction,
  integer,
  named,
  plain,
  text,
} from "./_type_rules.ts";

const VARCHAR_MAX = 65_535;
const CHAR_MAX = 4_096;
const VARBYTE_DEFAULT = 64_000;
const VARBYTE_MAX = 16_777_216;

/** Amazon Redshift, with the types of its external (Spectrum) tables. */
export const REDSHIFT: DialectRules = {
  name: "redshift",
  foldsTo: "lower",
  // Redshift comes from PostgreSQL 8.0, where ordinary strings still had escapes.
  backslashEscapes: true,
  slashComments: false,
  nestedComments: true,
  ampersandVariables: false,
  serialTypes: new Set(),
  // Spec: Amazon Redshift Database Developer Guide, Compression encodings.
  encodings: new Set(
    ("RAW AZ64 BYTEDICT DELTA DELTA32K LZO MOSTLY8 MOSTLY16 MOSTLY32 RUNLENGTH TEXT255 TEXT32K " +
      "ZSTD AUTO").split(" "),
  ),
  likeCopiesKeys: false,
  types: new Map([
    ...named("TINYINT", integer(8)),
    ...named("SMALLINT, INT2", integer(16)),
    ...named("INTEGER, INT, INT4, OID", integer(32)),
    ...named("BIGINT, INT8", integer(64)),
    ...named("DECIMAL, NUMERIC, DEC", decimal({ precision: 18, scale: 0 })),
    ...named("REAL, FLOAT4", float(32)),
    ...named("DOUBLE PRECISION, FLOAT8, DOUBLE", float(64)),
    ...named("FLOAT", floatByDigits()),
    ...named("BOOLEAN, BOOL", plain({ kind: "boolean" })),
    ...named("CHAR, CHARACTER, NCHAR", text({ length: 1, max: CHAR_MAX, fixed: true })),
    // The vendor turns BPCHAR without a length into CHAR(256).
    ...named("BPCHAR", text({ length: 256, max: CHAR_MAX, fixed: true })),
    ...named(
      "VARCHAR, CHARACTER VARYING, CHAR VARYING, NVARCHAR, NCHAR VARYING, TEXT",
      text({ length: 256, max: VARCHAR_MAX }),
    ),
    ...named("STRING", text({ length: VARCHAR_MAX, max: VARCHAR_MAX })),
    ...named("NAME", text({ length: 63 })),
    ...named("DATE", plain({ kind: "date" })),
    ...named(
      "TIME, TIME WITHOUT TIME ZONE",
      fraction("time", { precision: 6, zoned: false }),
    ),
    ...named("TIMETZ, TIME WITH TIME ZONE", fraction("time", { precision: 6, zoned: true })),
    ...named(
      "TIMESTAMP, TIMESTAMP WITHOUT TIME ZONE, DATETIME",
      fraction("timestamp", { precision: 6, zoned: false }),
    ),
    ...named(
      "TIMESTAMPTZ, TIMESTAMP WITH TIME ZONE",
      fraction("timestamp", { precision: 6, zoned: true }),
    ),
    ...named("INTERVAL", plain({ kind: "interval" })),
    ...named("SUPER, ARRAY, MAP, STRUCT", plain({ kind: "json" })),
    ...named("HLLSKETCH", bytes({ length: null })),
    ...named(
      "VARBYTE, VARBINARY, BINARY VARYING, BINARY",
      bytes({ length: VARBYTE_DEFAULT, max: VARBYTE_MAX }),
    ),
    ...named("GEOMETRY, GEOGRAPHY", plain({ kind: "geography" })),
  ]),
  tableProperties: [
    "BACKUP",
    "DISTSTYLE",
    "DISTKEY",
    "SORTKEY",
    "COMPOUND SORTKEY",
    "INTERLEAVED SORTKEY",
    "ENCODE",
    "PARTITIONED BY",
    "ROW FORMAT",
    "STORED AS",
    "LOCATION",
    "TABLE PROPERTIES",
    "WITH SERDEPROPERTIES",
    "ON COMMIT",
    "INHERITS",
    "COLLATE",
  ],
};
