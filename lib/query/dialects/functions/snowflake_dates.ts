import { lastDayCall, partCall, sliceCall, truncation, truncationCall } from "./_dates.ts";
import { aliases, custom, written } from "./_rules.ts";
import {
  firstMoments,
  momentOfSnowflake,
  moments,
  readMoment,
  snowflakeAddCall,
  snowflakeDifferenceCall,
} from "./_snowflake_moments.ts";
import type { FunctionRules } from "./function_rule.ts";

const NUMBER = { holds: "number" } as const;
const DATE = { holds: "date" } as const;
const TIME = { holds: "time" } as const;
const STAMP = { holds: "timestamp" } as const;
const ZONED = { holds: "timestamptz" } as const;
const FORMAT = "The format must stand in the text";

/** Dates and times of Snowflake. Sessions run in UTC; weeks are those of ISO 8601. */
export const SNOWFLAKE_DATE_FUNCTIONS: FunctionRules = {
  ADD_MONTHS: moments(
    [0],
    written("dw_add_months($1, round($2))", {
      note: "The last day of a month stays the last day",
    }),
  ),
  CONVERT_TIMEZONE: written(
    "timezone($1, dw_zoned($2))",
    "timezone($2, timezone($1, dw_moment($3)))",
    { ...STAMP, takes: "value", says: "With two arguments the result has no zone" },
  ),
  CURRENT_DATE: written("CAST(now() AS DATE)", DATE),
  CURRENT_TIME: written("CAST(CAST(now() AS TIMESTAMP) AS TIME)", TIME),
  ...aliases(
    ["CURRENT_TIMESTAMP", "GETDATE", "LOCALTIMESTAMP", "SYSTIMESTAMP"],
    custom([0, 1], () => "now()", ZONED),
  ),
  SYSDATE: written("CAST(now() AS TIMESTAMP)", STAMP),
  ...aliases(["DATEADD", "TIMEADD", "TIMESTAMPADD"], moments([2], custom(3, snowflakeAddCall))),
  ...aliases(
    ["DATEDIFF", "TIMEDIFF", "TIMESTAMPDIFF"],
    moments(
      [1, 2],
      custom(3, snowflakeDifferenceCall, { ...NUMBER, note: "Counts the borders between" }),
    ),
  ),
  ...aliases(
    ["DATE_FROM_PARTS", "DATEFROMPARTS"],
    written("CAST(dw_day($1, $2, $3) AS DATE)", DATE),
  ),
  DATE_PART: moments([1], custom(2, partCall, NUMBER)),
  DATE_TRUNC: moments([1], custom(2, truncationCall)),
  ...firstMoments({
    DAY: written("day($1)", NUMBER),
    DAYNAME: written("strftime($1, '%a')", { holds: "text" }),
    ...aliases(["DAYOFMONTH"], written("day($1)", NUMBER)),
    DAYOFWEEK: written("date_part('dow', $1)", { ...NUMBER, note: "0 is Sunday" }),
    ...aliases(["DAYOFWEEKISO", "DAYOFWEEK_ISO"], written("date_part('isodow', $1)", NUMBER)),
    DAYOFYEAR: written("dayofyear($1)", NUMBER),
    HOUR: written("hour($1)", NUMBER),
    LAST_DAY: custom([1, 2], lastDayCall, DATE),
    MINUTE: written("minute($1)", NUMBER),
    MONTH: written("month($1)", NUMBER),
    MONTHNAME: written("strftime($1, '%b')", { holds: "text" }),
    NEXT_DAY: written("dw_next_day($1, $2)", DATE),
    PREVIOUS_DAY: written("(dw_next_day(CAST($1 AS DATE) - 1, $2) - 7)", DATE),
    QUARTER: written("quarter($1)", NUMBER),
    SECOND: written("second($1)", NUMBER),
    TIME_SLICE: custom([3, 4], sliceCall),
    ...aliases(
      ["WEEK", "WEEKISO", "WEEK_ISO", "WEEKOFYEAR", "WEEKOFYEARISO"],
      written("week($1)", NUMBER),
    ),
    YEAR: written("year($1)", NUMBER),
    ...aliases(["YEAROFWEEK", "YEAROFWEEKISO"], written("date_part('isoyear', $1)", NUMBER)),
  }),
  MONTHS_BETWEEN: moments(
    [0, 1],
    written(
      "round(dw_months_between(CAST($1 AS TIMESTAMP), CAST($2 AS TIMESTAMP)), 6)",
      NUMBER,
    ),
  ),
  ...aliases(
    ["TIME_FROM_PARTS", "TIMEFROMPARTS"],
    written(
      "CAST(TIMESTAMP '1970-01-01' + dw_hours($1, $2, $3) AS TIME)",
      "CAST(TIMESTAMP '1970-01-01' + dw_hours($1, $2, $3) + to_microseconds(CAST($4 // 1000 AS BIGINT)) AS TIME)",
      TIME,
    ),
  ),
  ...aliases(
    [
      "TIMESTAMP_FROM_PARTS",
      "TIMESTAMPFROMPARTS",
      "TIMESTAMP_NTZ_FROM_PARTS",
      "TIMESTAMPNTZFROMPARTS",
    ],
    written(
      "($1 + $2)",
      "(dw_day($1, $2, $3) + dw_hours($4, $5, $6))",
      "(dw_day($1, $2, $3) + dw_hours($4, $5, $6) + to_microseconds(CAST($7 // 1000 AS BIGINT)))",
      STAMP,
    ),
  ),
  ...aliases(["TO_DATE", "DATE"], custom([1, 2], readMoment("DATE"), { ...DATE, says: FORMAT })),
  ...aliases(["TO_TIME", "TIME"], custom([1, 2], readMoment("TIME"), { ...TIME, says: FORMAT })),
  ...aliases(
    ["TO_TIMESTAMP", "TO_TIMESTAMP_NTZ"],
    custom([1, 2], readMoment("TIMESTAMP"), { ...STAMP, says: FORMAT }),
  ),
  ...aliases(
    ["TO_TIMESTAMP_LTZ", "TO_TIMESTAMP_TZ"],
    custom([1, 2], readMoment("TIMESTAMPTZ"), { ...ZONED, says: FORMAT }),
  ),
  TRY_TO_DATE: custom([1, 2], readMoment("DATE", { tolerant: true }), { ...DATE, says: FORMAT }),
  TRY_TO_TIME: custom([1, 2], readMoment("TIME", { tolerant: true }), { ...TIME, says: FORMAT }),
  ...aliases(
    ["TRY_TO_TIMESTAMP_LTZ", "TRY_TO_TIMESTAMP_TZ"],
    custom([1, 2], readMoment("TIMESTAMPTZ", { tolerant: true }), { ...ZONED, says: FORMAT }),
  ),
  ...aliases(
    ["TRY_TO_TIMESTAMP", "TRY_TO_TIMESTAMP_NTZ"],
    custom([1, 2], readMoment("TIMESTAMP", { tolerant: true }), { ...STAMP, says: FORMAT }),
  ),
  TRUNC: custom([1, 2], (call) => {
    const [value, second] = call.arguments;
    const isPart = second !== undefined &&
      (second.literal?.kind === "text" || second.word !== undefined);
    if (isPart) return truncation(call, 1, momentOfSnowflake(value!));
    return ["trunc(", value!.code, second === undefined ? "" : ", ", second?.code ?? "", ")"];
  }, { takes: "number" }),
};
