import { type Code, code, trimmed } from "../code.ts";
import { jsonPathCall } from "./_conditions.ts";
import { custom, refusedFunction, written } from "./_rules.ts";
import type { Call, FunctionRule, FunctionRules } from "./function_rule.ts";

const NUMBER = { holds: "number", takes: "value" } as const;
const TEXT = { holds: "text" } as const;
const BOOLEAN = { holds: "boolean" } as const;
const DOCUMENT = { holds: "variant", takes: "value" } as const;

const NULL_IF_INVALID = "Whether to give NULL for what is no JSON must stand in the text";

/** Functions of the text of a document; the last argument may ask for NULL where it is none. */
const OF_JSON_TEXTS: FunctionRules = {
  CAN_JSON_PARSE: written("coalesce(dw_json_valid($1), false)", BOOLEAN),
  IS_VALID_JSON: written("dw_json_is($1, 'OBJECT')", {
    ...BOOLEAN,
    note: "Of an array it is false",
  }),
  IS_VALID_JSON_ARRAY: written("dw_json_is($1, 'ARRAY')", BOOLEAN),
  JSON_ARRAY_LENGTH: custom([1, 2], lenient(1, (text) => code`dw_array_length(${text})`), {
    holds: "number",
    says: NULL_IF_INVALID,
  }),
  JSON_EXTRACT_ARRAY_ELEMENT_TEXT: custom(
    [2, 3],
    lenient(2, (text, place) => code`dw_array_element_text(${text}, ${place!})`),
    { ...TEXT, says: NULL_IF_INVALID, note: "Counts from 0" },
  ),
  JSON_EXTRACT_PATH_TEXT: custom([2, 10], jsonPathCall, {
    ...TEXT,
    says: "The keys must stand in the text",
  }),
  JSON_PARSE: written("dw_json_parse($1)", { holds: "variant" }),
};

/** A call whose argument at `last` says whether what is no JSON is NULL or an error. */
function lenient(
  last: number,
  write: (text: Code, other: Code | undefined) => Code,
): (call: Call) => Code {
  return ({ reader, arguments: values }) => {
    const flag = values[last];
    if (flag !== undefined && flag.literal?.kind !== "boolean") {
      return reader.unsupported("A computed null_if_invalid", "Write TRUE or FALSE", flag);
    }
    const text = trimmed(values[0]!.code);
    const other = values[1] === undefined ? undefined : trimmed(values[1].code);
    return write(flag?.literal?.value === "TRUE" ? code`dw_lenient(${text})` : text, other);
  };
}

const ofType = (kind: string): FunctionRule =>
  written(`dw_is_type($1, '${kind}')`, { ...BOOLEAN, takes: "value" });
const wholeUpTo = (most: string): FunctionRule =>
  written(`dw_is_whole($1, ${most})`, { ...BOOLEAN, takes: "value" });

/** What a SUPER is. */
const TYPES: FunctionRules = {
  IS_ARRAY: ofType("ARRAY"),
  IS_BIGINT: wholeUpTo("9223372036854775807"),
  IS_BOOLEAN: ofType("BOOLEAN"),
  IS_CHAR: ofType("VARCHAR"),
  IS_DECIMAL: refusedFunction("Use JSON_TYPEOF"),
  IS_FLOAT: refusedFunction("Use JSON_TYPEOF"),
  IS_INTEGER: wholeUpTo("2147483647"),
  IS_OBJECT: ofType("OBJECT"),
  IS_SCALAR: written(
    "coalesce(json_type(CAST($1 AS JSON)) NOT IN ('ARRAY', 'OBJECT', 'NULL'), false)",
    { ...BOOLEAN, takes: "value" },
  ),
  IS_SMALLINT: wholeUpTo("32767"),
  IS_VARCHAR: ofType("VARCHAR"),
  JSON_SERIALIZE: written("CAST($1 AS VARCHAR)", { ...TEXT, takes: "value" }),
  JSON_SIZE: refusedFunction("Use LEN(JSON_SERIALIZE(…))"),
  JSON_TYPEOF: written("dw_json_typeof($1)", { ...TEXT, takes: "value" }),
  LOWER_ATTRIBUTE_NAMES: refusedFunction("Name the attributes as they are written"),
  UPPER_ATTRIBUTE_NAMES: refusedFunction("Name the attributes as they are written"),
};

/** Values as members of an array or an object; a date is an error, as it is in Redshift. */
function members({ arguments: values }: Call, first: number): readonly Code[] {
  return values.map((value, i): Code =>
    (i - first) % 2 === 0 || first === 0
      ? value.literal?.kind === "null" ? "NULL" : code`dw_super(${trimmed(value.code)})`
      : trimmed(value.code)
  );
}

function listed(values: readonly Code[]): Code {
  return values.flatMap((value, i): Code[] => i === 0 ? [value] : [", ", value]);
}

const ARRAYS: FunctionRules = {
  ARRAY: custom([0, 1000], (call) => code`json_array(${listed(members(call, 0))})`, DOCUMENT),
  ARRAY_CONCAT: written("dw_joined($1, $2)", DOCUMENT),
  ARRAY_CONTAINS: written("(dw_position($1, $2) > 0)", { ...BOOLEAN, takes: "value" }),
  ARRAY_DISTINCT: written("to_json(dw_distinct(dw_elements($1)))", DOCUMENT),
  ARRAY_FLATTEN: written("dw_flattened($1)", { ...DOCUMENT, note: "Of up to eight levels" }),
  ARRAY_POSITION: written("(dw_position($1, $2) - 1)", { ...NUMBER, note: "Counts from 0" }),
  GET_ARRAY_LENGTH: written("len(dw_elements(dw_document($1)))", NUMBER),
  OBJECT: custom([0, 1000], (call) => code`json_object(${listed(members(call, 1))})`, DOCUMENT),
  SPLIT_TO_ARRAY: written("to_json(string_split($1, ','))", "to_json(string_split($1, $2))", {
    holds: "variant",
  }),
  SUBARRAY: written(
    "to_json(dw_array_from(dw_elements($1), $2))",
    "to_json(dw_array_piece(dw_elements($1), $2, $3))",
    DOCUMENT,
  ),
};

/** Functions of documents, as JSON texts and as values of SUPER. */
export const REDSHIFT_DOCUMENTS: FunctionRules = { ...OF_JSON_TEXTS, ...TYPES, ...ARRAYS };
