import { type Code, code, trimmed } from "../code.ts";
import { writtenOut } from "../values.ts";
import { COMMON_FUNCTIONS } from "./common.ts";
import { concatCall, decodeCall, sha2Call, strictCall } from "./_conditions.ts";
import { snowflakeTextCall } from "./_snowflake_moments.ts";
import {
  allMatches,
  countMatches,
  likeCall,
  positionCall,
  snowflakeReplace,
  substringCall,
} from "./_regexps.ts";
import {
  aliases,
  custom,
  nameOf,
  ofTexts,
  plainCall,
  refusedFunction,
  same,
  written,
} from "./_rules.ts";
import { quotedText } from "../names.ts";
import { SNOWFLAKE_AGGREGATES } from "./snowflake_aggregates.ts";
import { SNOWFLAKE_DATE_FUNCTIONS } from "./snowflake_dates.ts";
import { SNOWFLAKE_DOCUMENT_FUNCTIONS } from "./snowflake_documents.ts";
import type { Call, FunctionRules } from "./function_rule.ts";

const NUMBER = { holds: "number", takes: "number" } as const;
const COUNT = { holds: "number" } as const;
const TEXT = { holds: "text" } as const;
const BOOLEAN = { holds: "boolean" } as const;

const CONDITIONS: FunctionRules = {
  BOOLAND: written("(dw_truth($1) AND dw_truth($2))", BOOLEAN),
  BOOLNOT: written("(NOT dw_truth($1))", BOOLEAN),
  BOOLOR: written("(dw_truth($1) OR dw_truth($2))", BOOLEAN),
  BOOLXOR: written("(dw_truth($1) <> dw_truth($2))", BOOLEAN),
  DECODE: custom([3, 1000], decodeCall),
  DIV0: written("CASE WHEN $2 = 0 THEN 0 ELSE dw_divide($1, $2) END", NUMBER),
  DIV0NULL: written("CASE WHEN $2 = 0 OR $2 IS NULL THEN 0 ELSE dw_divide($1, $2) END", NUMBER),
  EQUAL_NULL: written("($1 IS NOT DISTINCT FROM $2)", BOOLEAN),
  GREATEST: custom([1, 1000], strictCall("greatest"), { takes: "never" }),
  GREATEST_IGNORE_NULLS: written("greatest($*)"),
  ...aliases(["IFF"], written("CASE WHEN $1 THEN $2 ELSE $3 END", { takes: "alike" })),
  IFNULL: written("coalesce($1, $2)", { takes: "alike" }),
  LEAST: custom([1, 1000], strictCall("least"), { takes: "never" }),
  LEAST_IGNORE_NULLS: written("least($*)"),
  NULLIFZERO: written("nullif($1, 0)", NUMBER),
  NVL: written("coalesce($1, $2)", { takes: "alike" }),
  NVL2: written("CASE WHEN $1 IS NOT NULL THEN $2 ELSE $3 END", { takes: "alike" }),
  REGR_VALX: written("CASE WHEN $1 IS NOT NULL THEN $2 END", NUMBER),
  REGR_VALY: written("CASE WHEN $2 IS NOT NULL THEN $1 END", NUMBER),
  ZEROIFNULL: written("coalesce($1, 0)", NUMBER),
};

