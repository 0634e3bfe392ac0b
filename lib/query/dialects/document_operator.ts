import { type Code, code, joined, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
import { canonicalJson, readBraces } from "./_literals.ts";
import { quotedText } from "./names.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";
import { spanning } from "./values.ts";

type Operands = readonly [Expression, Expression];

/** Operators of documents and lists, which PostgreSQL alone has. */
export const DOCUMENT_OPERATORS: ReadonlySet<string> = new Set([
  ...["->", "->>", "#>", "#>>", "@>", "<@", "&&", "?", "?|", "?&", "#-", "@?", "@@"],
]);

/** Reads what an operator asks of a document or a list. */
export function documentOperator(
  reader: Reader,
  token: Token,
  [left, right]: Operands,
): Expression {
  if (reader.rules.dialect !== "postgres") {
    const instead = reader.rules.dialect === "snowflake"
      ? "Use a path, column:name"
      : "Use JSON_EXTRACT_PATH_TEXT, or a path into a SUPER value";
    reader.unsupported(`The operator '${token.text}'`, instead, token);
  }
  const made = (written: Code, holds: Expression["holds"]) =>
    spanning(left, right, { code: [" ", written], atomic: true, ...(holds ? { holds } : {}) });
  switch (token.text) {
    case "->":
      return made(stepInto(documentOf(left), right), "variant");
    case "->>":
      return made(code`json_extract_string(${stepInto(documentOf(left), right)}, '$')`, "text");
    case "#>":
      return made(stepsInto(reader, left, right), "variant");
    case "#>>":
      return made(code`json_extract_string(${stepsInto(reader, left, right)}, '$')`, "text");
    case "@>":
      return made(contains(reader, token, [left, right]), "boolean");
    case "<@":
      return made(contains(reader, token, [right, left]), "boolean");
    case "&&":
      return made(code`list_has_any(${listOf(left)}, ${listOf(right)})`, "boolean");
    case "?":
      return made(code`dw_json_has(${documentOf(left)}, ${trimmed(right.code)})`, "boolean");
    case "?|":
    case "?&": {
      const keys = code`list_transform(${listOf(right)}, lambda dw_k: dw_json_has(${
        documentOf(left)
      }, dw_k))`;
      return made(code`${token.text === "?|" ? "dw_any" : "dw_all"}(${keys})`, "boolean");
    }
    default:
      return reader.unsupported(
        `The operator '${token.text}'`,
        "Use ->, ->>, #>> and @> step by step",
        token,
      );
  }
}

/** `document || document`. */
export function joinedDocuments([left, right]: Operands): Expression {
  const written = code` dw_json_join(${documentOf(left)}, ${documentOf(right)})`;
  return spanning(left, right, { code: written, holds: "variant", atomic: true });
}

/** `document - key`, `document - index`, `document - keys`. */
export function withoutKeys([left, right]: Operands): Expression {
  const written = right.holds === "number"
    ? code` dw_json_without_item(${documentOf(left)}, ${trimmed(right.code)})`
    : code` dw_json_without(${documentOf(left)}, ${
      right.holds === "list" ? trimmed(right.code) : code`[${trimmed(right.code)}]`
    })`;
  return spanning(left, right, { code: written, holds: "variant", atomic: true });
}

export function documentOf({ code: value, holds, literal }: Expression): Code {
  return holds === "variant" && literal === undefined
    ? trimmed(value)
    : code`CAST(${trimmed(value)} AS JSON)`;
}

/** A list, which may stand as a text between braces. */
export function listOf({ code: value, literal }: Expression): Code {
  const braces = literal?.kind === "text" ? readBraces(literal.value) : null;
  if (braces === null) return trimmed(value);
  return code`[${
    joined(braces.map((each) => each === null ? "NULL" : quotedText(String(each))), ", ")
  }]`;
}

/** One step: a key of an object, or an index of an array, which may count from its end. */
export function stepInto(document: Code, step: Expression): Code {
  const { literal } = step;
  if (literal?.kind === "text" && literal.value !== "") {
    return code`json_extract(${document}, ${quotedText(`$.${quotedKey(literal.value)}`)})`;
  }
  if (literal?.kind === "number" && /^-?\d+$/.test(literal.value)) {
    return code`json_extract(${document}, '$[${literal.value.replace("-", "#-")}]')`;
  }
  return code`dw_get(${document}, ${trimmed(step.code)})`;
}

function quotedKey(key: string): string {
  return `"${key.replaceAll('"', '\\"')}"`;
}

function stepsInto(reader: Reader, left: Expression, path: Expression): Code {
  const braces = path.literal?.kind === "text" ? readBraces(path.literal.value) : null;
  const steps: readonly Code[] | undefined = braces === null
    ? path.items?.map((item) => trimmed(item.code))
    : braces.map((each) => quotedText(String(each)));
  if (steps === undefined) {
    return reader.unsupported("A computed path", "Write the path out, as in '{a,0,b}'", path);
  }
  return steps.reduce<Code>(
    (document, step) => code`dw_json_step(${document}, ${step})`,
    documentOf(left),
  );
}

function contains(reader: Reader, token: Token, [whole, part]: Operands): Code {
  if (whole.holds === "list" || part.holds === "list") {
    return code`list_has_all(${listOf(whole)}, ${listOf(part)})`;
  }
  const text = part.document ??
    (part.literal?.kind === "text" ? canonicalJson(part.literal.value) : null);
  if (text === null || text === undefined) {
    return reader.unsupported(
      `The operator '${token.text}' with a computed document`,
      "Write the document that is looked for out, or compare its parts",
      token,
    );
  }
  const value: unknown = JSON.parse(text);
  const document = documentOf(whole);
  // An array holds a plain value, too.
  const isPlain = typeof value !== "object" || value === null;
  const found = isPlain
    ? code`(${holdsValue(document, value, 0)} OR ${holdsValue(document, [value], 0)})`
    : holdsValue(document, value, 0);
  return code`CASE WHEN ${trimmed(whole.code)} IS NOT NULL THEN coalesce(${found}, false) END`;
}

function holdsValue(document: Code, value: unknown, depth: number): Code {
  if (Array.isArray(value)) {
    const name = `dw_e${depth}`;
    const each = value.map((item) =>
      code` AND list_contains(list_transform(CAST(${document} AS JSON[]), lambda ${name}: coalesce(${
        holdsValue(name, item, depth + 1)
      }, false)), true)`
    );
    return code`CASE WHEN json_type(${document}) = 'ARRAY' THEN true${each} ELSE false END`;
  }
  if (typeof value === "object" && value !== null) {
    const each = Object.entries(value).map(([key, item]) => {
      const inner = code`json_extract(${document}, ${quotedText(`$.${quotedKey(key)}`)})`;
      return code` AND coalesce(${holdsValue(inner, item, depth)}, false)`;
    });
    return code`(json_type(${document}) = 'OBJECT'${each})`;
  }
  if (typeof value === "string") {
    return code`(json_type(${document}) = 'VARCHAR' AND json_extract_string(${document}, '$') = ${
      quotedText(value)
    })`;
  }
  return typeof value === "number"
    ? code`TRY_CAST(CASE WHEN json_type(${document}) NOT IN ('VARCHAR', 'BOOLEAN') THEN CAST(${document} AS VARCHAR) END AS DOUBLE) = ${
      String(value)
    }`
    : code`trim(CAST(${document} AS VARCHAR)) = '${String(value)}'`;
}
