import { COMMON_FUNCTIONS } from "./common.ts";
import { addCall, differenceCall, lastDayCall } from "./_dates.ts";
import { listCall, percentileCall } from "./_aggregates.ts";
import { countMatches, positionCall, redshiftReplace, substringCall } from "./_regexps.ts";
import { decodeCall, jsonPathCall, sha2Call } from "./_conditions.ts";
import { POSTGRES_SHARED_FUNCTIONS } from "./postgres_shared.ts";
import { aliases, custom, ofTexts, plainCall, refusedFunction, written } from "./_rules.ts";
import type { FunctionRules } from "./function_rule.ts";

const NUMBER = { holds: "number" } as const;
const TEXT = { holds: "text" } as const;
const BOOLEAN = { holds: "boolean" } as const;
const DATE = { holds: "date" } as const;
const STAMP = { holds: "timestamp" } as const;
const AGGREGATE = { kind: "aggregate" } as const;
const DOCUMENT = { holds: "variant", takes: "value" } as const;
const OF_DOCUMENT = { takes: "value" } as const;

const COMPARED = "CASE WHEN CAST($1 AS TIMESTAMP) > CAST($2 AS TIMESTAMP) THEN 1 " +
  "WHEN CAST($1 AS TIMESTAMP) = CAST($2 AS TIMESTAMP) THEN 0 " +
  "WHEN CAST($1 AS TIMESTAMP) < CAST($2 AS TIMESTAMP) THEN -1 END";

const CONDITIONS: FunctionRules = {
  DECODE: custom([3, 1000], decodeCall),
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
  CRC32: refusedFunction("Use MD5 or SHA1"),
  DIFFERENCE: refusedFunction("Compare with = or LIKE"),
  ...aliases(["FUNC_SHA1", "SHA", "SHA1"], written("sha1($1)", TEXT)),
  ...aliases(["LEN", "TEXTLEN"], written("length($1)", NUMBER)),
  OCTETINDEX: refusedFunction("Use CHARINDEX, which counts characters"),
  REGEXP_COUNT: custom([2, 4], countMatches, { ...NUMBER, says: "The parameter 'p' is refused" }),
  REGEXP_INSTR: custom([2, 6], positionCall, { ...NUMBER, says: "The parameter 'p' is refused" }),
  REGEXP_REPLACE: custom([2, 5], redshiftReplace, {
    ...TEXT,
    says: "The parameter 'p' is refused",
  }),
  REGEXP_SUBSTR: custom([2, 5], substringCall, { ...TEXT, says: "The parameter 'p' is refused" }),
  ...aliases(["REPLICATE"], written("repeat($1, $2)", TEXT)),
  SHA2: custom(2, sha2Call, { ...TEXT, says: "256 bits alone" }),
  SOUNDEX: refusedFunction("Compare with = or LIKE"),
  SPLIT_PART: written(
    "CASE WHEN $3 <= 0 THEN error('The part must be greater than zero') ELSE split_part($1, $2, $3) END",
    TEXT,
  ),
});

/** STRTOL in base 16 alone: the engine reads no other. */
const STRTOL: FunctionRules = {
  STRTOL: custom(2, (call) => {
    const [text, base] = call.arguments;
    if (base!.literal?.value === "16") return ["CAST('0x' || ", text!.code, " AS BIGINT)"];
    if (base!.literal?.value === "10") return ["CAST(", text!.code, " AS BIGINT)"];
    return call.reader.unsupported("STRTOL in this base", "Use base 10 or 16", base!);
  }, { ...NUMBER, says: "Bases 10 and 16" }),
};

const DATES: FunctionRules = {
  ADD_MONTHS: written("dw_add_months($1, $2)", {
    ...STAMP,
    note: "The last day of a month stays the last day",
  }),
  CONVERT_TIMEZONE: written(
    "timezone($1, timezone('UTC', CAST($2 AS TIMESTAMP)))",
    "timezone($2, timezone($1, CAST($3 AS TIMESTAMP)))",
    STAMP,
  ),
  ...aliases(["DATEADD"], custom(3, addCall, STAMP)),
  ...aliases(
    ["DATEDIFF"],
    custom(3, differenceCall, {
      ...NUMBER,
      note: "Counts the borders between; a week starts on Sunday",
    }),
  ),
  DATE_CMP: written("sign(date_diff('day', CAST($2 AS DATE), CAST($1 AS DATE)))", NUMBER),
  DATE_CMP_TIMESTAMP: written(COMPARED, NUMBER),
  DATE_PART_YEAR: written("year($1)", NUMBER),
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
    ["TIMESTAMP_CMP", "TIMESTAMP_CMP_DATE"],
    written(COMPARED, NUMBER),
  ),
  TIMEZONE: written("timezone($1, $2)"),
  TO_DATE: custom([2, 3], (call) => {
    const [, , strict] = call.arguments;
    if (strict !== undefined && strict.literal?.value.toUpperCase() !== "TRUE") {
      call.reader.unsupported(
        "TO_DATE that lets days overflow",
        "Write TRUE, or correct the text",
        strict,
      );
    }
    return POSTGRES_SHARED_FUNCTIONS["TO_DATE"]!.write(call);
  }, { ...DATE, says: "The format must stand in the text; a day that is none is always an error" }),
  TO_TIMESTAMP: POSTGRES_SHARED_FUNCTIONS["TO_TIMESTAMP"]!,
  TRUNC: custom([1, 2], (call) => {
    const [value] = call.arguments;
    const isMoment = ["date", "timestamp", "timestamptz"].includes(value!.holds ?? "");
    // Of an aggregate the engine does not know in time whether it is a moment.
    const isKnown = call.arguments.length === 1 && (isMoment || value!.column !== undefined);
    return plainCall(call, isKnown ? "dw_truncated" : "trunc");
  }, { takes: "number" }),
};

