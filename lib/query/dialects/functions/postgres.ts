import { type Code, code, joined, trimmed } from "../code.ts";
import { listOf } from "../document_operator.ts";
import { seriesOf } from "../series_of.ts";
import { COMMON_FUNCTIONS } from "./common.ts";
import { listCall } from "./_aggregates.ts";
import { momentOf } from "./_dates.ts";
import { pieceCall } from "./_pieces.ts";
import {
  everyMatch,
  firstMatch,
  patternPiece,
  postgresReplace,
  splitCall,
} from "./_postgres_regexps.ts";
import { anywhereCall, countMatches, positionCall, substringCall } from "./_regexps.ts";
import {
  aliases,
  custom,
  insideOf,
  plainCall,
  refusedFunction,
  same,
  suffixOf,
  written,
} from "./_rules.ts";
import { formatCall } from "./_text_formats.ts";
import { POSTGRES_DOCUMENTS, sorted } from "./postgres_documents.ts";
import { POSTGRES_SHARED_FUNCTIONS } from "./postgres_shared.ts";
import type { Call, FunctionRules } from "./function_rule.ts";

const NUMBER = { holds: "number" } as const;
const TEXT = { holds: "text" } as const;
const LIST = { holds: "list" } as const;
const BOOLEAN = { holds: "boolean" } as const;
const INTERVAL = { holds: "interval" } as const;
const AGGREGATE = { kind: "aggregate" } as const;
const NUMERIC_AGGREGATE = { ...AGGREGATE, holds: "number" } as const;
/** Means and deviations, which PostgreSQL keeps as decimals. */
const MEAN = { ...NUMERIC_AGGREGATE, fraction: true } as const;

const TEXTS: FunctionRules = {
  BIT_LENGTH: written("(8 * strlen($1))", NUMBER),
  CHR: written("CASE WHEN $1 = 0 THEN error('No text holds a zero') ELSE chr($1) END", TEXT),
  CONCAT: custom([1, 1000], (call) => code`concat(${outputs(call)})`, TEXT),
  CONCAT_WS: custom([2, 1000], (call) => code`concat_ws(${outputs(call)})`, TEXT),
  DECODE: written(
    "CASE lower($2) WHEN 'hex' THEN unhex($1) WHEN 'base64' THEN from_base64($1) " +
      "ELSE error('Decode from hex or base64') END",
  ),
  ENCODE: written(
    "CASE lower($2) WHEN 'hex' THEN lower(hex(dw_bytes($1))) WHEN 'base64' " +
      "THEN rtrim(regexp_replace(to_base64(dw_bytes($1)), '(.{76})', '\\1\n', 'g'), '\n') " +
      "ELSE error('Encode to hex or base64') END",
    TEXT,
  ),
  FORMAT: custom([1, 100], formatCall, TEXT),
  LEFT: same(2, 2, TEXT),
  LPAD: written("lpad($1, $2, ' ')", "dw_padded_left($1, $2, $3)", TEXT),
  OVERLAY: written(
    "(left($1, $3 - 1) || $2 || substr($1, $3 + length($2)))",
    "(left($1, $3 - 1) || $2 || substr($1, $3 + $4))",
    TEXT,
  ),
  QUOTE_IDENT: written("dw_quote_name($1)", TEXT),
  QUOTE_LITERAL: written("dw_quote_literal(dw_output($1))", TEXT),
  QUOTE_NULLABLE: written("coalesce(dw_quote_literal(dw_output($1)), 'NULL')", TEXT),
  REGEXP_COUNT: custom([2, 4], countMatches, NUMBER),
  REGEXP_INSTR: custom([2, 6], positionCall, NUMBER),
  REGEXP_LIKE: custom([2, 3], anywhereCall, BOOLEAN),
  REGEXP_MATCH: custom([2, 3], firstMatch, LIST),
  REGEXP_MATCHES: custom([2, 3], everyMatch, LIST),
  REGEXP_REPLACE: custom([3, 6], postgresReplace, TEXT),
  REGEXP_SPLIT_TO_ARRAY: custom([2, 3], splitCall, LIST),
  REGEXP_SPLIT_TO_TABLE: custom([2, 3], (call) => code`unnest(${splitCall(call)})`, TEXT),
  REGEXP_SUBSTR: custom([2, 6], substringCall, TEXT),
  RIGHT: same(2, 2, TEXT),
  RPAD: written("rpad($1, $2, ' ')", "dw_padded_right($1, $2, $3)", TEXT),
  SHA256: written("unhex(sha256($1))"),
  SPLIT_PART: written("dw_split_part($1, $2, $3)", TEXT),
  STARTS_WITH: same(2, 2, BOOLEAN),
  STRING_TO_ARRAY: written(
    "dw_string_to_array($1, $2)",
    "list_transform(dw_string_to_array($1, $2), lambda dw_e: nullif(dw_e, $3))",
    LIST,
  ),
  STRING_TO_TABLE: written("unnest(dw_string_to_array($1, $2))", TEXT),
  ...aliases(["SUBSTR"], custom([2, 3], pieceCall, TEXT)),
  SUBSTRING: custom(
    [2, 3],
    (call) =>
      call.arguments.length === 2 && call.arguments[1]!.literal?.kind === "text"
        ? patternPiece(call)
        : pieceCall(call),
    TEXT,
  ),
};

