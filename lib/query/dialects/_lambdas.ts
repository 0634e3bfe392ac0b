import { type Code, code, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
import { isName, writeName } from "./names.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";
import { castCode, type CastType, readType } from "./_types.ts";
import { numberOf, spanning, textOf } from "./values.ts";

interface Parameter {
  readonly name: Token;
  readonly type: CastType | null;
}

interface Lambda {
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

/** Snowflake's FILTER, TRANSFORM and REDUCE, whose last argument is a lambda. */
export function readHigherOrder(reader: Reader, name: Token): Expression | null {
  if (reader.rules.dialect !== "snowflake" || !reader.isOperator("(", 1)) return null;
  reader.take();
  reader.take();
  const list = code`dw_entries(${trimmed(reader.expression().code)})`;
  reader.expectOperator(",");
  const written = name.value === "REDUCE"
    ? readReduction(reader, list, name)
    : readElementwise(reader, list, name);
  const close = reader.expectOperator(")");
  return spanning(name, close, { ...written, title: name.value.toLowerCase(), atomic: true });
}

type Written = Pick<Expression, "code" | "holds">;

function readElementwise(reader: Reader, list: Code, name: Token): Written {
  const { parameters, body } = readLambda(reader, 1);
  const [{ name: token, type }] = parameters as readonly [Parameter];
  const element = trimmed(writeName(token));
  if (name.value === "FILTER") {
    const condition = trimmed(body.code);
    const kept: Code = type === null
      ? code`lambda ${element}: ${condition}`
      : code`lambda dw_x: list_transform([${
        trimmed(castCode("dw_x", type))
      }], lambda ${element}: ${condition})[1]`;
    return { code: code` to_json(list_filter(${list}, ${kept}))`, holds: "variant" };
  }
  const source = type === null
    ? list
    : code`list_transform(${list}, lambda dw_x: ${trimmed(castCode("dw_x", type))})`;
  const made = code`lambda ${element}: ${documentOf(body, type === null)}`;
  return { code: code` to_json(list_transform(${source}, ${made}))`, holds: "variant" };
}

/** REDUCE(array, start, lambda): what is carried along is a document, and ends as what it began. */
function readReduction(reader: Reader, list: Code, name: Token): Written {
  const start = reader.expression();
  reader.expectOperator(",");
  const { parameters, body } = readLambda(reader, 2);
  const typed = parameters.find(({ type }) => type !== null && type.holds !== "number");
  if (typed !== undefined) {
    return reader.unsupported(
      `A parameter of this type in ${name.value}`,
      "Leave the type out, and cast inside of the lambda",
      typed.name,
    );
  }
  const names = parameters.map((each) => trimmed(writeName(each.name)));
  const reduced = code`list_reduce(${list}, lambda ${names[0]!}, ${names[1]!}: ${
    documentOf(body, true)
  }, to_json(${trimmed(start.code)}))`;
  const made: Expression = spanning(start, start, { code: reduced, holds: "variant" });
  if (start.holds === "number") return { code: code` ${trimmed(numberOf(made))}`, holds: "number" };
  const isText = start.holds === "text" || start.literal?.kind === "text";
  return isText
    ? { code: code` ${trimmed(textOf(made))}`, holds: "text" }
    : { code: code` ${reduced}`, holds: "variant" };
}

function readLambda(reader: Reader, count: number): Lambda {
  const open = reader.acceptOperator("(");
  const parameters = reader.list(() => readParameter(reader)).map(({ item }) => item);
  if (open !== null) reader.expectOperator(")");
  if (parameters.length !== count) {
    reader.syntax(`expected a lambda of ${count === 1 ? "one parameter" : "two parameters"}`);
  }
  reader.expectOperator("->");
  return { parameters, body: readBody(reader, parameters) };
}

function readParameter(reader: Reader): Parameter {
  const name = reader.take();
  if (!isName(name)) return reader.syntax("expected the name of a parameter", name);
  const isPlain = ["->", ",", ")"].some((text) => reader.isOperator(text));
  return { name, type: isPlain ? null : readType(reader) };
}

/** Inside of the lambda its parameters are documents, unless they have a type. */
function readBody(reader: Reader, parameters: readonly Parameter[]): Expression {
  const outside = new Set(reader.documents);
  for (const { name, type } of parameters) {
    if (type === null || parameters.length > 1) reader.documents.add(name.value.toUpperCase());
    else reader.documents.delete(name.value.toUpperCase());
  }
  const body = reader.expression();
  reader.documents.clear();
  for (const each of outside) reader.documents.add(each);
  return body;
}

/** What a lambda gives, as a document. */
function documentOf(body: Expression, isLoose: boolean): Code {
  const value = trimmed(body.code);
  if (body.holds === "variant") return value;
  // Numbers out of documents are reckoned as doubles.
  const isReckoned = body.holds === "number" || (isLoose && body.holds === undefined);
  return isReckoned && isLoose ? code`dw_loose(${value})` : code`to_json(${value})`;
}
