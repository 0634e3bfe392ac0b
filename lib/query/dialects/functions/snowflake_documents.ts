import { type Code, code, joined, trimmed } from "../code.ts";
import { quotedText } from "../names.ts";
import { aliases, argumentsOf, custom, refusedFunction, written } from "./_rules.ts";
import type { Call, FunctionRules } from "./function_rule.ts";

const NUMBER = { holds: "number", takes: "value" } as const;
const TEXT = { holds: "text", takes: "value" } as const;
const BOOLEAN = { holds: "boolean", takes: "value" } as const;
const DOCUMENT = { holds: "variant", takes: "value" } as const;
const AGGREGATE = { kind: "aggregate", holds: "variant" } as const;

/** ARRAY_AGG leaves NULL out, and gives an empty array rather than NULL. */
function arrayAggregate(call: Call): Code {
  const value = trimmed(call.arguments[0]!.code);
  const keys: Code = call.order.length === 0
    ? ""
    : code` ORDER BY ${joined(call.order.map((key) => trimmed(key.code)), ", ")}`;
  const distinct = call.distinct ? "DISTINCT " : "";
  const list = code`list(${distinct}${value}${keys}) FILTER (WHERE ${value} IS NOT NULL)${
    call.over ?? ""
  }`;
  return code`coalesce(to_json(${list}), json_array())`;
}

/** Snowflake keeps the keys of an object in their order. */
function objectAggregate(call: Call): Code {
  const [key, value] = call.arguments.map((each) => trimmed(each.code));
  const entries = code`list(struct_pack(k := dw_text(${key!}), v := to_json(${value!})))`;
  const present = code` FILTER (WHERE ${key!} IS NOT NULL AND ${value!} IS NOT NULL)${
    call.over ?? ""
  }`;
  return code`coalesce(to_json(map_from_entries(list_sort(${entries}${present}))), json_object())`;
}

/** OBJECT_CONSTRUCT(key, value, …): what has a NULL is left out, or shown as one. */
function objectCall(call: Call, name: string): Code {
  if (call.arguments.length % 2 === 1) {
    return call.reader.syntax("expected a value for every key", call.name);
  }
  const pairs: Code[] = [];
  for (let i = 0; i < call.arguments.length; i += 2) {
    const [key, value] = call.arguments.slice(i, i + 2).map((each) => trimmed(each.code));
    pairs.push(code`{'key': CAST(dw_text(${key!}) AS VARCHAR), 'value': to_json(${value!})}`);
  }
  return pairs.length === 0 ? "json_object()" : code`${name}([${joined(pairs, ", ")}])`;
}

/** Keys that stand as arguments, or in one array. */
function keysOf(keys: Call["arguments"]): Code {
  return keys.length === 1 && keys[0]!.holds === "variant"
    ? code`list_transform(dw_list(${trimmed(keys[0]!.code)}), lambda dw_k: dw_text(dw_k))`
    : code`[${joined(keys.map((each) => trimmed(each.code)), ", ")}]`;
}

function membersCall(call: Call, condition: string): Code {
  const [value, ...keys] = call.arguments;
  return code`dw_object_of(list_filter(map_entries(dw_members(${
    trimmed(value!.code)
  })), lambda dw_e: ${condition}(${keysOf(keys)}, dw_e.key)))`;
}

function is(kinds: string) {
  return written(`(json_type(CAST($1 AS JSON)) IN (${kinds}))`, BOOLEAN);
}

function as(kinds: string, type: string) {
  return written(`CASE WHEN json_type($1) IN (${kinds}) THEN CAST(dw_text($1) AS ${type}) END`, {
    takes: "value",
  });
}

/** ARRAYS_ZIP(first, second, …): objects of the elements at each place, as long as the longest. */
function zipCall(call: Call): Code {
  const lists = call.arguments.map((each) => code`dw_list(${trimmed(each.code)})`);
  const longest = code`greatest(${joined(lists.map((list) => code`len(${list})`), ", ")})`;
  const missing = joined(lists.map((list) => code`${list} IS NULL`), " OR ");
  const members = lists.map((list, i) => code`'$${String(i + 1)}', ${list}[dw_i]`);
  return code`CASE WHEN ${missing} THEN NULL ELSE to_json(list_transform(range(1, ${longest} + 1), lambda dw_i: json_object(${
    joined(members, ", ")
  }))) END`;
}

