import { code } from "../code.ts";
import { COMMON_FUNCTIONS } from "./common.ts";
import { addCall, differenceCall, lastDayCall } from "./_dates.ts";
import { framed, listCall, percentileCall } from "./_aggregates.ts";
import { countMatches, positionCall, redshiftReplace, substringCall } from "./_regexps.ts";
import { decodeCall, sha2Call } from "./_conditions.ts";
import {
  comparingTexts,
  ofMoments,
  ofNoBooleans,
  redshiftText,
  withGroups,
  withoutCurrency,
  withPerl,
} from "./_redshift_texts.ts";
import { REDSHIFT_DOCUMENTS } from "./redshift_documents.ts";
import { POSTGRES_SHARED_FUNCTIONS } from "./postgres_shared.ts";
import {
  compareIntervals,
  convertZoneCall,
  overflowingCall,
  zoneCall,
} from "./_redshift_moments.ts";
import { aliases, custom, ofTexts, plainCall, refusedFunction, written } from "./_rules.ts";
import type { FunctionRule, FunctionRules } from "./function_rule.ts";

const NUMBER = { holds: "number" } as const;
const TEXT = { holds: "text" } as const;
const BOOLEAN = { holds: "boolean" } as const;
const DATE = { holds: "date" } as const;
const STAMP = { holds: "timestamp" } as const;
const AGGREGATE = { kind: "aggregate" } as const;

const COMPARED = "CASE WHEN CAST($1 AS TIMESTAMP) > CAST($2 AS TIMESTAMP) THEN 1 " +
  "WHEN CAST($1 AS TIMESTAMP) = CAST($2 AS TIMESTAMP) THEN 0 " +
  "WHEN CAST($1 AS TIMESTAMP) < CAST($2 AS TIMESTAMP) THEN -1 END";

const NO_LOOKING = "Patterns that look around, as (?=…) does, are refused";

const CONDITIONS: FunctionRules = {
  DECODE: custom([3, 1000], comparingTexts(decodeCall)),
  NULLIF: custom(2, comparingTexts(COMMON_FUNCTIONS["NULLIF"]!.write), { takes: "text" }),
  ISNULL: written("coalesce($1, $2)", { takes: "alike" }),
  NVL: written("coalesce($*)", {
    takes: "alike",
    note: "Takes any number of arguments, like COALESCE",
  }),
  NVL2: written("CASE WHEN $1 IS NOT NULL THEN $2 ELSE $3 END", { takes: "alike" }),
};

const TEXTS: FunctionRules = ofTexts({
  BPCHARCMP: refusedFunction("Compare with = and <"),
  CHARINDEX: written("strpos($2, $1)", NUMBER),
  COLLATE: refusedFunction("Compare with UPPER or LOWER on both sides"),
  CONCAT: written("(dw_text($1) || dw_text($2))", { ...TEXT, takes: "value" }),
  CRC32: written("dw_crc32($1)", { ...TEXT, note: "With the polynomial of CRC-32C" }),
  DIFFERENCE: written("dw_difference($1, $2)", NUMBER),
  ...aliases(["FUNC_SHA1", "SHA", "SHA1"], written("sha1($1)", TEXT)),
  ...aliases(["LEN", "TEXTLEN"], written("length($1)", NUMBER)),
  OCTETINDEX: written("dw_octet_index($1, $2)", NUMBER),
  QUOTE_IDENT: written("dw_quote_ident($1)", TEXT),
  REGEXP_COUNT: custom([2, 4], withPerl(3, countMatches), { ...NUMBER, says: NO_LOOKING }),
  REGEXP_INSTR: custom([2, 6], withPerl(5, positionCall), { ...NUMBER, says: NO_LOOKING }),
  REGEXP_REPLACE: custom([2, 5], withPerl(4, withGroups(redshiftReplace)), {
    ...TEXT,
    says: NO_LOOKING,
    note: "In the new text $1 is the first group",
  }),
  REGEXP_SUBSTR: custom([2, 5], withPerl(4, substringCall), { ...TEXT, says: NO_LOOKING }),
  ...aliases(["REPLICATE"], written("repeat($1, $2)", TEXT)),
  SHA2: custom(2, sha2Call, { ...TEXT, says: "256 bits alone" }),
  SOUNDEX: written("dw_soundex($1)", TEXT),
  SPLIT_PART: written(
    "CASE WHEN $3 <= 0 THEN error('The part must be greater than zero') ELSE split_part($1, $2, $3) END",
    TEXT,
  ),
  STRTOL: written("dw_strtol($1, $2)", { ...NUMBER, note: "A digit that is none is an error" }),
});