const LISTS: FunctionRules = {
  ARRAY_AGG: custom(1, (call) => {
    const list = plainCall(call, "list");
    return call.distinct && call.order.length === 0 ? sorted(list) : list;
  }, { ...AGGREGATE, ...LIST }),
  ARRAY_APPEND: written("list_append($1, $2)", LIST),
  ARRAY_CAT: written("list_concat($1, $2)", LIST),
  ARRAY_LENGTH: written("len($1)", "CASE WHEN $2 = 1 THEN nullif(len($1), 0) END", NUMBER),
  ARRAY_LOWER: written("CASE WHEN $2 = 1 AND len($1) > 0 THEN 1 END", NUMBER),
  ARRAY_POSITION: written("list_position($1, $2)", NUMBER),
  ARRAY_POSITIONS: written(
    "list_filter(range(1, len($1) + 1), lambda dw_i: ($1)[dw_i] IS NOT DISTINCT FROM $2)",
    LIST,
  ),
  ARRAY_PREPEND: written("list_prepend($1, $2)", LIST),
  ARRAY_REMOVE: written("list_filter($1, lambda dw_e: dw_e IS DISTINCT FROM $2)", LIST),
  ARRAY_REPLACE: written(
    "list_transform($1, lambda dw_e: CASE WHEN dw_e IS NOT DISTINCT FROM $2 THEN $3 ELSE dw_e END)",
    LIST,
  ),
  ARRAY_TO_STRING: written(
    "array_to_string(dw_outputs($1), $2)",
    "array_to_string(list_transform(dw_outputs($1), lambda dw_e: coalesce(dw_e, $3)), $2)",
    TEXT,
  ),
  ARRAY_UPPER: written("CASE WHEN $2 = 1 THEN nullif(len($1), 0) END", NUMBER),
  CARDINALITY: written("len(dw_flat($1))", NUMBER),
  GENERATE_SERIES: custom([2, 3], (call) => code`unnest(${seriesOf(call.arguments)})`),
  GENERATE_SUBSCRIPTS: written(
    "unnest(CASE WHEN $2 = 1 THEN range(1, len($1) + 1) ELSE [] END)",
    NUMBER,
  ),
  TRIM_ARRAY: written("($1)[1:greatest(0, len($1) - $2)]", LIST),
  UNNEST: custom(1, (call) => code`unnest(dw_flat(${listOf(call.arguments[0]!)}))`),
};

const NUMBERS: FunctionRules = {
  ACOSH: same(1, 1, NUMBER),
  ASINH: same(1, 1, NUMBER),
  ATANH: same(1, 1, NUMBER),
  COSH: same(1, 1, NUMBER),
  SINH: same(1, 1, NUMBER),
  TANH: same(1, 1, NUMBER),
  DIV: written("CAST(trunc(dw_divide($1, $2)) AS BIGINT)", NUMBER),
  FACTORIAL: same(1, 1, NUMBER),
  GCD: same(2, 2, NUMBER),
  LCM: same(2, 2, NUMBER),
  LOG10: same(1, 1, NUMBER),
  ...aliases(["POWER", "POW"], written("dw_power($1, $2)", NUMBER)),
  NUM_NONNULLS: custom([1, 1000], (call) => countWhere(call, "IS NOT NULL"), NUMBER),
  NUM_NULLS: custom([1, 1000], (call) => countWhere(call, "IS NULL"), NUMBER),
  ROUND: custom([1, 2], roundCall, {
    ...NUMBER,
    differs: "Halves go away from zero, for columns of DOUBLE PRECISION too",
  }),
  TRIM_SCALE: refusedFunction("Numbers are shown without trailing zeros anyway"),
  WIDTH_BUCKET: written("dw_width_bucket($1, $2, $3, $4)", NUMBER),
};