const DOCUMENTS: FunctionRules = {
  ARRAY: written("json_array()", "to_json(json_array($*))", DOCUMENT),
  ARRAY_CONCAT: written("to_json(list_concat(dw_elements($1), dw_elements($2)))", DOCUMENT),
  ARRAY_FLATTEN: written(
    "to_json(flatten(list_transform(dw_elements($1), lambda dw_e: coalesce(dw_elements(dw_e), [dw_e]))))",
    DOCUMENT,
  ),
  CAN_JSON_PARSE: written("coalesce(json_valid($1), false)", BOOLEAN),
  GET_ARRAY_LENGTH: written("json_array_length(dw_document($1))", { ...NUMBER, takes: "value" }),
  ...aliases(
    ["IS_VALID_JSON"],
    written(
      "coalesce(json_valid($1) AND json_type(TRY_CAST($1 AS JSON)) = 'OBJECT', false)",
      BOOLEAN,
    ),
  ),
  IS_VALID_JSON_ARRAY: written(
    "coalesce(json_valid($1) AND json_type(TRY_CAST($1 AS JSON)) = 'ARRAY', false)",
    BOOLEAN,
  ),
  IS_ARRAY: written("dw_is_type($1, 'ARRAY')", { ...BOOLEAN, takes: "value" }),
  IS_BOOLEAN: written("dw_is_type($1, 'BOOLEAN')", { ...BOOLEAN, takes: "value" }),
  IS_OBJECT: written("dw_is_type($1, 'OBJECT')", { ...BOOLEAN, takes: "value" }),
  IS_VARCHAR: written("dw_is_type($1, 'VARCHAR')", { ...BOOLEAN, takes: "value" }),
  JSON_ARRAY_LENGTH: written("dw_array_length($1)", NUMBER),
  JSON_EXTRACT_ARRAY_ELEMENT_TEXT: written("dw_array_element_text($1, $2)", {
    ...TEXT,
    note: "Counts from 0",
  }),
  JSON_EXTRACT_PATH_TEXT: custom([2, 10], jsonPathCall, {
    ...TEXT,
    says: "The keys must stand in the text",
  }),
  JSON_PARSE: written("CAST($1 AS JSON)", { holds: "variant" }),
  JSON_SERIALIZE: written("CAST($1 AS VARCHAR)", { ...TEXT, ...OF_DOCUMENT }),
  JSON_SIZE: refusedFunction("Use LEN(JSON_SERIALIZE(…))"),
  JSON_TYPEOF: written("dw_json_typeof($1)", { ...TEXT, ...OF_DOCUMENT }),
  OBJECT: written("json_object($*)", DOCUMENT),
  SPLIT_TO_ARRAY: written("to_json(string_split($1, ','))", "to_json(string_split($1, $2))", {
    holds: "variant",
  }),
  SUBARRAY: written(
    "to_json(dw_elements($1)[$2 + 1:])",
    "to_json(dw_elements($1)[$2 + 1:$2 + $3])",
    DOCUMENT,
  ),
};

const AGGREGATES: FunctionRules = {
  AVG: {
    ...COMMON_FUNCTIONS["AVG"]!,
    says: "Of whole numbers it is whole; of decimals it keeps more digits than Redshift does",
  },
  APPROXIMATE: refusedFunction("Write APPROXIMATE before COUNT(DISTINCT …)"),
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

const NUMBERS: FunctionRules = {
  CHECKSUM: refusedFunction("Use MD5"),
  DEXP: written("exp($1)", NUMBER),
  DLOG10: written("log10($1)", NUMBER),
  DLOG1: written("ln($1)", NUMBER),
  FARMFINGERPRINT64: refusedFunction("Use MD5"),
  FNV_HASH: refusedFunction("Use MD5"),
  TO_HEX: written("dw_hexadecimal($1)", TEXT),
};

/** The functions of Redshift. */
export const REDSHIFT_FUNCTIONS: FunctionRules = {
  ...COMMON_FUNCTIONS,
  ...POSTGRES_SHARED_FUNCTIONS,
  ...CONDITIONS,
  ...TEXTS,
  ...STRTOL,
  ...DATES,
  ...DOCUMENTS,
  ...AGGREGATES,
  ...NUMBERS,
  // What the leader node of Redshift has and its documents advise against.
  STRING_AGG: refusedFunction("Use LISTAGG"),
  NOW: refusedFunction("Use GETDATE or SYSDATE"),
};
