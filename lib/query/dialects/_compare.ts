import { type Code, code, trimmed } from "./code.ts";
import type { Expression, Holds } from "./expression.ts";
import { canonicalJson } from "./_literals.ts";
import { quotedText } from "./names.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";
import { spanning } from "./values.ts";
import { withoutBlanks } from "./without_blanks.ts";

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
  const asked = reader.rules.dialect === "postgres"
    ? compareDocuments(reader, operator, [left, right])
    : null;
  if (asked !== null) return asked;
  const [first, second] = comparable(reader, [left, right], operator);
  return spanning(left, right, { code: [first, operator, second], holds: "boolean" });
}

/** PostgreSQL reads a text beside a document as one, and documents are equal however written. */
function compareDocuments(
  reader: Reader,
  operator: Token,
  [left, right]: readonly [Expression, Expression],
): Expression | null {
  const isEqual = ["=", "<>", "!="].includes(operator.text);
  const given = [left, right].find((each) => each.document ?? each.literal?.kind === "text");
  const other = given === left ? right : left;
  if (!isEqual || given === undefined || other.holds !== "variant") return null;
  const text = given.document ?? canonicalJson(given.literal!.value);
  if (text === null) {
    return reader.unsupported(
      `A document compared with a text that is none`,
      "Compare with ->>, or write the text as JSON, with its quotes",
      operator,
    );
  }
  if (/^\{./.test(text) && text !== "{}") {
    return reader.unsupported("Equal objects", "Use @>, or compare their parts with ->>", operator);
  }
  const value = code`CAST(${trimmed(other.code)} AS JSON)`;
  const sign = operator.text === "=" ? "=" : "<>";
  const written = /^[-\d]/.test(text)
    ? code` (json_type(${value}) NOT IN ('VARCHAR', 'BOOLEAN') AND TRY_CAST(CAST(${value} AS VARCHAR) AS DOUBLE) ${sign} ${text})`
    : code` dw_json_text(${value}) ${sign} dw_json_text(${quotedText(text)})`;
  return spanning(left, right, { code: written, holds: "boolean", atomic: true });
}

/** Both sides of a comparison as values of one type. */
export function comparable(
  reader: Reader,
  [left, right]: readonly [Expression, Expression],
  at: Token,
): readonly [Code, Code] {
  const documents = [left, right].filter(({ holds }) => holds === "variant").length;
  if (documents !== 1 || left.literal?.kind === "null" || right.literal?.kind === "null") {
    return [withoutBlanks(reader, left, right), withoutBlanks(reader, right, left)];
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
