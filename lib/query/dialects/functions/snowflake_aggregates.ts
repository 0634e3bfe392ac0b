import { type Code, code, trimmed } from "../code.ts";
import { framedByRows, listCall, percentileCall } from "./_aggregates.ts";
import { aliases, custom, refusedFunction, same, suffixOf, written } from "./_rules.ts";
import type { Call, FunctionRules } from "./function_rule.ts";

const COUNT = { holds: "number" } as const;
const TEXT = { holds: "text" } as const;
const BOOLEAN = { holds: "boolean" } as const;
const AGGREGATE = { kind: "aggregate" } as const;
const NUMERIC_AGGREGATE = { kind: "aggregate", holds: "number", takes: "number" } as const;

/** MAX_BY(value, key [, count]): the value stands in the row of the key, NULL or not. */
function extremeCall(call: Call, name: "max" | "min"): Code {
  const [value, key, count] = call.arguments.map((each) => trimmed(each.code));
  return count === undefined
    ? code`arg_${name}_null(${value!}, ${key!})${suffixOf(call)}`
    : code`to_json(${name}_by(${value!}, ${key!}, ${count})${suffixOf(call)})`;
}

/** PERCENTILE_DISC counts from the other end in descending order, which may be another value. */
function discreteCall(call: Call): Code {
  if (!call.order.some(({ descending }) => descending)) {
    return percentileCall("quantile_disc")(call);
  }
  const [key, ...others] = call.order;
  if (others.length > 0) {
    return call.reader.syntax("expected WITHIN GROUP (ORDER BY one value)", call.name);
  }
  const [share] = call.arguments;
  return code`percentile_disc(${trimmed(share!.code)}) WITHIN GROUP (ORDER BY ${
    trimmed(key!.expression.code)
  } DESC)${call.filter ?? ""}${call.over ?? ""}`;
}

/** CONDITIONAL_TRUE_EVENT(condition): how often it was true so far, row by row. */
function trueEventCall(call: Call): Code {
  const condition = trimmed(call.arguments[0]!.code);
  return code`sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)${framedByRows(call)}`;
}

/** Aggregates and window functions that Snowflake alone has, or reckons otherwise. */
export const SNOWFLAKE_AGGREGATES: FunctionRules = {
  ...aliases(
    ["APPROX_COUNT_DISTINCT", "HLL"],
    written("count(DISTINCT $1)", {
      ...AGGREGATE,
      ...COUNT,
      differs: "It is exact and not estimated",
    }),
  ),
  APPROX_PERCENTILE: written("quantile_cont($1, $2)", {
    ...NUMERIC_AGGREGATE,
    differs: "It is exact and not estimated",
  }),
  APPROX_TOP_K: refusedFunction("Use GROUP BY with ORDER BY COUNT(*) DESC"),
  BITAND_AGG: written("bit_and($1)", NUMERIC_AGGREGATE),
  BITOR_AGG: written("bit_or($1)", NUMERIC_AGGREGATE),
  BITXOR_AGG: written("bit_xor($1)", NUMERIC_AGGREGATE),
  BOOLAND_AGG: written("bool_and(CAST($1 AS BOOLEAN))", { ...AGGREGATE, ...BOOLEAN }),
  BOOLOR_AGG: written("bool_or(CAST($1 AS BOOLEAN))", { ...AGGREGATE, ...BOOLEAN }),
  CONDITIONAL_CHANGE_EVENT: refusedFunction("Use LAG and a running SUM"),
  CONDITIONAL_TRUE_EVENT: custom(1, trueEventCall, { kind: "window", ...COUNT }),
  BOOLXOR_AGG: written(
    "CASE WHEN count($1)$over > 0 THEN count_if(CAST($1 AS BOOLEAN))$over = 1 END",
    { ...AGGREGATE, ...BOOLEAN },
  ),
  COUNT_IF: written("count_if($1)", { ...AGGREGATE, ...COUNT }),
  GROUPING_ID: written("grouping_id($*)", { ...AGGREGATE, ...COUNT }),
  HASH: refusedFunction("Use MD5; the numbers of HASH are Snowflake's own"),
  HASH_AGG: refusedFunction("Compare with EXCEPT"),
  KURTOSIS: same(1, 1, NUMERIC_AGGREGATE),
  LISTAGG: custom([1, 2], listCall, { ...AGGREGATE, ...TEXT }),
  MAX_BY: custom([2, 3], (call) => extremeCall(call, "max"), { ...AGGREGATE, takes: "never" }),
  MEDIAN: written("median($1)", NUMERIC_AGGREGATE),
  MIN_BY: custom([2, 3], (call) => extremeCall(call, "min"), { ...AGGREGATE, takes: "never" }),
  MODE: same(1, 1, AGGREGATE),
  PERCENTILE_CONT: custom(1, percentileCall("quantile_cont"), { ...AGGREGATE, ...COUNT }),
  PERCENTILE_DISC: custom(1, discreteCall, AGGREGATE),
  RATIO_TO_REPORT: written("($1 * 1e0 / sum($1)$over)", { kind: "window", ...COUNT }),
  REGR_AVGX: same(2, 2, NUMERIC_AGGREGATE),
  REGR_AVGY: same(2, 2, NUMERIC_AGGREGATE),
  REGR_COUNT: same(2, 2, NUMERIC_AGGREGATE),
  REGR_INTERCEPT: same(2, 2, NUMERIC_AGGREGATE),
  REGR_R2: same(2, 2, NUMERIC_AGGREGATE),
  REGR_SLOPE: same(2, 2, NUMERIC_AGGREGATE),
  REGR_SXX: same(2, 2, NUMERIC_AGGREGATE),
  REGR_SXY: same(2, 2, NUMERIC_AGGREGATE),
  REGR_SYY: same(2, 2, NUMERIC_AGGREGATE),
  SKEW: written("skewness($1)", NUMERIC_AGGREGATE),
  VARIANCE_POP: written("var_pop($1)", NUMERIC_AGGREGATE),
  VARIANCE_SAMP: written("var_samp($1)", NUMERIC_AGGREGATE),
};
