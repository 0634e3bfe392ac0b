import { COMMON_FUNCTIONS } from "./common.ts";
import { aliases, custom, plainCall, refusedFunction, same, sameFrom, written } from "./_rules.ts";
import { anywhereCall, countMatches, postgresReplace, substringCall } from "./_regexps.ts";
import { POSTGRES_SHARED_FUNCTIONS } from "./postgres_shared.ts";
import type { FunctionRules } from "./function_rule.ts";

const NUMBER = { holds: "number" } as const;
const TEXT = { holds: "text" } as const;
const AGGREGATE = { kind: "aggregate" } as const;
const DOCUMENT = { holds: "variant", takes: "value" } as const;

/** The functions of PostgreSQL. */
export const POSTGRES_FUNCTIONS: FunctionRules = {
  ...COMMON_FUNCTIONS,
  ...POSTGRES_SHARED_FUNCTIONS,
  ARRAY_AGG: custom(1, (call) => plainCall(call, "list"), AGGREGATE),
  ARRAY_APPEND: written("list_append($1, $2)"),
  ARRAY_CAT: written("list_concat($1, $2)"),
  ARRAY_LENGTH: written("len($1)", "CASE WHEN $2 = 1 THEN nullif(len($1), 0) END", NUMBER),
  ARRAY_POSITION: written("list_position($1, $2)", NUMBER),
  ARRAY_PREPEND: written("list_prepend($1, $2)"),
  ARRAY_TO_STRING: written("array_to_string($1, $2)", TEXT),
  CARDINALITY: written("len($1)", NUMBER),
  CLOCK_TIMESTAMP: written("now()", { holds: "timestamptz" }),
  CONCAT: sameFrom(1, TEXT),
  CONCAT_WS: sameFrom(2, TEXT),
  EVERY: written("bool_and($1)", { ...AGGREGATE, holds: "boolean" }),
  FACTORIAL: same(1, 1, NUMBER),
  GCD: same(2, 2, NUMBER),
  GEN_RANDOM_UUID: written("uuid()"),
  JSON_AGG: written("to_json(list($1)$over)", { ...AGGREGATE, ...DOCUMENT }),
  JSONB_AGG: written("to_json(list($1)$over)", { ...AGGREGATE, ...DOCUMENT }),
  ...aliases(
    ["JSON_ARRAY_LENGTH", "JSONB_ARRAY_LENGTH"],
    written("dw_array_length($1)", { ...NUMBER, takes: "value" }),
  ),
  ...aliases(["JSON_BUILD_ARRAY", "JSONB_BUILD_ARRAY"], written("json_array($*)", DOCUMENT)),
  ...aliases(["JSON_BUILD_OBJECT", "JSONB_BUILD_OBJECT"], written("json_object($*)", DOCUMENT)),
  ...aliases(["TO_JSON", "TO_JSONB"], written("to_json($1)", DOCUMENT)),
  JUSTIFY_DAYS: refusedFunction("Intervals stay as they are written"),
  DIV: written("CAST(trunc(dw_divide($1, $2)) AS BIGINT)", NUMBER),
  LEFT: same(2, 2, TEXT),
  RIGHT: same(2, 2, TEXT),
  ROUND: same(1, 2, { ...NUMBER, says: "Halves go away from zero, for DOUBLE PRECISION too" }),
  SPLIT_PART: written(
    "CASE WHEN $3 = 0 THEN error('The part must not be zero') ELSE split_part($1, $2, $3) END",
    TEXT,
  ),
  LCM: same(2, 2, NUMBER),
  LOG10: same(1, 1, NUMBER),
  MAKE_DATE: same(3, 3, { holds: "date" }),
  MAKE_TIMESTAMP: same(6, 6, { holds: "timestamp" }),
  MODE: custom(0, ({ order, over, filter, name, reader }) => {
    const [key] = order;
    if (key === undefined) return reader.syntax("expected WITHIN GROUP (ORDER BY …)", name);
    return ["mode(", key.expression.code, ")", filter ?? "", over ?? ""];
  }, AGGREGATE),
  NUM_NONNULLS: refusedFunction("Count with CASE"),
  OVERLAY: written(
    "(left($1, $3 - 1) || $2 || substr($1, $3 + length($2)))",
    "(left($1, $3 - 1) || $2 || substr($1, $3 + $4))",
    TEXT,
  ),
  REGEXP_COUNT: custom([2, 4], countMatches, NUMBER),
  REGEXP_LIKE: custom([2, 3], anywhereCall, { holds: "boolean" }),
  REGEXP_REPLACE: custom([3, 4], postgresReplace, TEXT),
  REGEXP_SUBSTR: custom([2, 6], substringCall, TEXT),
  REGR_INTERCEPT: same(2, 2, { ...AGGREGATE, ...NUMBER }),
  REGR_R2: same(2, 2, { ...AGGREGATE, ...NUMBER }),
  REGR_SLOPE: same(2, 2, { ...AGGREGATE, ...NUMBER }),
  REGEXP_SPLIT_TO_ARRAY: same(2, 2),
  STARTS_WITH: same(2, 2, { holds: "boolean" }),
  STRING_TO_ARRAY: written("string_split($1, $2)"),
  TO_TIMESTAMP: {
    ...POSTGRES_SHARED_FUNCTIONS["TO_TIMESTAMP"]!,
    countMin: 1,
    write: (call) =>
      call.arguments.length === 1
        ? ["to_timestamp(", call.arguments[0]!.code, ")"]
        : POSTGRES_SHARED_FUNCTIONS["TO_TIMESTAMP"]!.write(call),
  },
  TRANSACTION_TIMESTAMP: written("now()", { holds: "timestamptz" }),
  TRIM_SCALE: refusedFunction("Numbers are shown without trailing zeros anyway"),
  WIDTH_BUCKET: written("dw_width_bucket($1, $2, $3, $4)", NUMBER),
};
