import type { Column, Dialect, LogicalType } from "../../schema/mod.ts";

/** The engines whose DDL can be written; one more than can be read. */
export type DdlDialect = Dialect | "duckdb";

/** How a kept property is written back. */
export interface PropertyRule {
  /** The words before the value, `CLUSTER BY` or `CHANGE_TRACKING =`. */
  readonly words: string;
  /** What a value must look like to be believed; a schema may hold any text. */
  readonly pattern: RegExp;
  /** The words alone say it; the value is only `true`. */
  readonly isFlag?: boolean;
  /** Changes or refuses rows that are loaded, or needs what a new database has not. */
  readonly isLogic?: boolean;
}

export type PropertyRules = Readonly<Record<string, PropertyRule>>;

/** What may stand after a column's type, in the order the dialect wants. */
export type ColumnClause =
  | "not_null"
  | "default"
  | "identity"
  | "unique"
  | "comment"
  | "properties";

/** Everything in which the DDL that is written for one engine differs from another's. */
export interface WriteDialect {
  readonly name: DdlDialect;
  /** What happens to unquoted identifiers; `none` for an engine that keeps and ignores case. */
  readonly foldsTo: "upper" | "lower" | "none";
  /** Upper case. */
  readonly reservedWords: ReadonlySet<string>;
  /** Whether a backslash escapes the next character of a string. */
  readonly backslashEscapes: boolean;
  readonly typeText: (type: LogicalType) => string;
  /** The types that may count up by themselves, and what is used for others; undefined for all. */
  readonly identityType?: (type: LogicalType) => LogicalType;
  readonly identityText: (identity: NonNullable<Column["identity"]>) => string;
  readonly columnClauses: readonly ColumnClause[];
  /** Whether comments stand inside CREATE TABLE, or in statements of their own. */
  readonly inlineComments: boolean;
  /** Whether a foreign key can be added to a table that exists. */
  readonly altersForeignKeys: boolean;
  /** The schema that every new database has. */
  readonly defaultSchema: string;
  readonly tableProperties: PropertyRules;
  readonly columnProperties: PropertyRules;
}