const MOMENTS: FunctionRules = {
  AGE: custom([1, 2], ageCall, INTERVAL),
  CLOCK_TIMESTAMP: written("now()", { holds: "timestamptz" }),
  DATE_BIN: custom(3, binCall, { holds: "timestamp" }),
  ISFINITE: same(1, 1, BOOLEAN),
  JUSTIFY_DAYS: written("dw_justify_days($1)", INTERVAL),
  JUSTIFY_HOURS: written("dw_justify_hours($1)", INTERVAL),
  MAKE_DATE: same(3, 3, { holds: "date" }),
  MAKE_INTERVAL: custom([0, 7], intervalCall, { ...INTERVAL, byName: true }),
  MAKE_TIME: same(3, 3, { holds: "time" }),
  MAKE_TIMESTAMP: same(6, 6, { holds: "timestamp" }),
  MAKE_TIMESTAMPTZ: same(6, 7, { holds: "timestamptz" }),
  STATEMENT_TIMESTAMP: written("now()", { holds: "timestamptz" }),
  TIMEOFDAY: refusedFunction("Use CLOCK_TIMESTAMP"),
  TO_TIMESTAMP: {
    ...POSTGRES_SHARED_FUNCTIONS["TO_TIMESTAMP"]!,
    countMin: 1,
    write: (call) =>
      call.arguments.length === 1
        ? ["to_timestamp(", call.arguments[0]!.code, ")"]
        : POSTGRES_SHARED_FUNCTIONS["TO_TIMESTAMP"]!.write(call),
  },
  TRANSACTION_TIMESTAMP: written("now()", { holds: "timestamptz" }),
};

const AGGREGATES: FunctionRules = {
  AVG: same(1, 1, MEAN),
  BIT_XOR: same(1, 1, AGGREGATE),
  CORR: custom(2, numberOrNull, NUMERIC_AGGREGATE),
  EVERY: written("bool_and($1)", { ...AGGREGATE, ...BOOLEAN }),
  MODE: custom(0, ({ order, over, filter, name, reader }) => {
    const [key] = order;
    if (key === undefined) return reader.syntax("expected WITHIN GROUP (ORDER BY …)", name);
    // Of several, PostgreSQL takes the first in order.
    return code`mode(${trimmed(key.expression.code)} ORDER BY ${trimmed(key.code)})${filter ?? ""}${
      over ?? ""
    }`;
  }, AGGREGATE),
  PERCENTILE_DISC: custom(1, (call) => {
    if (call.order.length !== 1) {
      return call.reader.syntax("expected WITHIN GROUP (ORDER BY one value)", call.name);
    }
    return code`percentile_disc(${insideOf(call)})${suffixOf(call)}`;
  }, AGGREGATE),
  PERCENTILE_CONT: custom(1, (call) => {
    if (call.order.length !== 1) {
      return call.reader.syntax("expected WITHIN GROUP (ORDER BY one value)", call.name);
    }
    return code`percentile_cont(${insideOf(call)})${suffixOf(call)}`;
  }, AGGREGATE),
  ...Object.fromEntries(
    ["AVGX", "AVGY", "COUNT", "INTERCEPT", "R2", "SLOPE", "SXX", "SXY", "SYY"]
      .map((name) => [`REGR_${name}`, custom(2, numberOrNull, NUMERIC_AGGREGATE)]),
  ),
  ...aliases(["STDDEV", "STDDEV_POP", "STDDEV_SAMP"], same(1, 1, MEAN)),
  ...aliases(["VARIANCE", "VAR_POP", "VAR_SAMP"], same(1, 1, MEAN)),
  STRING_AGG: custom(2, stringCall, { ...AGGREGATE, ...TEXT }),
};

const REFUSED: FunctionRules = {
  ...aliases(["RANDOM_NORMAL", "SETSEED"], refusedFunction("Only RANDOM depends on chance here")),
  ...aliases(["PG_TYPEOF", "FORMAT_TYPE"], refusedFunction("The answer tells its types")),
  ...aliases(
    ["CURRENT_DATABASE", "CURRENT_SETTING", "VERSION", "PG_CLIENT_ENCODING"],
    refusedFunction("There is no server to ask about"),
  ),
  NORMALIZE: refusedFunction("Compare the texts as they are"),
  ...aliases(["JUSTIFY_INTERVAL"], refusedFunction("Use JUSTIFY_HOURS and JUSTIFY_DAYS")),
  ...aliases(["ARRAY_DIMS", "ARRAY_NDIMS", "ARRAY_FILL"], refusedFunction("Use CARDINALITY")),
  ...aliases(["XMLELEMENT", "XMLAGG", "XPATH"], refusedFunction("XML is not read here")),
  ...aliases(["TO_TSVECTOR", "TO_TSQUERY"], refusedFunction("Use ILIKE or a regular expression")),
};

