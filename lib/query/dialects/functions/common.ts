import { aliases, custom, nameOf, ofTexts, plainCall, same, sameFrom, written } from "./_rules.ts";
import { countCall, frameOfValue, meanCall } from "./_aggregates.ts";
import { pieceCall, sideCall } from "./_pieces.ts";
import type { FunctionRules } from "./function_rule.ts";

const NUMBER = { holds: "number", takes: "number" } as const;
const TEXT = { holds: "text" } as const;
const AGGREGATE = { kind: "aggregate" } as const;
const NUMERIC_AGGREGATE = { kind: "aggregate", holds: "number", takes: "number" } as const;
const WINDOW = { kind: "window" } as const;

/** Numbers, as all three dialects reckon. */
const NUMBERS: FunctionRules = {
  ABS: same(1, 1, NUMBER),
  ACOS: same(1, 1, NUMBER),
  ASIN: same(1, 1, NUMBER),
  ATAN: same(1, 1, NUMBER),
  ATAN2: same(2, 2, NUMBER),
  CBRT: same(1, 1, NUMBER),
  CEIL: same(1, 1, NUMBER),
  CEILING: same(1, 1, NUMBER),
  COS: same(1, 1, NUMBER),
  COT: same(1, 1, NUMBER),
  DEGREES: same(1, 1, NUMBER),
  EXP: same(1, 1, NUMBER),
  FLOOR: same(1, 1, NUMBER),
  LN: same(1, 1, NUMBER),
  MOD: written("dw_modulo($1, $2)", NUMBER),
  PI: same(0, 0, NUMBER),
  POWER: same(2, 2, NUMBER),
  POW: same(2, 2, NUMBER),
  RADIANS: same(1, 1, NUMBER),
  ROUND: same(1, 2, NUMBER),
  SIGN: same(1, 1, NUMBER),
  SIN: same(1, 1, NUMBER),
  SQRT: same(1, 1, NUMBER),
  TAN: same(1, 1, NUMBER),
  ...aliases(["TRUNC"], same(1, 2, NUMBER)),
};

const TEXTS: FunctionRules = ofTexts({
  ASCII: same(1, 1, { holds: "number" }),
  TRIM: written("trim($1)", "trim($1, $2)", TEXT),
  LENGTH: written("length($1)", { holds: "number" }),
  LEFT: custom(2, (call) => sideCall(call, "left"), TEXT),
  LOWER: same(1, 1, TEXT),
  LPAD: written("lpad($1, $2, ' ')", "lpad($1, $2, $3)", TEXT),
  LTRIM: same(1, 2, TEXT),
  MD5: same(1, 1, TEXT),
  OCTET_LENGTH: written("strlen($1)", { holds: "number" }),
  REPEAT: same(2, 2, TEXT),
  REPLACE: written("replace($1, $2, $3)", TEXT),
  REVERSE: same(1, 1, TEXT),
  RIGHT: custom(2, (call) => sideCall(call, "right"), TEXT),
  RPAD: written("rpad($1, $2, ' ')", "rpad($1, $2, $3)", TEXT),
  RTRIM: same(1, 2, TEXT),
  SPLIT_PART: same(3, 3, TEXT),
  ...aliases(["SUBSTRING", "SUBSTR"], custom([2, 3], pieceCall, TEXT)),
  TRANSLATE: same(3, 3, TEXT),
  UPPER: same(1, 1, TEXT),
});

const OF_OTHERS: FunctionRules = {
  CHR: same(1, 1, TEXT),
  POSITION: written("strpos($2, $1)", { holds: "number" }),
};

const CONDITIONS: FunctionRules = {
  COALESCE: sameFrom(1, { takes: "alike" }),
  NULLIF: same(2, 2, { takes: "text" }),
};

const AGGREGATES: FunctionRules = {
  ANY_VALUE: same(1, 1, AGGREGATE),
  AVG: custom(1, meanCall, NUMERIC_AGGREGATE),
  CORR: same(2, 2, NUMERIC_AGGREGATE),
  COUNT: custom([0, 20], countCall, { kind: "aggregate", holds: "number" }),
  COVAR_POP: same(2, 2, NUMERIC_AGGREGATE),
  COVAR_SAMP: same(2, 2, NUMERIC_AGGREGATE),
  MAX: same(1, 1, { ...AGGREGATE, takes: "never" }),
  MIN: same(1, 1, { ...AGGREGATE, takes: "never" }),
  STDDEV: same(1, 1, NUMERIC_AGGREGATE),
  STDDEV_POP: same(1, 1, NUMERIC_AGGREGATE),
  STDDEV_SAMP: same(1, 1, NUMERIC_AGGREGATE),
  SUM: same(1, 1, NUMERIC_AGGREGATE),
  VARIANCE: same(1, 1, NUMERIC_AGGREGATE),
  VAR_POP: same(1, 1, NUMERIC_AGGREGATE),
  VAR_SAMP: same(1, 1, NUMERIC_AGGREGATE),
  GROUPING: sameFrom(1, { holds: "number", kind: "aggregate" }),
};

const WINDOWS: FunctionRules = {
  CUME_DIST: same(0, 0, WINDOW),
  DENSE_RANK: same(0, 0, WINDOW),
  FIRST_VALUE: custom(1, frameOfValue, WINDOW),
  LAG: custom([1, 3], (call) => plainCall(call, nameOf(call)), WINDOW),
  LAST_VALUE: custom(1, frameOfValue, WINDOW),
  LEAD: custom([1, 3], (call) => plainCall(call, nameOf(call)), WINDOW),
  NTH_VALUE: custom(2, frameOfValue, WINDOW),
  NTILE: same(1, 1, WINDOW),
  PERCENT_RANK: same(0, 0, WINDOW),
  RANK: same(0, 0, WINDOW),
  ROW_NUMBER: same(0, 0, WINDOW),
};

/** What means the same in Redshift, Snowflake and PostgreSQL. */
export const COMMON_FUNCTIONS: FunctionRules = {
  ...NUMBERS,
  ...TEXTS,
  ...OF_OTHERS,
  ...CONDITIONS,
  ...AGGREGATES,
  ...WINDOWS,
};
