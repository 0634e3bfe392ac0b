import type { DdlDialect, WriteDialect } from "../write_dialect.ts";
import { DUCKDB } from "./duckdb.ts";
import { POSTGRES } from "./postgres.ts";
import { REDSHIFT } from "./redshift.ts";
import { SNOWFLAKE } from "./snowflake.ts";

/** Every dialect that can be written. */
export const WRITE_DIALECTS: Readonly<Record<DdlDialect, WriteDialect>> = {
  redshift: REDSHIFT,
  snowflake: SNOWFLAKE,
  postgres: POSTGRES,
  duckdb: DUCKDB,
};