const NUMBERS: FunctionRules = {
  ACOSH: same(1, 1, NUMBER),
  ASINH: same(1, 1, NUMBER),
  ATANH: same(1, 1, NUMBER),
  ...aliases(["BITAND", "BIT_AND"], written("(($1) & ($2))", NUMBER)),
  ...aliases(["BITNOT", "BIT_NOT"], written("(~($1))", NUMBER)),
  ...aliases(["BITOR", "BIT_OR"], written("(($1) | ($2))", NUMBER)),
  ...aliases(["BITSHIFTLEFT", "BIT_SHIFTLEFT"], written("(($1) << ($2))", NUMBER)),
  ...aliases(["BITSHIFTRIGHT", "BIT_SHIFTRIGHT"], written("(($1) >> ($2))", NUMBER)),
  ...aliases(["BITXOR", "BIT_XOR"], written("xor($1, $2)", NUMBER)),
  CEIL: custom([1, 2], (call) => cutCall(call, "ceil"), NUMBER),
  COSH: same(1, 1, NUMBER),
  FACTORIAL: same(1, 1, NUMBER),
  FLOOR: custom([1, 2], (call) => cutCall(call, "floor"), NUMBER),
  HAVERSINE: written(
    "(2 * 6371e0 * asin(sqrt(pow(sin(radians($3 - $1) / 2), 2) + cos(radians($1)) * cos(radians($3)) * pow(sin(radians($4 - $2) / 2), 2))))",
    NUMBER,
  ),
  LOG: written("log($1, $2)", NUMBER),
  MINHASH: refusedFunction("Use APPROX_COUNT_DISTINCT, or exact counts"),
  RANDOM: written("CAST(hash(random()) >> 1 AS BIGINT)", {
    ...COUNT,
    says: "Other numbers in every run",
  }),
  RANDSTR: refusedFunction("Nothing here depends on chance but RANDOM and UNIFORM"),
  ROUND: custom([0, 3], roundCall, { ...NUMBER, byName: true }),
  ...aliases(
    ["SEQ1", "SEQ2", "SEQ4", "SEQ8"],
    custom([0, 1], generatedNumber, { ...COUNT, note: "With TABLE(GENERATOR(…)), from 0" }),
  ),
  SINH: same(1, 1, NUMBER),
  SQUARE: written("(($1) * ($1))", NUMBER),
  TANH: same(1, 1, NUMBER),
  TRUNCATE: written("trunc($1)", "trunc($1, $2)", NUMBER),
  UNIFORM: custom(3, ({ arguments: [low, high] }) => {
    const [from, to] = [trimmed(low!.code), trimmed(high!.code)];
    const whole = [low, high].every((each) => /^-?\d+$/.test(each!.literal?.value ?? ""));
    return whole
      ? code`CAST(floor(random() * (${to} - ${from} + 1)) + ${from} AS BIGINT)`
      : code`(random() * (${to} - ${from}) + ${from})`;
  }, { ...COUNT, says: "Other numbers in every run" }),
  WIDTH_BUCKET: written("dw_width_bucket($1, $2, $3, $4)", NUMBER),
  ZIPF: refusedFunction("Nothing here depends on chance but RANDOM and UNIFORM"),
  NORMAL: refusedFunction("Nothing here depends on chance but RANDOM and UNIFORM"),
};

