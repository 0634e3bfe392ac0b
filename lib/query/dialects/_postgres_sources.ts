import { type Code, code, joined, trimmed } from "./code.ts";
import { documentOf, listOf } from "./document_operator.ts";
import type { FunctionSource, SourceArguments, WriteSource } from "./_function_source.ts";
import { seriesOf } from "./series_of.ts";

/** The functions that PostgreSQL may select from. */
export const POSTGRES_SOURCES: Readonly<Record<string, WriteSource>> = {
  GENERATE_SERIES: series,
  GENERATE_SUBSCRIPTS: (given) => {
    const [list, dimension] = needed(given, 2, "an array and a dimension");
    const indexes = code`CASE WHEN ${trimmed(dimension!.code)} = 1 THEN range(1, len(${
      listOf(list!)
    }) + 1) END`;
    return listed(given, indexes);
  },
  JSON_ARRAY_ELEMENTS: (given) => elements(given, "dw_elements"),
  JSON_ARRAY_ELEMENTS_TEXT: (given) => elements(given, "dw_element_texts"),
  JSONB_ARRAY_ELEMENTS: (given) => elements(given, "dw_elements"),
  JSONB_ARRAY_ELEMENTS_TEXT: (given) => elements(given, "dw_element_texts"),
  JSON_EACH: (given) => members(given, { keys: "json_keys", asText: false }),
  JSON_EACH_TEXT: (given) => members(given, { keys: "json_keys", asText: true }),
  JSONB_EACH: (given) => members(given, { keys: "dw_ordered_keys", asText: false }),
  JSONB_EACH_TEXT: (given) => members(given, { keys: "dw_ordered_keys", asText: true }),
  JSON_OBJECT_KEYS: (given) => listed(given, code`json_keys(${document(given)})`),
  JSONB_OBJECT_KEYS: (given) => listed(given, code`dw_ordered_keys(${document(given)})`),
  REGEXP_SPLIT_TO_TABLE: (given) => split(given, "regexp_split_to_array"),
  STRING_TO_TABLE: (given) => split(given, "dw_string_to_array"),
  UNNEST: unnest,
};

function series(given: SourceArguments): FunctionSource {
  const { reader, name, values } = given;
  if (values.length < 2) return reader.syntax("expected two bounds", name);
  const written = seriesOf(values);
  if (reader.isWord("WITH", "ORDINALITY")) return listed(given, written);
  return {
    code: code` ${written}`,
    alias: "generate_series(generate_series)",
    single: true,
  };
}

/** One row an element of a list, in a column called as the function, or as its alias. */
function listed(
  { reader, name }: SourceArguments,
  list: Code,
  column?: string,
): FunctionSource {
  const title = name.value.toLowerCase();
  const first = column ?? title;
  if (reader.accept("WITH", "ORDINALITY") === null) {
    return {
      code: code` unnest(${list})`,
      alias: `${title}(${first})`,
      ...(column === undefined ? { single: true } : { columns: [column], isValue: true }),
    };
  }
  return {
    code: code` LATERAL (SELECT unnest(${list}), unnest(range(1, len(${list}) + 1)))`,
    alias: `${title}(${first}, ordinality)`,
    ...(column === undefined
      ? { single: true, rest: ["ordinality"] }
      : { columns: [column, "ordinality"] }),
  };
}

function elements(given: SourceArguments, macro: string): FunctionSource {
  if (macro === "dw_elements") given.reader.documents.add("VALUE");
  return listed(given, code`${macro}(${document(given)})`, "value");
}

/** One row a member of an object. */
function members(
  given: SourceArguments,
  { keys, asText }: { readonly keys: string; readonly asText: boolean },
): FunctionSource {
  const object = document(given);
  if (!asText) given.reader.documents.add("VALUE");
  const names = code`${keys}(${object})`;
  const step = code`dw_json_step(${object}, dw_k)`;
  const value = asText ? code`json_extract_string(${step}, '$')` : step;
  return {
    code:
      code` LATERAL (SELECT unnest(${names}), unnest(list_transform(${names}, lambda dw_k: ${value})))`,
    alias: `${given.name.value.toLowerCase()}(key, value)`,
    columns: ["key", "value"],
  };
}

/** One array, or several side by side. */
function unnest(given: SourceArguments): FunctionSource {
  const { reader, name, values } = given;
  if (values.length === 0) return reader.syntax("expected an array", name);
  const lists = values.map((value) => code`dw_flat(${listOf(value)})`);
  if (values.some(({ items }) => items?.some(({ holds }) => holds === "list"))) {
    reader.unsupported("An array of several dimensions", "Take one with one dimension", name);
  }
  if (lists.length === 1) return listed(given, lists[0]!);
  const ordinality = reader.accept("WITH", "ORDINALITY") !== null;
  const columns = lists.map((_, i) => i === 0 ? "unnest" : `unnest_${i}`);
  const each: Code[] = lists.map((list) => code`unnest(${list})`);
  if (ordinality) {
    const lengths = joined(lists.map((list) => code`len(${list})`), ", ");
    each.push(code`unnest(range(1, greatest(${lengths}) + 1))`);
    columns.push("ordinality");
  }
  return {
    code: code` LATERAL (SELECT ${joined(each, ", ")})`,
    alias: `unnest(${columns.join(", ")})`,
    columns,
  };
}

function split(given: SourceArguments, splitter: string): FunctionSource {
  const [text, mark] = needed(given, 2, "a text and what splits it");
  return listed(given, code`${splitter}(${trimmed(text!.code)}, ${trimmed(mark!.code)})`);
}

function document(given: SourceArguments): Code {
  return documentOf(needed(given, 1, "one document")[0]!);
}

function needed(
  { reader, name, values }: SourceArguments,
  count: number,
  what: string,
): SourceArguments["values"] {
  return values.length === count ? values : reader.syntax(`expected ${what}`, name);
}
