import { type Code, code, trimmed } from "../code.ts";
import { documentOf } from "../document_operator.ts";
import { aliases, custom, plainCall, refusedFunction, written } from "./_rules.ts";
import type { Call, FunctionRule, FunctionRules } from "./function_rule.ts";

const NUMBER = { holds: "number", takes: "value" } as const;
const TEXT = { holds: "text", takes: "value" } as const;
const DOCUMENT = { holds: "variant", takes: "value" } as const;
const AGGREGATE = { ...DOCUMENT, kind: "aggregate" } as const;
const STEPS = "Use -> and ->> step by step, or jsonb_array_elements in FROM";
const CHANGES = "Take the document apart with ->, and build another with jsonb_build_object";

/** The functions of PostgreSQL that make documents, take them apart or ask about them. */
export const POSTGRES_DOCUMENTS: FunctionRules = {
  ...both("AGG", custom(1, listed, AGGREGATE)),
  ...both("ARRAY_ELEMENTS", written("unnest(dw_elements($1))", DOCUMENT)),
  ...both("ARRAY_ELEMENTS_TEXT", written("unnest(dw_element_texts($1))", TEXT)),
  ...both("ARRAY_LENGTH", written("dw_array_length($1)", NUMBER)),
  ...both("BUILD_ARRAY", written("json_array($*)", DOCUMENT)),
  ...both("BUILD_OBJECT", custom([0, 1000], built, DOCUMENT)),
  ...both("EXTRACT_PATH", custom([2, 100], stepped, DOCUMENT)),
  ...both(
    "EXTRACT_PATH_TEXT",
    custom([2, 100], (call) => code`json_extract_string(${stepped(call)}, '$')`, TEXT),
  ),
  ...both("OBJECT_AGG", custom(2, (call) => plainCall(call, "json_group_object"), AGGREGATE)),
  JSON_OBJECT_KEYS: written("unnest(json_keys(CAST($1 AS JSON)))", TEXT),
  JSONB_OBJECT_KEYS: written("unnest(dw_ordered_keys($1))", TEXT),
  ...both("TYPEOF", written("dw_json_kind($1)", TEXT)),
  ...aliases(
    ["TO_JSON", "TO_JSONB", "ARRAY_TO_JSON", "ROW_TO_JSON"],
    custom(1, (call) => {
      const [value] = call.arguments;
      if (value!.row !== undefined) {
        call.reader.unsupported("A document of a row", "Use jsonb_build_object with names", value!);
      }
      return code`dw_to_json(${trimmed(value!.code)})`;
    }, DOCUMENT),
  ),
  ...aliases(
    ["JSONB_PATH_EXISTS", "JSONB_PATH_QUERY", "JSONB_PATH_QUERY_ARRAY", "JSONB_PATH_QUERY_FIRST"],
    refusedFunction(STEPS),
  ),
  ...aliases(["JSONB_SET", "JSONB_INSERT"], refusedFunction(CHANGES)),
  ...both("STRIP_NULLS", refusedFunction(CHANGES)),
  JSONB_PRETTY: refusedFunction("Look at the value in the web page, which shows it in lines"),
};

function both(name: string, rule: FunctionRule): Record<string, FunctionRule> {
  return aliases([`JSON_${name}`, `JSONB_${name}`], rule);
}

/** A list of the rows' values as a document; of distinct ones in order, as PostgreSQL sorts them. */
function listed(call: Call): Code {
  const list = plainCall(call, "list");
  return code`to_json(${call.distinct && call.order.length === 0 ? sorted(list) : list})`;
}

/** PostgreSQL finds distinct values by sorting them. */
export function sorted(list: Code): Code {
  return code`list_sort(${list}, 'ASC', 'NULLS LAST')`;
}

/** Keys are texts, whatever is given for them. */
function built(call: Call): Code {
  const { reader, name, arguments: values } = call;
  if (values.length % 2 !== 0) return reader.syntax("expected a value for every key", name);
  const row = values.find((each) => each.row !== undefined);
  if (row !== undefined) {
    return reader.unsupported("A document of a row", "Build an object with names", row);
  }
  const items = values.flatMap((each, i): Code[] => {
    const value = i % 2 === 0 && each.literal?.kind !== "text"
      ? code`dw_output(${trimmed(each.code)})`
      : trimmed(each.code);
    return i === 0 ? [value] : [", ", value];
  });
  return code`json_object(${items})`;
}

function stepped({ arguments: [document, ...steps] }: Call): Code {
  return steps.reduce<Code>(
    (inner, step) => code`dw_json_step(${inner}, ${trimmed(step.code)})`,
    documentOf(document!),
  );
}
