import type { QueryDialect } from "./translated_sql.ts";

/** A dialect whose SQL is translated; the engine's own is not. */
export type ForeignDialect = Exclude<QueryDialect, "duckdb">;

/** How a dialect writes texts and comments. */
export interface Lexis {
  readonly slashComments: boolean;
  readonly backslashEscapes: boolean;
  /** `E'…'`, with escapes where plain texts have none. */
  readonly escapeStrings: boolean;
}

/** What differs between dialects beyond functions and types. */
export interface DialectRules {
  readonly dialect: ForeignDialect;
  /** As it is called in messages. */
  readonly title: string;
  readonly lexis: Lexis;
  /** What becomes of a name without quotes. */
  readonly fold: (name: string) => string;
  /** Names that the dialect gives the columns of VALUES. */
  readonly valuesColumn: string;
  /** Whether a backslash in a LIKE pattern escapes although nothing says so. */
  readonly likeEscapes: boolean;
}

export const DIALECT_RULES: Readonly<Record<ForeignDialect, DialectRules>> = {
  redshift: {
    dialect: "redshift",
    title: "Redshift",
    lexis: { slashComments: false, backslashEscapes: true, escapeStrings: true },
    fold: (name) => name.toLowerCase(),
    valuesColumn: "column",
    likeEscapes: true,
  },
  postgres: {
    dialect: "postgres",
    title: "PostgreSQL",
    lexis: { slashComments: false, backslashEscapes: false, escapeStrings: true },
    fold: (name) => name.toLowerCase(),
    valuesColumn: "column",
    likeEscapes: true,
  },
  snowflake: {
    dialect: "snowflake",
    title: "Snowflake",
    lexis: { slashComments: true, backslashEscapes: true, escapeStrings: false },
    fold: (name) => name.toUpperCase(),
    valuesColumn: "COLUMN",
    likeEscapes: false,
  },
};
