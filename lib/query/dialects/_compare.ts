import { type Code, code, trimmed } from "./code.ts";
import type { Expression, Holds } from "./expression.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";
import { spanning } from "./values.ts";

/** Types that the text of a document's value is read as, to be compared with such a value. */
const COMPARED_AS: Partial<Readonly<Record<Holds, string>>> = {
  boolean: "BOOLEAN",
  date: "DATE",
  number: "DOUBLE",
  time: "TIME",
  timestamp: "TIMESTAMP",
  timestamptz: "TIMESTAMPTZ",
};

/** `left = right`, where one of them may be a value inside a document. */
export function compare(
  reader: Reader,
  operator: Token,
  [left, right]: readonly [Expression, Expression],
): Expression {
  const [first, second] = comparable(reader, [left, right], operator);
  return spanning(left, right, { code: [first, operator, second], holds: "boolean" });
}

/** Both sides of a comparison as values of one type. */
export function comparable(
  reader: Reader,
  [left, right]: readonly [Expression, Expression],
  at: Token,
): readonly [Code, Code] {
  const documents = [left, right].filter(({ holds }) => holds === "variant").length;
  if (documents !== 1 || left.literal?.kind === "null" || right.literal?.kind === "null") {
    return [left.code, right.code];
  }
  if (left.holds === "variant") return [valueLike(left, right), sideOf(reader, right, at)];
  return [sideOf(reader, left, at), valueLike(right, left)];
}

/** The document's value, read as what it is compared with. */
function valueLike(document: Expression, other: Expression): Code {
  const text = code`dw_text(${trimmed(document.code)})`;
  const type = other.holds === undefined ? undefined : COMPARED_AS[other.holds];
  return type === undefined ? code` ${text}` : code` TRY_CAST(${text} AS ${type})`;
}

function sideOf(reader: Reader, other: Expression, at: Token): Code {
  if (other.holds !== undefined || other.literal?.kind === "text") return other.code;
  const symmetric = ["=", "<>", "!="].includes(at.text);
  if (symmetric) return code` dw_text(${trimmed(other.code)})`;
  return reader.unsupported(
    "Comparing a value inside a document with a column",
    "Cast the value to the column's type, as in doc:price::number < price",
    at,
  );
}