const TEXTS: FunctionRules = ofTexts({
  ...aliases(["BASE64_ENCODE"], written("to_base64(encode($1))", TEXT)),
  BASE64_DECODE_STRING: written("decode(from_base64($1))", TEXT),
  TRY_BASE64_DECODE_STRING: written("TRY(decode(from_base64($1)))", TEXT),
  BIT_LENGTH: written("(8 * strlen($1))", COUNT),
  CHARINDEX: written("strpos($2, $1)", "dw_charindex($1, $2, $3)", COUNT),
  COLLATE: refusedFunction("Compare with UPPER or LOWER on both sides"),
  CONCAT: custom([1, 1000], concatCall, { ...TEXT, takes: "value" }),
  CONCAT_WS: custom([2, 1000], (call) => {
    const [separator, ...values] = call.arguments;
    const between = trimmed(separator!.code);
    const texts = values.map((each, i) => [
      i === 0 ? "" : code` || ${between} || `,
      writtenOut(each),
    ]);
    return code`(${texts})`;
  }, TEXT),
  CONTAINS: written("(strpos($1, $2) > 0)", BOOLEAN),
  EDITDISTANCE: written(
    "dw_edit_distance($1, $2)",
    "CASE WHEN dw_edit_distance($1, $2) < $3 THEN dw_edit_distance($1, $2) WHEN $1 IS NOT NULL AND $2 IS NOT NULL THEN greatest($3, 0) END",
    COUNT,
  ),
  ENDSWITH: written("ends_with($1, $2)", BOOLEAN),
  HEX_DECODE_STRING: written("decode(unhex($1))", TEXT),
  TRY_HEX_DECODE_STRING: written("TRY(decode(unhex($1)))", TEXT),
  HEX_ENCODE: written("hex($1)", "CASE WHEN $2 = 0 THEN lower(hex($1)) ELSE hex($1) END", TEXT),
  ILIKE: written("($1 ILIKE $2)", "($1 ILIKE $2 ESCAPE $3)", BOOLEAN),
  INITCAP: custom([1, 2], initcapCall, { ...TEXT, says: "The delimiters must stand in the text" }),
  INSERT: written("dw_insert($1, $2, $3, $4)", TEXT),
  JAROWINKLER_SIMILARITY: written("dw_similarity($1, $2)", COUNT),
  ...aliases(["LEN", "LENGTH"], written("length($1)", COUNT)),
  LIKE: written("($1 LIKE $2)", "($1 LIKE $2 ESCAPE $3)", BOOLEAN),
  LPAD: written("lpad($1, $2, ' ')", "dw_lpad($1, $2, $3)", TEXT),
  MD5_HEX: written("md5($1)", TEXT),
  PARSE_URL: written(
    "dw_url($1)",
    "CASE WHEN $2 = 0 THEN dw_url($1) WHEN dw_is_url($1) THEN dw_url($1) WHEN $1 IS NOT NULL THEN json_object('error', 'scheme not specified') END",
    { holds: "variant" },
  ),
  POSITION: written("strpos($2, $1)", "dw_charindex($1, $2, $3)", COUNT),
  REGEXP_COUNT: custom([2, 4], countMatches, COUNT),
  REGEXP_INSTR: custom([2, 7], positionCall, COUNT),
  ...aliases(
    ["REGEXP_LIKE", "RLIKE"],
    custom([2, 3], likeCall, { ...BOOLEAN, note: "Matches the whole text" }),
  ),
  REGEXP_REPLACE: custom([2, 6], snowflakeReplace, TEXT),
  ...aliases(["REGEXP_SUBSTR"], custom([2, 6], substringCall, TEXT)),
  ...aliases(
    ["REGEXP_SUBSTR_ALL", "REGEXP_EXTRACT_ALL"],
    custom([2, 6], allMatches, { holds: "variant" }),
  ),
  REPLACE: written("replace($1, $2, '')", "replace($1, $2, $3)", TEXT),
  RPAD: written("rpad($1, $2, ' ')", "dw_rpad($1, $2, $3)", TEXT),
  RTRIMMED_LENGTH: written("length(rtrim($1))", COUNT),
  ...aliases(["SHA1", "SHA1_HEX"], written("sha1($1)", TEXT)),
  ...aliases(["SHA2", "SHA2_HEX"], custom([1, 2], sha2Call, { ...TEXT, says: "256 bits alone" })),
  SOUNDEX: written("dw_soundex($1)", {
    ...TEXT,
    says: "Of texts that start with a capital letter",
  }),
  SOUNDEX_P123: written("dw_soundex_p123($1)", {
    ...TEXT,
    says: "Of texts that start with a capital letter",
  }),
  SPLIT_PART: written("dw_split_part($1, $2, $3)", TEXT),
  STARTSWITH: written("starts_with($1, $2)", BOOLEAN),
  STRTOK: written("dw_tokens($1, ' ')[1]", "dw_tokens($1, $2)[1]", "dw_tokens($1, $2)[$3]", TEXT),
  UNICODE: written("dw_unicode($1)", COUNT),
  UPPER: written("upper(replace($1, 'ß', 'SS'))", TEXT),
  UUID_STRING: written("CAST(uuid() AS VARCHAR)", TEXT),
});