/** Functions of a text and its format. */
const READ_BY_FORMAT: FunctionRules = {
  TO_CHAR: {
    ...POSTGRES_SHARED_FUNCTIONS["TO_CHAR"]!,
    write: redshiftText(POSTGRES_SHARED_FUNCTIONS["TO_CHAR"]!.write),
  },
  TO_NUMBER: {
    ...POSTGRES_SHARED_FUNCTIONS["TO_NUMBER"]!,
    write: withoutCurrency(POSTGRES_SHARED_FUNCTIONS["TO_NUMBER"]!.write),
  },
  TO_DATE: custom([2, 3], overflowingCall("DATE"), {
    ...DATE,
    says:
      "The format must stand in the text; a day beyond the month's end is one of the next month",
  }),
  TO_TIMESTAMP: custom([2, 3], overflowingCall("TIMESTAMPTZ"), {
    holds: "timestamptz",
    says: "The format must stand in the text",
  }),
};

/** A part is a double, and a whole number as EXTRACT gives it: a division tells them apart. */
const DATE_PART: FunctionRule = {
  ...POSTGRES_SHARED_FUNCTIONS["DATE_PART"]!,
  write: (call) => {
    const part = POSTGRES_SHARED_FUNCTIONS["DATE_PART"]!.write(call);
    return call.name.value === "EXTRACT" ? part : code`CAST(${part} AS DOUBLE)`;
  },
};

const DATES: FunctionRules = {
  ADD_MONTHS: written("dw_add_months($1, $2)", {
    ...STAMP,
    note: "The last day of a month stays the last day",
  }),
  CONVERT_TIMEZONE: custom([2, 3], convertZoneCall, {
    ...STAMP,
    note: "An abbreviation such as PST is so many hours from UTC, in summer too",
  }),
  ...aliases(["DATEADD"], custom(3, addCall, STAMP)),
  ...aliases(
    ["DATEDIFF"],
    custom(3, differenceCall, {
      ...NUMBER,
      note: "Counts the borders between; a week starts on Sunday",
    }),
  ),
  DATE_CMP: written("sign(date_diff('day', CAST($2 AS DATE), CAST($1 AS DATE)))", NUMBER),
  ...aliases(["DATE_CMP_TIMESTAMP", "DATE_CMP_TIMESTAMPTZ"], written(COMPARED, NUMBER)),
  DATE_PART_YEAR: written("year($1)", NUMBER),
  INTERVAL_CMP: custom(2, compareIntervals, {
    ...NUMBER,
    says: "The intervals must stand in the text",
  }),
  ISFINITE: written("isfinite($1)", BOOLEAN),
  PGDATE_PART: DATE_PART,
  GETDATE: written("CAST(now() AS TIMESTAMP)", STAMP),
  LAST_DAY: custom(1, lastDayCall, DATE),
  MONTHS_BETWEEN: written(
    "dw_months_between(CAST($1 AS TIMESTAMP), CAST($2 AS TIMESTAMP))",
    NUMBER,
  ),
  NEXT_DAY: written("dw_next_day($1, $2)", DATE),
  SYSDATE: written("CAST(now() AS TIMESTAMP)", STAMP),
  TIMEOFDAY: refusedFunction("Use GETDATE"),
  ...aliases(
    [
      ...["TIMESTAMP_CMP", "TIMESTAMP_CMP_DATE", "TIMESTAMP_CMP_TIMESTAMPTZ"],
      ...["TIMESTAMPTZ_CMP", "TIMESTAMPTZ_CMP_DATE", "TIMESTAMPTZ_CMP_TIMESTAMP"],
    ],
    written(COMPARED, NUMBER),
  ),
  TIMEZONE: custom(2, zoneCall),
  TRUNC: custom([1, 2], (call) => {
    const [value] = call.arguments;
    const isMoment = ["date", "timestamp", "timestamptz"].includes(value!.holds ?? "");
    // Of an aggregate the engine does not know in time whether it is a moment.
    const isKnown = call.arguments.length === 1 && (isMoment || value!.column !== undefined);
    return plainCall(call, isKnown ? "dw_truncated" : "trunc");
  }, { takes: "number" }),
};

