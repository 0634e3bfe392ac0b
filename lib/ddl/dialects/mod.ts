import type { Dialect } from "../../schema/mod.ts";
import type { DialectRules } from "../dialect_rules.ts";
import { POSTGRES } from "./postgres.ts";
import { REDSHIFT } from "./redshift.ts";
import { SNOWFLAKE } from "./snowflake.ts";

/** The rules of every dialect. */
export const DIALECTS: Readonly<Record<Dialect, DialectRules>> = {
  redshift: REDSHIFT,
  snowflake: SNOWFLAKE,
  postgres: POSTGRES,
};
