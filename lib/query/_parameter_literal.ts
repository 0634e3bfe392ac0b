import type { QueryDialect } from "./dialects/mod.ts";
import type { ParameterValue } from "./parameter_value.ts";
import { quoteText } from "./quote_text.ts";

/**
 * Writes a value as a literal of its type. Nothing in a value can end the literal: texts are quoted
 * as the dialect reads them, and the other types have forms without quotes.
 */
export function parameterLiteral({ type, text }: ParameterValue, dialect: QueryDialect): string {
  switch (type) {
    case "text":
      return BACKSLASH_DIALECTS.has(dialect)
        ? quoteText(text.replaceAll("\\", "\\\\"))
        : quoteText(text);
    case "number":
      // A sign would run into the one before it: `a -:b` must never become a comment.
      return /^[+-]/.test(text) ? `(${text})` : text;
    case "date":
      return `DATE '${text}'`;
    case "timestamp":
      return HAS_ZONE.test(text)
        ? `CAST('${text}' AS ${ZONED_TYPE[dialect]})`
        : `TIMESTAMP '${text}'`;
    case "boolean":
    case "null":
      return text.toUpperCase();
  }
}

/** Spec: the pages on string literals; a backslash takes the next character there. */
const BACKSLASH_DIALECTS: ReadonlySet<QueryDialect> = new Set(["redshift", "snowflake"]);

const HAS_ZONE = /[+-]\d{2}:\d{2}$/;

const ZONED_TYPE: Readonly<Record<QueryDialect, string>> = {
  redshift: "TIMESTAMPTZ",
  postgres: "TIMESTAMPTZ",
  duckdb: "TIMESTAMPTZ",
  snowflake: "TIMESTAMP_TZ",
};