const AGGREGATES: FunctionRules = {
  AVG: {
    ...COMMON_FUNCTIONS["AVG"]!,
    note: "Of whole numbers it is whole, of decimals it has their scale; the rest is cut off",
  },
  APPROXIMATE: refusedFunction("Write APPROXIMATE before COUNT(DISTINCT …)"),
  GROUPING_ID: written("grouping($*)", { ...AGGREGATE, ...NUMBER }),
  HLL: written("count(DISTINCT $1)", {
    ...AGGREGATE,
    ...NUMBER,
    differs: "It is exact and not estimated",
  }),
  LISTAGG: custom([1, 2], listCall, { ...AGGREGATE, ...TEXT }),
  MEDIAN: written("median($1)", { ...AGGREGATE, ...NUMBER }),
  PERCENTILE_CONT: custom(1, percentileCall("quantile_cont"), { ...AGGREGATE, ...NUMBER }),
  RATIO_TO_REPORT: written("($1 * 1e0 / sum($1)$over)", { kind: "window", ...NUMBER }),
};

/** What wants a frame where its window is ordered. */
const FRAMED: FunctionRules = Object.fromEntries([
  ...[
    ...["AVG", "MAX", "MIN", "SUM", "STDDEV", "STDDEV_POP", "STDDEV_SAMP", "VARIANCE", "VAR_POP"],
    "VAR_SAMP",
  ].map((name) => framedRule(name, ofNoBooleans)),
  ...["COUNT", "FIRST_VALUE", "LAST_VALUE", "NTH_VALUE"].map((name) => framedRule(name)),
]);

function framedRule(
  name: string,
  of: (write: FunctionRule["write"]) => FunctionRule["write"] = (write) => write,
): readonly [string, FunctionRule] {
  const rule = AGGREGATES[name] ?? COMMON_FUNCTIONS[name]!;
  return [name, { ...rule, write: framed(of(rule.write)) }];
}

const NUMBERS: FunctionRules = {
  CHECKSUM: refusedFunction("Use MD5"),
  DEXP: written("exp($1)", NUMBER),
  DLOG10: written("log10($1)", NUMBER),
  DLOG1: written("ln($1)", NUMBER),
  FARMFINGERPRINT64: refusedFunction("Use MD5"),
  FNV_HASH: written("dw_fnv($1)", "dw_fnv_next($1, $2)", {
    ...NUMBER,
    says: "Of whole numbers and texts",
  }),
  TO_HEX: written("dw_hexadecimal($1)", TEXT),
};

/** The functions of Redshift. */
export const REDSHIFT_FUNCTIONS: FunctionRules = {
  ...COMMON_FUNCTIONS,
  ...POSTGRES_SHARED_FUNCTIONS,
  ...CONDITIONS,
  ...TEXTS,
  ...READ_BY_FORMAT,
  ...ofMoments({
    ...DATES,
    DATE_PART,
    DATE_TRUNC: POSTGRES_SHARED_FUNCTIONS["DATE_TRUNC"]!,
  }),
  ...REDSHIFT_DOCUMENTS,
  ...AGGREGATES,
  ...FRAMED,
  ...NUMBERS,
  // What the leader node of Redshift has and its documents advise against.
  STRING_AGG: refusedFunction("Use LISTAGG"),
  NOW: refusedFunction("Use GETDATE or SYSDATE"),
};
