import type { Dialect } from "../../schema/mod.ts";
import type { Diagnostic } from "../../errors/mod.ts";

/** The SQL a user may write in: that of a warehouse, or the engine's own. */
export type QueryDialect = Dialect | "duckdb";

export interface TranslateOptions {
  readonly dialect: QueryDialect;
  /** Names of columns that hold documents (VARIANT, SUPER, JSON), in any case. */
  readonly documentColumns?: Iterable<string>;
  /** Names of columns that hold arrays of PostgreSQL, in any case. */
  readonly listColumns?: Iterable<string>;
  /** Names of columns of two bytes, which reckon with numbers of the text as those of four. */
  readonly smallColumns?: Iterable<string>;
}

/** One statement in the engine's words, and the way back to the user's. */
export interface TranslatedSql {
  readonly sql: string;
  /**
   * Where a place of the translation came from.
   *
   * @param offset UTF-16 offset in `sql`.
   * @returns UTF-16 offset in the text that was translated.
   */
  readonly toSource: (offset: number) => number;
  /** What the user should know of the answer, with its place in their text. */
  readonly notes: readonly Diagnostic[];
}