const CONVERSIONS: FunctionRules = {
  ...aliases(["CHAR", "CHR"], written("chr($1)", TEXT)),
  SPACE: written("repeat(' ', $1)", TEXT),
  ...aliases(
    ["TO_CHAR", "TO_VARCHAR"],
    custom([1, 2], snowflakeTextCall, {
      ...TEXT,
      takes: "value",
      says: "The format must stand in the text",
    }),
  ),
  TO_BINARY: refusedFunction("Keep the text"),
  TO_BOOLEAN: written("dw_boolean($1)", { ...BOOLEAN, takes: "value" }),
  ...aliases(["TO_DOUBLE"], written("CAST($1 AS DOUBLE)", COUNT)),
  ...aliases(
    ["TO_DECIMAL", "TO_NUMBER", "TO_NUMERIC"],
    custom([1, 4], (call) => decimalCall(call, "CAST"), {
      ...COUNT,
      says: "A format of digits must stand in the text",
    }),
  ),
  TRY_TO_BOOLEAN: written("dw_try_boolean($1)", BOOLEAN),
  TRY_TO_DOUBLE: written("TRY_CAST($1 AS DOUBLE)", COUNT),
  ...aliases(
    ["TRY_TO_DECIMAL", "TRY_TO_NUMBER", "TRY_TO_NUMERIC"],
    custom([1, 4], (call) => decimalCall(call, "TRY_CAST"), {
      ...COUNT,
      says: "A format of digits must stand in the text",
    }),
  ),
};

/** SEQ4() counts the rows of the generator. */
function generatedNumber({ reader, name }: Call): Code {
  if (/\bgenerator\b/i.test(reader.sql)) return { text: "_generated", at: name.from };
  return reader.unsupported(
    `${name.value} without a GENERATOR`,
    "Use ROW_NUMBER() OVER (ORDER BY …) - 1",
    name,
  );
}

/** CEIL(value, scale) and FLOOR: whole multiples of a power of ten. */
function cutCall(call: Call, name: string): Code {
  const [value, scale] = call.arguments;
  const number = trimmed(value!.code);
  if (scale === undefined) return code`${{ text: name, at: call.name.from }}(${number})`;
  const { literal } = scale;
  if (literal?.kind === "null") return "CAST(NULL AS DOUBLE)";
  if (!/^-?\d+$/.test(literal?.value ?? "")) {
    return call.reader.unsupported(`A computed scale of ${call.name.value}`, "Write it out", scale);
  }
  // What has no digits to cut off stays as it is; a double has seventeen at most.
  const digits = Number(literal!.value);
  if (digits > 17) return number;
  const power = String(10 ** Math.abs(digits));
  return digits < 0
    ? code`(${name}((${number}) / ${power}) * ${power})`
    : code`(${name}((${number}) * ${power}) / ${power})`;
}

/** ROUND(value [, scale [, mode]]): halves away from zero, or to the even neighbour. */
function roundCall(call: Call): Code {
  const names = ["EXPR", "SCALE", "ROUNDING_MODE"];
  const [value, scale, mode] = names.map((name, i) => call.arguments[i] ?? call.named.get(name));
  if (value === undefined) return call.reader.syntax("expected a number to round", call.name);
  const values = scale === undefined ? [value] : [value, scale];
  if (mode === undefined) {
    return plainCall({ ...call, arguments: values, named: new Map() }, nameOf(call));
  }
  const number = trimmed(value.code);
  const digits = scale === undefined ? "0" : trimmed(scale.code);
  switch (mode.literal?.value.toUpperCase()) {
    case "HALF_AWAY_FROM_ZERO":
      return code`round(${number}, ${digits})`;
    case "HALF_TO_EVEN":
      return code`dw_round_even(${number}, ${digits})`;
    default:
      return call.reader.unsupported(
        "This mode of ROUND",
        "Use 'HALF_AWAY_FROM_ZERO' or 'HALF_TO_EVEN'",
        mode,
      );
  }
}

const WORD_ENDS = '\\s!?@"^#$&~_,.:;+\\-*%/|\\[\\](){}<>';

