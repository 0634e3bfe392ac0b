import { type Code, code, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";

/** The text of a document's value: a JSON text without its quotes, anything else as written. */
export function textOf({ code: value, holds }: Expression): Code {
  return holds === "variant" ? code` dw_text(${trimmed(value)})` : value;
}

/** Whether it is a text already, so that nothing need make it one. */
export function isText({ holds, literal }: Expression): boolean {
  return holds === "text" || literal?.kind === "text";
}

/** Any value as the dialect writes it out. */
export function writtenOut(value: Expression): Code {
  return isText(value) ? trimmed(value.code) : code`dw_text(${trimmed(value.code)})`;
}

/** A document's value as a number, for arithmetic; a text of digits is one. */
export function numberOf({ code: value, holds, literal }: Expression): Code {
  if (holds === "variant") return code` CAST(dw_text(${trimmed(value)}) AS DOUBLE)`;
  const isDigits = literal?.kind === "text" && /^-?\d+(?:\.\d+)?$/.test(literal.value);
  return isDigits ? ` ${literal.value}` : value;
}

/** The value as a document; a condition and NULL stay what they are. */
export function asDocument(value: Expression): Expression {
  const stays = value.holds === "variant" || value.holds === "boolean" ||
    value.literal?.kind === "null";
  return stays
    ? value
    : { ...value, code: code` to_json(${trimmed(value.code)})`, holds: "variant" };
}

/** Brackets around what binds less tightly than a call. */
export function atom(expression: Expression): Code {
  return expression.atomic ? trimmed(expression.code) : code`(${trimmed(expression.code)})`;
}

/** An expression of ours that spans the given ones. */
export function spanning(
  first: { readonly from: number },
  last: { readonly to: number },
  rest: Omit<Expression, "from" | "to">,
): Expression {
  return { ...rest, from: first.from, to: last.to };
}
