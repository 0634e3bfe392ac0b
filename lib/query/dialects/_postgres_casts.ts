import { type Code, code, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
import {
  booleanLiteral,
  type BraceList,
  canonicalJson,
  momentLiteral,
  readBraces,
  writeBraces,
} from "./_literals.ts";
import { quotedText } from "./names.ts";
import type { Reader } from "./reader.ts";

/** What a cast needs to know of a type. */
interface Target {
  readonly sql: string;
  readonly holds?: Expression["holds"];
  readonly template?: string;
  readonly word: string;
}

/** A value and the type it is cast to, as the engine must see them. */
export interface AdaptedCast {
  readonly value: Expression;
  readonly template?: string;
  /** What is known of the result beyond its type. */
  readonly known?: Partial<Expression>;
}

const MOMENTS: ReadonlySet<string | undefined> = new Set([
  "date",
  "time",
  "timestamp",
  "timestamptz",
]);
const WHOLE = /^(?:BIGINT|INTEGER|SMALLINT)$/;

/** What PostgreSQL reads or rounds in a cast unlike the engine. */
export function adaptCast(reader: Reader, value: Expression, type: Target): AdaptedCast {
  const text = value.literal?.kind === "text" ? value.literal.value : null;
  if (text !== null) return adaptText(reader, value, { type, text });
  if (type.sql.endsWith("[]")) return castList(value);
  if (value.holds === "variant" && type.holds === "text") {
    return { value, template: type.template?.replace("dw_text(", "dw_json_text(") };
  }
  if (type.template === "dw_numeric($1)") return { value, ...numericTemplate(value) };
  // A quotient or a mean is a decimal here, whose halves are rounded away from zero.
  if (value.fraction && WHOLE.test(type.sql)) {
    return { value, template: `CAST(round($1) AS ${type.sql})` };
  }
  const binary = /^(?:DOUBLE|FLOAT)$/.test(type.sql);
  return binary ? { value, known: { binary } } : { value };
}

/** Numerics have as many places as their values; of an aggregate the engine knows too little. */
function numericTemplate({ whole, literal, column }: Expression): { readonly template?: string } {
  if (whole !== undefined) return { template: "CAST($1 AS DECIMAL(38,0))" };
  const places = literal?.kind === "number" ? /^-?\d*\.(\d*)$/.exec(literal.value)?.[1] : undefined;
  if (places !== undefined) return { template: `CAST($1 AS DECIMAL(38,${places.length}))` };
  return column === undefined ? {} : { template: "dw_numeric_column($1)" };
}

function castList(value: Expression): AdaptedCast {
  const isKnown = value.holds === "list" || value.column === undefined;
  const adapted = isKnown
    ? value
    : { ...value, code: code`dw_from_braces(${trimmed(value.code)})` };
  return { value: adapted, known: { holds: "list" } };
}

function adaptText(
  reader: Reader,
  value: Expression,
  { type, text }: { readonly type: Target; readonly text: string },
): AdaptedCast {
  const replaced = (written: Code): Expression => ({ ...value, code: code` ${written}` });
  const refuse = (hint: string) =>
    reader.unsupported(`${quotedText(text)} as ${type.word}`, hint, value);
  if (type.sql.endsWith("[]")) {
    const braces = readBraces(text);
    if (braces === null) return refuse("Write a list between braces, as in '{1,2}'");
    const depth = nesting(braces) - 1;
    const template = `CAST($1 AS ${type.sql}${"[]".repeat(depth)})`;
    return { value: replaced(writeBraces(braces)), template, known: { holds: "list" } };
  }
  if (type.sql === "JSON") {
    const document = canonicalJson(text);
    if (document === null) return refuse("Write a document, as in '{\"a\": [1, 2]}'");
    const written = type.word === "JSONB" ? quotedText(document) : value.code;
    return { value: { ...value, code: written }, known: { document } };
  }
  if (type.sql === "BOOLEAN") {
    const written = booleanLiteral(text);
    return written === null ? { value } : { value: replaced(`'${written}'`) };
  }
  if (MOMENTS.has(type.holds)) {
    const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
    const written = compact === null || type.holds === "time"
      ? momentLiteral(text, type.holds!)
      : `'${compact.slice(1).join("-")}'`;
    if (written === null) return refuse("Write it as in '2020-12-31 23:59:59.5'");
    return { value: replaced(written) };
  }
  if (type.template === "dw_numeric($1)") {
    const scale = /^\s*[+-]?\d*(?:\.(\d*))?\s*$/.exec(text);
    const places = scale === null ? null : Math.min(30, scale[1]?.length ?? 0);
    return places === null ? { value } : { value, template: `CAST($1 AS DECIMAL(38,${places}))` };
  }
  return /^(?:DOUBLE|FLOAT)$/.test(type.sql) ? { value, known: { binary: true } } : { value };
}

function nesting(list: BraceList): number {
  return 1 +
    Math.max(
      0,
      ...list.map((item) => item === null || typeof item === "string" ? 0 : nesting(item)),
    );
}
