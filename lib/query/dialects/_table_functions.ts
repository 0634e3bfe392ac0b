import { type Code, code, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
import type { FunctionSource, SourceArguments, WriteSource } from "./_function_source.ts";
import { POSTGRES_SOURCES } from "./_postgres_sources.ts";
import { isName, quotedText } from "./names.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";

const SNOWFLAKE: Readonly<Record<string, WriteSource>> = {
  FLATTEN: writeFlatten,
  GENERATOR: writeGenerator,
  SPLIT_TO_TABLE: (given) => writeSplit(given, "string_split"),
  STRTOK_SPLIT_TO_TABLE: (given) => writeSplit(given, "dw_tokens"),
};

/** The functions that a dialect may select from. */
export const TABLE_FUNCTIONS = {
  postgres: POSTGRES_SOURCES,
  redshift: { GENERATE_SERIES: POSTGRES_SOURCES["GENERATE_SERIES"]! },
  snowflake: SNOWFLAKE,
} as const satisfies Record<string, Readonly<Record<string, WriteSource>>>;

/** Reads a function in FROM, or nothing if there is none. */
export function readTableFunction(reader: Reader): FunctionSource | null {
  const wrapped = reader.isWord("TABLE") && reader.isOperator("(", 1);
  if (wrapped) {
    reader.take();
    reader.take();
  }
  const name = reader.peek();
  const known: Readonly<Record<string, WriteSource>> = TABLE_FUNCTIONS[reader.rules.dialect];
  if (
    !isName(name) || !reader.isOperator("(", 1) || !Object.hasOwn(known, name.value.toUpperCase())
  ) {
    if (!wrapped) return null;
    const instead = `Select from a table, or from ${Object.keys(known).join(", ")}`;
    return reader.unsupported(`TABLE(${name.text})`, instead, name);
  }
  const source = known[name.value.toUpperCase()]!(readArguments(reader));
  if (wrapped) reader.expectOperator(")");
  return source;
}

function readArguments(reader: Reader): SourceArguments {
  const name = reader.take();
  reader.expectOperator("(");
  const values: Expression[] = [];
  const named = new Map<string, Expression>();
  if (!reader.isOperator(")")) {
    reader.list(() => {
      if (!isName(reader.peek()) || !reader.isOperator("=>", 1)) values.push(reader.expression());
      else {
        const word = reader.take();
        reader.take();
        named.set(word.value.toUpperCase(), reader.expression());
      }
    });
  }
  reader.expectOperator(")");
  return { reader, name, values, named };
}

function writeFlatten({ reader, name, values, named }: SourceArguments): FunctionSource {
  const input = named.get("INPUT") ?? values[0];
  if (input === undefined) return reader.syntax("expected INPUT => …", name);
  refuseSequence(reader, input, name);
  for (const column of ["VALUE", "THIS"]) reader.documents.add(column);
  const outer = named.get("OUTER")?.literal?.value ?? "FALSE";
  const path = named.get("PATH")?.literal?.value ?? "";
  const value: Code = path === ""
    ? trimmed(input.code)
    : code`json_extract(dw_document(${trimmed(input.code)}), '$${path.startsWith("[") ? "" : "."}${
      path.replaceAll("'", "''")
    }')`;
  const options = { mode: modeOf(reader, named), outer, prefix: quotedText(path) };
  const rows = named.get("RECURSIVE")?.literal?.value === "TRUE"
    ? deepRows(value, { ...options, reader, name })
    : code`dw_flatten(${shallow(value, options.mode)}, ${outer}, ${options.prefix})`;
  return {
    code: code` LATERAL (SELECT unnest(${rows}, max_depth := 2))`,
    alias: "_flattened",
  };
}

/** SEQ tells rows of the input apart, which the engine does not count: asked for, it is refused. */
function refuseSequence(reader: Reader, input: Expression, name: Token): void {
  const isAsked = /\bseq\b/i.test(withoutTexts(reader.sql));
  const words = withoutTexts(reader.sql.slice(input.from, input.to))
    .match(/[A-Za-z_]\w*(?!\s*\()\b/g) ?? [];
  const isConstant = words.every((word) => /^(?:null|true|false)$/i.test(word));
  if (!isAsked || isConstant) return;
  reader.unsupported("SEQ of FLATTEN", "Use a key of the row that is flattened", name);
}

function withoutTexts(sql: string): string {
  return sql.replace(/'(?:[^'\\]|\\.|'')*'|\$\$[\s\S]*?\$\$/g, "''");
}

function modeOf(reader: Reader, named: ReadonlyMap<string, Expression>): string {
  const mode = named.get("MODE");
  const word = mode?.literal?.value.toUpperCase() ?? "BOTH";
  if (["ARRAY", "BOTH", "OBJECT"].includes(word)) return word;
  return reader.unsupported("This mode of FLATTEN", "Use 'OBJECT', 'ARRAY' or 'BOTH'", mode!);
}

/** What a mode leaves out is not there. */
function shallow(value: Code, mode: string): Code {
  return mode === "BOTH"
    ? value
    : code`CASE WHEN json_type(CAST(${value} AS JSON)) = '${mode}' THEN ${value} END`;
}

interface DeepOptions {
  readonly reader: Reader;
  readonly name: Token;
  readonly mode: string;
  readonly outer: string;
  readonly prefix: string;
}

/** Every value inside of the document, each before what is inside of it. */
function deepRows(value: Code, { reader, name, mode, outer, prefix }: DeepOptions): Code {
  if (outer !== "FALSE" || prefix !== "''") {
    return reader.unsupported(
      "FLATTEN with RECURSIVE and OUTER or PATH",
      "Leave OUTER out, and write the path behind the document",
      name,
    );
  }
  if (mode === "ARRAY") {
    return reader.unsupported("FLATTEN with RECURSIVE and MODE 'ARRAY'", "Filter by INDEX", name);
  }
  // Objects alone are looked into: no step of the way to a value is one into an array.
  const within: Code = mode === "OBJECT" ? " WHERE NOT contains(t.fullkey, '[')" : "";
  const tree = code`json_tree(CAST(${value} AS JSON))`;
  const nodes =
    code`SELECT t.id, t.key, t.fullkey, t.value, p.type = 'ARRAY' AS dw_indexed, p.value AS dw_this FROM ${tree} t JOIN ${tree} p ON t.parent = p.id${within}`;
  return code`(SELECT list({'SEQ': 1, 'KEY': CASE WHEN NOT dw_indexed THEN key END, 'PATH': dw_plain_path(fullkey, key, dw_indexed), 'INDEX': CASE WHEN dw_indexed THEN CAST(key AS BIGINT) END, 'VALUE': CAST(value AS JSON), 'THIS': CAST(dw_this AS JSON)} ORDER BY id) FROM (${nodes}))`;
}

function writeGenerator({ reader, name, named }: SourceArguments): FunctionSource {
  const count = named.get("ROWCOUNT");
  if (count === undefined) {
    return reader.unsupported("GENERATOR without ROWCOUNT", "Say how many rows to make", name);
  }
  return {
    code: code` (SELECT range AS _generated FROM range(CAST(${trimmed(count.code)} AS BIGINT)))`,
    alias: "_generator",
  };
}

function writeSplit({ reader, name, values }: SourceArguments, splitter: string): FunctionSource {
  const [text, delimiter] = values;
  if (text === undefined) return reader.syntax("expected a text", name);
  const by: Code = delimiter === undefined ? "' '" : trimmed(delimiter.code);
  const list = code`${splitter}(${trimmed(text.code)}, ${by})`;
  return {
    code:
      code` LATERAL (SELECT 1 AS SEQ, unnest(range(1, len(${list}) + 1)) AS INDEX, unnest(${list}) AS VALUE)`,
    alias: "_split",
  };
}