/** INITCAP(text [, delimiters]). */
function initcapCall(call: Call): Code {
  const [text, delimiters] = call.arguments;
  const subject = trimmed(text!.code);
  const marks = delimiters?.literal?.kind === "text" ? delimiters.literal.value : null;
  if (delimiters !== undefined && marks === null) {
    return call.reader.unsupported("Computed delimiters of INITCAP", "Write them out", delimiters);
  }
  if (marks === "") return code`(upper(left(${subject}, 1)) || lower(substr(${subject}, 2)))`;
  const ends = marks?.replace(/[\\\]^-]/g, "\\$&") ?? WORD_ENDS;
  return code`dw_initcap_by(${subject}, ${quotedText(ends)})`;
}

/** TO_NUMBER(value [, format] [, precision [, scale]]). */
function decimalCall(call: Call, cast: string): Code {
  const [value, ...rest] = call.arguments;
  const format = rest[0]?.literal?.kind === "text" ? rest[0].literal.value : null;
  const digits = (format === null ? rest : rest.slice(1)).map((each) => {
    if (each.literal?.kind === "number") return each.literal.value;
    return call.reader.unsupported("A computed format of a number", "Write it out", each);
  });
  const [precision = "38", scale = "0"] = digits;
  const text = trimmed(value!.code);
  const number = format === null ? text : readNumber(call, { text, format, cast });
  return code`${cast}(${number} AS DECIMAL(${precision}, ${scale}))`;
}

interface FormattedNumber {
  readonly text: Code;
  readonly format: string;
  readonly cast: string;
}

/** A text that fits a format of digits, as its digits; of hexadecimal ones, as a number. */
function readNumber(call: Call, { text, format, cast }: FormattedNumber): Code {
  const otherwise = cast === "TRY_CAST" ? "NULL" : "error('The text does not fit its format')";
  if (/^TM9?$/i.test(format)) return code`replace(${text}, ' ', '')`;
  if (/^X+$/i.test(format)) {
    const fits = `'\\s*[0-9A-Fa-f]{1,${format.length}}\\s*'`;
    return code`CASE WHEN regexp_full_match(${text}, ${fits}) THEN CAST('0x' || trim(${text}) AS BIGINT) ELSE ${otherwise} END`;
  }
  const shape = /^(\$?)([90,]+)(?:\.([90]*))?$/.exec(format);
  if (shape === null) {
    return call.reader.unsupported(
      `The format '${format}' of a number`,
      "Use 9, 0, comma, point, $, TM9 and X",
      call.arguments[1]!,
    );
  }
  const [, dollar, whole = "", fraction] = shape;
  const digits = [...whole].map((each) => each === "," ? ",?" : each === "0" ? "\\d" : "\\d?");
  const tail = fraction === undefined ? "" : `(?:\\.\\d{0,${fraction.length}})?`;
  const pattern = `\\s*[+-]?\\s*${dollar === "" ? "" : "\\$?"}${digits.join("")}${tail}\\s*`;
  const kept = code`regexp_replace(${text}, '[^0-9.+-]', '', 'g')`;
  return code`CASE WHEN ${text} IS NULL OR regexp_full_match(${text}, ${
    quotedText(pattern)
  }) THEN ${kept} ELSE ${otherwise} END`;
}

const SESSION: FunctionRules = {
  CURRENT_DATABASE: refusedFunction("There is one experiment and no database"),
  CURRENT_ACCOUNT: refusedFunction("There is no account here"),
  CURRENT_ROLE: refusedFunction("There are no roles here"),
  CURRENT_SCHEMA: refusedFunction("There is one experiment and no schema"),
  CURRENT_USER: written("'user'", TEXT),
  CURRENT_WAREHOUSE: refusedFunction("There are no warehouses here"),
  RESULT_SCAN: refusedFunction("Put the query into WITH"),
  LAST_QUERY_ID: refusedFunction("Put the query into WITH"),
};

/** The functions of Snowflake. */
export const SNOWFLAKE_FUNCTIONS: FunctionRules = {
  ...COMMON_FUNCTIONS,
  ...CONDITIONS,
  ...NUMBERS,
  ...TEXTS,
  ...CONVERSIONS,
  ...SNOWFLAKE_DATE_FUNCTIONS,
  ...SNOWFLAKE_DOCUMENT_FUNCTIONS,
  ...SNOWFLAKE_AGGREGATES,
  ...SESSION,
};