/** The functions of PostgreSQL. */
export const POSTGRES_FUNCTIONS: FunctionRules = {
  ...COMMON_FUNCTIONS,
  ...POSTGRES_SHARED_FUNCTIONS,
  ...TEXTS,
  ...LISTS,
  ...NUMBERS,
  ...MOMENTS,
  ...POSTGRES_DOCUMENTS,
  ...AGGREGATES,
  ...REFUSED,
  GEN_RANDOM_UUID: written("uuid()"),
};

/** What the types' output functions write, for functions that take values of any type. */
function outputs({ arguments: values }: Call): Code {
  return joined(
    values.map((each) =>
      each.holds === "text" || each.literal?.kind === "text" || each.literal?.kind === "null"
        ? trimmed(each.code)
        : code`dw_output(${trimmed(each.code)})`
    ),
    ", ",
  );
}

function countWhere({ arguments: values }: Call, test: string): Code {
  const each = values.map(({ code: value }) => code`CAST(${trimmed(value)} ${test} AS INTEGER)`);
  return code`(${joined(each, " + ")})`;
}

/** A number in binary has its halves rounded to the even neighbour, and no places. */
function roundCall(call: Call): Code {
  const [value, places] = call.arguments;
  if (!value!.binary) return plainCall(call, "round");
  if (places !== undefined) {
    const instead = "Cast it to numeric first, as PostgreSQL asks for";
    return call.reader.unsupported("ROUND of a double precision to places", instead, places);
  }
  return code`round_even(${trimmed(value!.code)}, 0)`;
}

function ageCall({ arguments: [first, second] }: Call): Code {
  const moment = (value: Code) => code`CAST(${value} AS TIMESTAMP)`;
  return second === undefined
    ? code`age(${moment("CAST(now() AS DATE)")}, ${moment(momentOf(first!))})`
    : code`age(${moment(momentOf(first!))}, ${moment(momentOf(second))})`;
}

/** DATE_BIN(stride, moment, origin). */
function binCall({ arguments: [stride, moment, origin] }: Call): Code {
  const step = stride!.literal?.kind === "text"
    ? code`CAST(${trimmed(stride!.code)} AS INTERVAL)`
    : trimmed(stride!.code);
  return code`time_bucket(${step}, ${momentOf(moment!)}, ${momentOf(origin!)})`;
}

const INTERVAL_UNITS = ["YEARS", "MONTHS", "WEEKS", "DAYS", "HOURS", "MINS", "SECS"] as const;
const MAKERS = {
  YEARS: "to_years(CAST($ AS INTEGER))",
  MONTHS: "to_months(CAST($ AS INTEGER))",
  WEEKS: "to_weeks(CAST($ AS INTEGER))",
  DAYS: "to_days(CAST($ AS INTEGER))",
  HOURS: "to_hours(CAST($ AS BIGINT))",
  MINS: "to_minutes(CAST($ AS BIGINT))",
  SECS: "to_microseconds(CAST(($) * 1000000 AS BIGINT))",
} as const;

/** MAKE_INTERVAL(years, …) or MAKE_INTERVAL(days => …). */
function intervalCall({ arguments: values, named, reader, name }: Call): Code {
  for (const key of named.keys()) {
    if (!Object.hasOwn(MAKERS, key)) {
      return reader.syntax(`expected no '${key.toLowerCase()}'`, name);
    }
  }
  const parts = INTERVAL_UNITS.flatMap((unit, i): Code[] => {
    const value = values[i] ?? named.get(unit);
    if (value === undefined) return [];
    const [before = "", after = ""] = MAKERS[unit].split("$");
    return [code`${before}${trimmed(value.code)}${after}`];
  });
  return parts.length === 0 ? "INTERVAL '0' DAY" : code`(${joined(parts, " + ")})`;
}

/** What cannot be reckoned of so few rows is NULL, where the engine says that it is no number. */
function numberOrNull(call: Call): Code {
  return code`nullif(${plainCall(call, call.name.text)}, CAST('NaN' AS DOUBLE))`;
}

/** STRING_AGG(text, separator), of distinct texts in their order. */
function stringCall(call: Call): Code {
  const [value, separator] = call.arguments;
  if (separator!.literal?.kind === "null") {
    return listCall({ ...call, arguments: [value!] });
  }
  if (!call.distinct || call.order.length > 0) return listCall(call);
  return listCall({
    ...call,
    order: [{ expression: value!, descending: false, code: value!.code }],
  });
}
