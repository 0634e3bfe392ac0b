import type { ForeignDialect } from "./dialect_rules.ts";
import type { FunctionRules } from "./functions/function_rule.ts";
import { POSTGRES_FUNCTIONS } from "./functions/postgres.ts";
import { REDSHIFT_FUNCTIONS } from "./functions/redshift.ts";
import { SNOWFLAKE_FUNCTIONS } from "./functions/snowflake.ts";

const RULES: Readonly<Record<ForeignDialect, FunctionRules>> = {
  postgres: POSTGRES_FUNCTIONS,
  redshift: REDSHIFT_FUNCTIONS,
  snowflake: SNOWFLAKE_FUNCTIONS,
};

/**
 * What is known of a dialect's functions. A function that is not here is refused, whether the engine
 * has one of its name or not: that it means the same must have been looked up.
 *
 * @param dialect Whose functions.
 * @returns The rules by upper-case name.
 */
export function functionRules(dialect: ForeignDialect): FunctionRules {
  return RULES[dialect];
}
