import type { CompareOperator, DurationUnit } from "./expression.ts";

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
]);
export const UNITS: ReadonlyMap<string, DurationUnit> = new Map(
  (["milliseconds", "seconds", "minutes", "hours", "days", "weeks"] as const).flatMap((unit) => [
    [unit.toUpperCase(), unit] as const,
    [unit.slice(0, -1).toUpperCase(), unit] as const,
  ]),
);
