import { listCall, percentileCall } from "./_aggregates.ts";
import { partCall, readByFormat, toTextCall, truncationCall } from "./_dates.ts";
import { toNumberCall } from "./_number_formats.ts";
import { aliases, custom, ofTexts, refusedFunction, same, written } from "./_rules.ts";
import type { FunctionRules } from "./function_rule.ts";

const NUMBER = { holds: "number" } as const;
const TEXT = { holds: "text" } as const;
const DATE = { holds: "date" } as const;
const STAMP = { holds: "timestamp" } as const;
const AGGREGATE = { kind: "aggregate" } as const;

/** What Redshift and PostgreSQL share beyond what Snowflake has too. */
export const POSTGRES_SHARED_FUNCTIONS: FunctionRules = {
  AGE: refusedFunction("Subtract the dates, or use DATE_PART on each"),
  ...aliases(["BOOL_AND"], same(1, 1, { ...AGGREGATE, holds: "boolean" })),
  ...aliases(["BOOL_OR"], same(1, 1, { ...AGGREGATE, holds: "boolean" })),
  BIT_AND: same(1, 1, AGGREGATE),
  BIT_OR: same(1, 1, AGGREGATE),
  ...ofTexts({
    BTRIM: written("trim($1)", "trim($1, $2)", TEXT),
    ...aliases(["CHAR_LENGTH", "CHARACTER_LENGTH"], written("length($1)", NUMBER)),
    STRPOS: same(2, 2, NUMBER),
  }),
  DATE: written("CAST($1 AS DATE)", DATE),
  ...aliases(["DATE_PART"], custom(2, partCall, NUMBER)),
  DATE_TRUNC: custom(2, truncationCall, STAMP),
  GREATEST: same(1, 1000),
  INITCAP: written("dw_initcap($1)", {
    ...TEXT,
    note: "A word starts after any character that is no letter and no digit",
  }),
  LEAST: same(1, 1000),
  LOG: written("log10($1)", "log($1, $2)", { ...NUMBER, takes: "number" }),
  NOW: written("now()", { holds: "timestamptz" }),
  PERCENTILE_CONT: custom(1, percentileCall("quantile_cont"), AGGREGATE),
  PERCENTILE_DISC: custom(1, percentileCall("quantile_disc"), AGGREGATE),
  QUOTE_IDENT: refusedFunction("Names are not made in queries here"),
  QUOTE_LITERAL: written("('''' || replace($1, '''', '''''') || '''')", TEXT),
  RANDOM: same(0, 0, { ...NUMBER, says: "Other numbers in every run" }),
  STRING_AGG: custom([1, 2], listCall, { ...AGGREGATE, ...TEXT }),
  TO_CHAR: custom(2, toTextCall, { ...TEXT, says: "The format must stand in the text" }),
  TO_DATE: custom(2, readByFormat("DATE"), { ...DATE, says: "The format must stand in the text" }),
  TO_HEX: written("dw_hexadecimal($1)", TEXT),
  TO_NUMBER: custom(2, toNumberCall, { ...NUMBER, says: "The format must stand in the text" }),
  TO_TIMESTAMP: custom(2, readByFormat("TIMESTAMPTZ"), {
    holds: "timestamptz",
    says: "The format must stand in the text",
  }),
};