/** The grammar reads these calls; their lambdas are no expressions. */
function lambdaRule(count: number) {
  return custom(
    count,
    ({ reader, name }) => reader.syntax("expected a lambda as the last argument", name),
    { ...DOCUMENT, note: "Parameters without a type are documents" },
  );
}

/** A path such as `a.b[0]["c d"]` as the engine writes it. */
function pathOf(path: string): string {
  const steps = path.replace(BRACKETED, '."$1"');
  const dot = ROOTED.test(steps) ? "" : ".";
  return `$${dot}${steps}`;
}

const BRACKETED = /\[[\x22\x27](.*?)[\x22\x27]\]/g;
const ROOTED = /^(?:[.[]|$)/;

/** Semi-structured values, which are JSON here. */
export const SNOWFLAKE_DOCUMENT_FUNCTIONS: FunctionRules = {
  ARRAY_AGG: custom(1, arrayAggregate, AGGREGATE),
  ARRAYAGG: custom(1, arrayAggregate, AGGREGATE),
  ARRAY_APPEND: written("to_json(list_append(dw_list($1), to_json($2)))", DOCUMENT),
  ARRAY_CAT: written("to_json(list_concat(dw_list($1), dw_list($2)))", DOCUMENT),
  ARRAY_COMPACT: written(
    "to_json(list_filter(dw_list($1), lambda dw_e: CAST(dw_e AS VARCHAR) <> 'null'))",
    DOCUMENT,
  ),
  ARRAY_CONSTRUCT: custom(
    [0, 10_000],
    (call) => code`to_json(json_array(${argumentsOf(call)}))`,
    DOCUMENT,
  ),
  ARRAY_CONSTRUCT_COMPACT: custom(
    [0, 10_000],
    (call) =>
      code`to_json(list_filter(dw_list(json_array(${
        argumentsOf(call)
      })), lambda dw_e: CAST(dw_e AS VARCHAR) <> 'null'))`,
    DOCUMENT,
  ),
  ARRAY_CONTAINS: written("dw_contains(dw_keys(dw_list($2)), dw_key(to_json($1)))", BOOLEAN),
  ARRAY_DISTINCT: written(
    "to_json(list_filter(dw_list($1), lambda dw_e, dw_i: list_position(dw_list($1), dw_e) = dw_i))",
    DOCUMENT,
  ),
  ARRAY_EXCEPT: written("to_json(dw_except(dw_list($1), dw_list($2)))", DOCUMENT),
  ARRAY_FLATTEN: written("to_json(dw_flat(dw_list($1)))", DOCUMENT),
  ARRAY_GENERATE_RANGE: written("to_json(range($1, $2))", "to_json(range($1, $2, $3))", DOCUMENT),
  ARRAY_INSERT: written("to_json(dw_insert_at(dw_list($1), $2, to_json($3)))", DOCUMENT),
  ARRAY_INTERSECTION: written("to_json(dw_intersection(dw_list($1), dw_list($2)))", DOCUMENT),
  ARRAY_MAX: written("dw_ordered(dw_present(dw_list($1)))[-1]", DOCUMENT),
  ARRAY_MIN: written("dw_ordered(dw_present(dw_list($1)))[1]", DOCUMENT),
  ARRAY_POSITION: written(
    "(list_position(dw_keys(dw_list($2)), dw_key(to_json($1))) - 1)",
    NUMBER,
  ),
  ARRAY_PREPEND: written("to_json(list_prepend(to_json($2), dw_list($1)))", DOCUMENT),
  ARRAY_REMOVE: written(
    "to_json(list_filter(dw_list($1), lambda dw_e: dw_key(dw_e) <> dw_key(to_json($2))))",
    DOCUMENT,
  ),
  ARRAY_REMOVE_AT: written(
    "to_json(list_filter(dw_list($1), lambda dw_e, dw_i: dw_i <> CASE WHEN $2 < 0 THEN len(dw_list($1)) + $2 ELSE $2 END + 1))",
    DOCUMENT,
  ),
  ARRAY_REVERSE: written("to_json(list_reverse(dw_list($1)))", DOCUMENT),
  ARRAY_SIZE: written(
    "CASE WHEN json_type(CAST($1 AS JSON)) = 'ARRAY' THEN json_array_length(CAST($1 AS JSON)) END",
    NUMBER,
  ),
  ARRAY_SLICE: written(
    "to_json(list_slice(dw_list($1), CASE WHEN $2 < 0 THEN greatest(len(dw_list($1)) + $2, 0) ELSE $2 END + 1, CASE WHEN $3 < 0 THEN greatest(len(dw_list($1)) + $3, 0) ELSE $3 END))",
    DOCUMENT,
  ),
  ARRAY_SORT: written(
    "to_json(dw_sorted(dw_list($1), true))",
    "to_json(dw_sorted(dw_list($1), $2))",
    {
      ...DOCUMENT,
      says: "Of numbers alone, or of texts alone; the third argument is refused",
    },
  ),
  ARRAY_TO_STRING: written(
    "CASE WHEN $2 IS NOT NULL THEN array_to_string(list_transform(dw_list($1), lambda dw_e: coalesce(json_extract_string(dw_e, '$'), '')), $2) END",
    TEXT,
  ),
  ...aliases(
    ["ARRAY_UNIQUE_AGG"],
    written("to_json(list(DISTINCT $1) FILTER (WHERE $1 IS NOT NULL)$over)", AGGREGATE),
  ),
  ARRAYS_OVERLAP: written(
    "(len(list_filter(dw_list($1), lambda dw_e: list_contains(dw_list($2), dw_e))) > 0)",
    BOOLEAN,
  ),
  ARRAYS_TO_OBJECT: written("dw_object_from(dw_list($1), dw_list($2))", DOCUMENT),
  ARRAYS_ZIP: custom([1, 100], zipCall, DOCUMENT),
  AS_ARRAY: written("CASE WHEN json_type($1) = 'ARRAY' THEN $1 END", DOCUMENT),
  AS_BOOLEAN: as("'BOOLEAN'", "BOOLEAN"),
  ...aliases(["AS_CHAR", "AS_VARCHAR"], as("'VARCHAR'", "VARCHAR")),
  ...aliases(["AS_DOUBLE", "AS_REAL"], as("'DOUBLE', 'BIGINT', 'UBIGINT'", "DOUBLE")),
  ...aliases(
    ["AS_DECIMAL", "AS_NUMBER"],
    custom([1, 3], (call) => {
      const [value, ...digits] = call.arguments;
      const [precision = "38", scale = "0"] = digits.map((each) => each.literal?.value ?? "?");
      const json = trimmed(value!.code);
      return code`CASE WHEN json_type(${json}) IN ('DOUBLE', 'BIGINT', 'UBIGINT') THEN CAST(dw_text(${json}) AS DECIMAL(${precision}, ${scale})) END`;
    }, NUMBER),
  ),
  AS_INTEGER: as("'BIGINT', 'UBIGINT'", "BIGINT"),
  AS_OBJECT: written("CASE WHEN json_type($1) = 'OBJECT' THEN $1 END", DOCUMENT),
  CHECK_JSON: written(
    "CASE WHEN $1 IS NOT NULL AND trim($1) <> '' AND NOT json_valid($1) THEN error('CHECK_JSON knows only that a text is no JSON; use TRY_PARSE_JSON') END",
    { ...TEXT, says: "What is no JSON is an error", takes: "text" },
  ),
  FILTER: lambdaRule(2),
  GET: written("dw_get($1, $2)", DOCUMENT),
  GET_IGNORE_CASE: written(
    "list_filter(map_entries(dw_members($1)), lambda dw_e: lower(dw_e.key) = lower($2))[1].value",
    DOCUMENT,
  ),
  GET_PATH: custom(2, (call) => {
    const [value, path] = call.arguments;
    if (path!.literal?.kind !== "text") {
      return call.reader.unsupported("A computed path", "Write the path out", path!);
    }
    return code`json_extract(CAST(${trimmed(value!.code)} AS JSON), ${
      quotedText(pathOf(path!.literal.value))
    })`;
  }, DOCUMENT),
  IS_ARRAY: is("'ARRAY'"),
  IS_BOOLEAN: is("'BOOLEAN'"),
  ...aliases(["IS_CHAR", "IS_VARCHAR"], is("'VARCHAR'")),
  ...aliases(["IS_DECIMAL", "IS_DOUBLE", "IS_REAL"], is("'DOUBLE', 'BIGINT', 'UBIGINT'")),
  IS_INTEGER: is("'BIGINT', 'UBIGINT'"),
  IS_NULL_VALUE: written("(json_type(CAST($1 AS JSON)) = 'NULL')", BOOLEAN),
  IS_OBJECT: is("'OBJECT'"),
  JSON_EXTRACT_PATH_TEXT: custom(2, (call) => {
    const [value, path] = call.arguments;
    if (path!.literal?.kind !== "text") {
      return call.reader.unsupported("A computed path", "Write the path out", path!);
    }
    return code`json_extract_string(CAST(${trimmed(value!.code)} AS JSON), ${
      quotedText(pathOf(path!.literal.value))
    })`;
  }, TEXT),
  OBJECT_AGG: custom(2, objectAggregate, AGGREGATE),
  OBJECT_CONSTRUCT: custom([0, 10_000], (call) => objectCall(call, "dw_object_of"), DOCUMENT),
  OBJECT_CONSTRUCT_KEEP_NULL: custom(
    [0, 10_000],
    (call) => objectCall(call, "dw_object_with_nulls"),
    DOCUMENT,
  ),
  OBJECT_DELETE: custom([2, 1000], (call) => membersCall(call, "NOT list_contains"), DOCUMENT),
  OBJECT_INSERT: written(
    "dw_object_insert($1, $2, to_json($3), false)",
    "dw_object_insert($1, $2, to_json($3), $4)",
    DOCUMENT,
  ),
  OBJECT_KEYS: written("to_json(list_sort(json_keys(CAST($1 AS JSON))))", DOCUMENT),
  OBJECT_PICK: custom([2, 1000], (call) => membersCall(call, "list_contains"), DOCUMENT),
  PARSE_JSON: written("dw_parse_json(dw_text($1))", { holds: "variant" }),
  REDUCE: lambdaRule(3),
  STRIP_NULL_VALUE: written(
    "CASE WHEN json_type(CAST($1 AS JSON)) <> 'NULL' THEN CAST($1 AS JSON) END",
    DOCUMENT,
  ),
  STRTOK_TO_ARRAY: written("to_json(dw_tokens($1, ' '))", "to_json(dw_tokens($1, $2))", {
    holds: "variant",
  }),
  SPLIT: written("to_json(dw_split($1, $2))", { holds: "variant" }),
  TO_ARRAY: written(
    "CASE WHEN json_type(to_json($1)) = 'ARRAY' THEN to_json($1) WHEN $1 IS NOT NULL THEN to_json([to_json($1)]) END",
    DOCUMENT,
  ),
  TO_JSON: written("CAST(to_json($1) AS VARCHAR)", TEXT),
  TO_OBJECT: written(
    "CASE WHEN json_type(to_json($1)) = 'OBJECT' THEN to_json($1) WHEN $1 IS NOT NULL THEN error('Not an object') END",
    DOCUMENT,
  ),
  TO_VARIANT: written("to_json($1)", DOCUMENT),
  TRANSFORM: lambdaRule(2),
  TRY_PARSE_JSON: written("CASE WHEN json_valid($1) THEN dw_parse_json($1) END", {
    holds: "variant",
  }),
  TYPEOF: written("dw_typeof($1)", { ...TEXT, differs: "A double that was cast is DECIMAL" }),
  XMLGET: refusedFunction("XML is not read here"),
};
