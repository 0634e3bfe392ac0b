import type { QueryDialect } from "./translated_sql.ts";

/**
 * What a session of a dialect needs of the engine before it is locked: settings and macros that the
 * translation calls.
 *
 * @param _dialect The dialect of the session.
 * @returns Statements to run, in order.
 */
export function dialectMacros(_dialect: QueryDialect): readonly string[] {
  return [];
}
