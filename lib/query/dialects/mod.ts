/**
 * Says the SQL of other warehouses in the engine's words.
 *
 * @module
 */
export {
  describeConstructs,
  type DescribedConstruct,
  REFUSED_EVERYWHERE,
} from "./describe_constructs.ts";
export { type DescribedFunction, describeFunctions } from "./describe_functions.ts";
export { dialectMacros } from "./dialect_macros.ts";
export { translateSql } from "./translate_sql.ts";
export type { QueryDialect, TranslatedSql, TranslateOptions } from "./translated_sql.ts";
