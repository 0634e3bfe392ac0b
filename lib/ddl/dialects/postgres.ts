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

/** PostgreSQL, with the types of PostGIS, pgvector and the usual contrib modules. */
export const POSTGRES: DialectRules = {
  name: "postgres",
  foldsTo: "lower",
  backslashEscapes: false,
  slashComments: false,
  nestedComments: true,
  ampersandVariables: false,
  serialTypes: new Set(
    ["SERIAL", "SERIAL2", "SERIAL4", "SERIAL8", "SMALLSERIAL", "BIGSERIAL"],
  ),
  encodings: new Set(),
  likeCopiesKeys: false,
  types: new Map([
    ...named("SMALLINT, INT2, SMALLSERIAL, SERIAL2", integer(16)),
    ...named("INTEGER, INT, INT4, SERIAL, SERIAL4", integer(32)),
    ...named("BIGINT, INT8, BIGSERIAL, SERIAL8, OID, XID, XID8, PG_LSN", integer(64)),
    // NUMERIC without a precision takes any number; 38 digits with 10 after the point hold money,
    // rates and measures alike.
    ...named("NUMERIC, DECIMAL, DEC", decimal({ precision: 38, scale: 10, unbounded: true })),
    ...named("MONEY", plain({ kind: "decimal", precision: 19, scale: 2 })),
    ...named("REAL, FLOAT4", float(32)),
    ...named("DOUBLE PRECISION, FLOAT8", float(64)),
    ...named("FLOAT", floatByDigits()),
    ...named("BOOLEAN, BOOL", plain({ kind: "boolean" })),
    ...named("CHAR, CHARACTER, NCHAR", text({ length: 1, fixed: true })),
    ...named("BPCHAR", text({ length: null, fixed: false })),
    ...named(
      "VARCHAR, CHARACTER VARYING, CHAR VARYING, NCHAR VARYING, TEXT, CITEXT, XML, TSVECTOR, " +
        "TSQUERY, LTREE, LQUERY, LTXTQUERY, JSONPATH, INT4RANGE, INT8RANGE, NUMRANGE, TSRANGE, " +
        "TSTZRANGE, DATERANGE, INT4MULTIRANGE, INT8MULTIRANGE, NUMMULTIRANGE, TSMULTIRANGE, " +
        "TSTZMULTIRANGE, DATEMULTIRANGE, CUBE, SEG, ISBN, ISBN13, ISSN, EAN13, UPC, ACLITEM, " +
        "REGPROCEDURE, REGNAMESPACE, REGROLE, REFCURSOR, CSTRING, UNKNOWN, REGCLASS, REGTYPE, REGPROC, TXID_SNAPSHOT",
      text({ length: null }),
    ),
    ...named("NAME", text({ length: 63 })),
    ...named("INET, CIDR", text({ length: 43 })),
    ...named("MACADDR", text({ length: 17 })),
    ...named("MACADDR8", text({ length: 23 })),
    ...named("BIT", text({ length: 1, fixed: true })),
    ...named("BIT VARYING, VARBIT", text({ length: null })),
    ...named("BYTEA", bytes({ length: null })),
    ...named("DATE", plain({ kind: "date" })),
    ...named(
      "TIME, TIME WITHOUT TIME ZONE",
      fraction("time", { precision: 6, zoned: false }),
    ),
    ...named("TIMETZ, TIME WITH TIME ZONE", fraction("time", { precision: 6, zoned: true })),
    ...named(
      "TIMESTAMP, TIMESTAMP WITHOUT TIME ZONE",
      fraction("timestamp", { precision: 6, zoned: false }),
    ),
    ...named(
      "TIMESTAMPTZ, TIMESTAMP WITH TIME ZONE",
      fraction("timestamp", { precision: 6, zoned: true }),
    ),
    ...named("INTERVAL", plain({ kind: "interval" })),
    ...named("JSON, JSONB, HSTORE, VECTOR, HALFVEC, SPARSEVEC", plain({ kind: "json" })),
    ...named("UUID", plain({ kind: "uuid" })),
    ...named(
      "GEOGRAPHY, GEOMETRY, BOX2D, BOX3D, RASTER, POINT, LINE, LSEG, BOX, PATH, POLYGON, CIRCLE",
      plain({ kind: "geography" }),
    ),
  ]),
  tableProperties: [
    "INHERITS",
    "PARTITION BY",
    "USING",
    "WITH",
    "WITHOUT OIDS",
    "ON COMMIT",
    "TABLESPACE",
    "SERVER",
    "OPTIONS",
  ],
};
