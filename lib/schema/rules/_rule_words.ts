import type { CompareOperator, DurationUnit, FunctionName } from "./expression.ts";

export const COMPARE: ReadonlyMap<string, CompareOperator> = new Map([
  ["=", "="],
  ["<>", "<>"],
  ["!=", "<>"],
  ["<", "<"],
  ["<=", "<="],
  [">", ">"],
  [">=", ">="],
]);
export const REGEX = new Set(["~", "~*", "!~", "!~*"]);
export const AFTER_NOT = new Set(["IN", "BETWEEN", "LIKE", "ILIKE"]);
export const LITERALS: ReadonlyMap<string, boolean | null> = new Map([
  ["TRUE", true],
  ["FALSE", false],
  ["NULL", null],
]);
export const TYPED = new Set(["DATE", "TIMESTAMP", "TIMESTAMPTZ", "TIME"]);
/** Types to which a value may be cast without becoming another value. */
export const KEEPING_TYPES = new Set(
  "TEXT VARCHAR CHARACTER CHAR BPCHAR STRING NVARCHAR NUMERIC DECIMAL NUMBER DOUBLE".split(" "),
);
export const TYPE_WORDS = new Set([
  "VARYING",
  "PRECISION",
  "WITH",
  "WITHOUT",
  "TIME",
  "ZONE",
  "LOCAL",
]);
export const RESERVED = new Set(
  "AND OR NOT IN IS BETWEEN LIKE ILIKE THEN ELSE END AS SELECT FROM WHERE ANY ALL ARRAY".split(" "),
);
export const SAME_FUNCTION: ReadonlyMap<string, string> = new Map([
  ["ceiling", "ceil"],
  ["char_length", "length"],
  ["character_length", "length"],
  ["len", "length"],
  ["nvl", "coalesce"],
  ["ifnull", "coalesce"],
  ["btrim", "trim"],
  ["dayname", "day_name"],
  ["monthname", "month_name"],
]);
/** What may stand in `EXTRACT(… FROM date)`; DOW is another number in every warehouse. */
export const EXTRACTED: ReadonlyMap<string, FunctionName> = new Map([
  ...(["year", "quarter", "month", "day", "week"] as const).map((part) =>
    [part.toUpperCase(), part] as const
  ),
  ["ISODOW", "day_of_week"],
  ["DOY", "day_of_year"],
]);
/** Types that hold every part of a date. */
export const WHOLE_TYPES = new Set("INT INTEGER BIGINT SMALLINT".split(" "));
export const UNITS: ReadonlyMap<string, DurationUnit> = new Map(
  (["milliseconds", "seconds", "minutes", "hours", "days", "weeks"] as const).flatMap((unit) => [
    [unit.toUpperCase(), unit] as const,
    [unit.slice(0, -1).toUpperCase(), unit] as const,
  ]),
);
