import { type Code, code, joined, trimmed } from "./code.ts";
import { readPredicate } from "./_predicates.ts";
import type { Expression } from "./expression.ts";
import { compare } from "./_compare.ts";
import {
  DOCUMENT_OPERATORS,
  documentOperator,
  joinedDocuments,
  listOf,
  withoutKeys,
} from "./document_operator.ts";
import { regularExpression } from "./regular_expression.ts";
import { compareRows, readOverlaps } from "./_rows.ts";
import { everyElement } from "./_quantified.ts";
import { readIndex, readPath } from "./_paths.ts";
import { readPrimary } from "./_primary.ts";
import type { Reader } from "./reader.ts";
import { readCast } from "./_types.ts";
import { isText, numberOf, spanning, textOf, writtenOut } from "./values.ts";
import { addInterval } from "./_intervals.ts";

/** How tightly operators bind, as in PostgreSQL, from which all of the dialects descend. */
const POWERS: Readonly<Record<string, number>> = {
  ...{ "OR": 10, "AND": 20 },
  ...{ "=": 50, "<": 50, ">": 50, "<=": 50, ">=": 50, "<>": 50, "!=": 50 },
  ...{ "||": 70, "->": 70, "->>": 70, "#>": 70, "#>>": 70, "@>": 70, "<@": 70, "&&": 70 },
  ...{ "?": 70, "?|": 70, "?&": 70, "#-": 70, "@?": 70, "@@": 70, "^@": 70 },
  ...{ "~~": 70, "~~*": 70, "!~~": 70, "!~~*": 70 },
  ...{ "~": 70, "~*": 70, "!~": 70, "!~*": 70, "&": 70, "|": 70, "#": 70, "<<": 70, ">>": 70 },
  ...{ "+": 80, "-": 80, "*": 90, "/": 90, "%": 90, "^": 100 },
  ...{ "[": 140, "::": 150, ":": 160 },
};
const NOT_POWER = 30;
const UNARY_POWER = 130;
const AT_POWER = 110;

/** Reads an expression whose operators bind tighter than `power`. */
export function readExpression(reader: Reader, power: number): Expression {
  let left = readPrefix(reader);
  for (let next = readNext(reader, left, power); next !== null;) {
    left = next;
    next = readNext(reader, left, power);
  }
  return left;
}

function readPrefix(reader: Reader): Expression {
  const token = reader.peek();
  if (reader.isWord("NOT")) {
    reader.take();
    const operand = reader.expression(NOT_POWER);
    return spanning(token, operand, { code: [token, operand.code], holds: "boolean" });
  }
  if (token.kind !== "operator" || !["-", "+", "~", "@", "|/", "||/"].includes(token.text)) {
    return readPrimary(reader);
  }
  reader.take();
  const operand = reader.expression(UNARY_POWER);
  return prefixed(token.text, operand, { reader, token });
}

function prefixed(
  operator: string,
  operand: Expression,
  { reader, token }: { reader: Reader; token: ReturnType<Reader["take"]> },
): Expression {
  if (["|/", "||/", "@"].includes(operator)) {
    if (reader.rules.dialect === "snowflake") reader.syntax("expected a value", token);
    const name = operator === "@" ? "abs" : operator === "|/" ? "sqrt" : "cbrt";
    return spanning(token, operand, { code: code` ${name}(${operand.code})`, atomic: true });
  }
  const literal = operand.literal?.kind === "number" && operator === "-"
    ? { literal: { kind: "number" as const, value: `-${operand.literal.value}` } }
    : {};
  return spanning(token, operand, {
    code: [token, numberOf(operand)],
    title: operand.title,
    holds: operand.holds === "interval" ? "interval" : "number",
    ...(operand.binary ? { binary: true } : {}),
    ...(operand.fraction ? { fraction: true } : {}),
    ...literal,
  });
}

function readNext(reader: Reader, left: Expression, power: number): Expression | null {
  const token = reader.peek();
  if (token.kind === "word") return readWordOperator(reader, left, power);
  if (token.kind !== "operator") return null;
  const own = POWERS[token.text] ?? 0;
  if (own <= power) return null;
  switch (token.text) {
    case "::":
      return readCast(reader, left);
    case "[":
      return readIndex(reader, left);
    case ":":
      return reader.rules.dialect === "snowflake" ? readPath(reader, left) : null;
  }
  reader.take();
  const right = reader.expression(own);
  return binary(reader, token, [left, right]);
}

function readWordOperator(reader: Reader, left: Expression, power: number): Expression | null {
  const token = reader.peek();
  const own = POWERS[token.value];
  if (own !== undefined) {
    if (own <= power) return null;
    reader.take();
    const right = reader.expression(own);
    return spanning(left, right, { code: [left.code, token, right.code], holds: "boolean" });
  }
  if (reader.isWord("AT", "TIME", "ZONE")) {
    return power < AT_POWER ? readTimeZone(reader, left) : null;
  }
  if (reader.isWord("COLLATE")) {
    reader.unsupported("COLLATE", "Compare with UPPER or LOWER on both sides", token);
  }
  return readOverlaps(reader, left, power) ?? readPredicate(reader, left, power);
}

function readTimeZone(reader: Reader, left: Expression): Expression {
  const words = reader.accept("AT", "TIME", "ZONE")!;
  const zone = reader.expression(AT_POWER);
  const zoned = left.holds === "timestamptz";
  const there = reader.rules.dialect === "redshift" ? atRedshiftZone(left, zone) : null;
  if (there !== null) {
    return spanning(left, zone, {
      code: there,
      holds: zoned ? "timestamp" : "timestamptz",
      title: "timezone",
      atomic: true,
    });
  }
  const subject = left.holds === "text" || left.literal?.kind === "text"
    ? code`CAST(${left.code} AS TIMESTAMPTZ)`
    : left.code;
  return spanning(left, zone, {
    code: [subject, words, zone.code],
    holds: zoned ? "timestamp" : "timestamptz",
    title: "timezone",
  });
}

/** To Redshift an abbreviation such as PST is so many hours from UTC, in summer too. */
function atRedshiftZone(left: Expression, zone: Expression): Code | null {
  const [moment, name] = [code`CAST(${trim(left.code)} AS TIMESTAMP)`, trim(zone.code)];
  if (left.holds === "timestamptz") return code` dw_to_zone(${name}, ${moment})`;
  return left.holds === "timestamp" || left.holds === "date"
    ? code` timezone('UTC', dw_from_zone(${name}, ${moment}))`
    : null;
}

type Operands = readonly [Expression, Expression];

function binary(reader: Reader, token: ReturnType<Reader["take"]>, operands: Operands): Expression {
  const [left, right] = operands;
  const made = (written: Code, holds: Expression["holds"], atomic = false) =>
    spanning(left, right, { code: written, holds, atomic });
  const { dialect } = reader.rules;
  if (right.quantified !== undefined) return quantified(reader, token, operands);
  if (DOCUMENT_OPERATORS.has(token.text)) return documentOperator(reader, token, operands);
  const own = dialect === "postgres" ? postgresOperator(token.text, operands) : null;
  if (own !== null) return own;
  switch (token.text) {
    case "/":
      if (left.holds === "interval") {
        return made(code` (${trim(left.code)} * (1e0 / ${trim(right.code)}))`, "interval", true);
      }
      return { ...made(divide(reader, operands), "number", true), fraction: true };
    case "%":
      return made(
        code` dw_modulo(${trim(numberOf(left))}, ${trim(numberOf(right))})`,
        "number",
        true,
      );
    case "+":
    case "-":
      if (token.text === "+" && dialect === "redshift" && operands.some(isWords)) {
        return made([concatenated(left), { ...token, text: "||" }, concatenated(right)], "text");
      }
      return addInterval(reader, token, operands) ?? arithmetic(reader, token, operands);
    case "*":
      return arithmetic(reader, token, operands);
    case "^":
      if (dialect === "snowflake") reader.unsupported("The operator '^'", "Use POWER", token);
      return made(code` power(${trim(left.code)}, ${trim(right.code)})`, "number", true);
    case "||":
      return made([concatenated(left), token, concatenated(right)], "text");
    case "#":
      return made(code` xor(${trim(left.code)}, ${trim(right.code)})`, "number", true);
    case "~":
    case "~*":
    case "!~":
    case "!~*":
      return made(matches(reader, token.text, operands), "boolean");
    case "~~":
    case "~~*":
    case "!~~":
    case "!~~*":
      return made(likePattern(reader, token.text, operands), "boolean");
    case "^@":
      return made(code` starts_with(${trim(left.code)}, ${trim(right.code)})`, "boolean", true);
    case "&":
    case "|":
    case "<<":
    case ">>":
      return made([left.code, token, right.code], "number");
    default:
      return compare(reader, token, operands);
  }
}

/** What an operator is to PostgreSQL alone, because of what stands at its sides. */
function postgresOperator(operator: string, operands: Operands): Expression | null {
  const [left, right] = operands;
  const holds = (kind: Expression["holds"]) => operands.some((each) => each.holds === kind);
  const [first, second] = [trim(left.code), trim(right.code)];
  const made = (written: Code, kind?: Expression["holds"]) =>
    spanning(left, right, { code: written, atomic: true, ...(kind ? { holds: kind } : {}) });
  switch (operator) {
    case "^":
      return made(code` dw_power(${first}, ${second})`, "number");
    case "-":
      if (left.holds === "variant") return withoutKeys(operands);
      if (left.holds !== "time" || right.holds !== "time") return null;
      return made(
        code` to_microseconds(date_diff('microsecond', ${second}, ${first}))`,
        "interval",
      );
    case "||":
      if (holds("list")) return joinedLists(made, operands);
      if (holds("variant")) return joinedDocuments(operands);
      return operands.every(mayBeList) ? made(code` dw_join(${first}, ${second})`) : null;
  }
  return compareRows(operator, operands);
}

/** Whether PostgreSQL, which knows the types, might see a list where we see a name. */
function mayBeList({ holds, literal, column }: Expression): boolean {
  return holds === undefined && literal === undefined && column !== undefined;
}

/** `array || array`, `array || element`, `element || array`. */
function joinedLists(
  made: (written: Code, kind: Expression["holds"]) => Expression,
  [left, right]: Operands,
): Expression {
  const [first, second] = [listOf(left), listOf(right)];
  const written =
    left.holds === right.holds || [left, right].some(({ literal }) => literal?.kind === "text")
      ? code` list_concat(${first}, ${second})`
      : code` dw_join(${first}, ${second})`;
  return made(written, "list");
}

/** Numbers that are divided by zero are an error in every dialect, and NULL in the engine. */
function divide(reader: Reader, [left, right]: Operands): Code {
  const safe = right.literal?.kind === "number" && Number(right.literal.value) !== 0;
  const [dividend, divisor] = [trim(numberOf(left)), trim(numberOf(right))];
  // A quotient of a quotient would stand many times in what the engine reads; NULL has no type.
  const { dialect } = reader.rules;
  const plain = dialect === "postgres" || left.fraction ||
    (dialect === "redshift" && (right.fraction || isNull(left) || isNull(right)));
  if (safe) {
    return plain
      ? code`${numberOf(left)} / ${divisor}`
      : code` dw_quotient(${dividend}, ${divisor})`;
  }
  // What is divided stands once here, so that a long chain of divisions stays as long as it is.
  const isShort = dialect === "redshift" ? !plain : !left.fraction;
  return code` ${isShort ? "dw_divide" : "dw_ratio"}(${dividend}, ${divisor})`;
}

function isNull({ literal }: Expression): boolean {
  return literal?.kind === "null";
}

function arithmetic(
  reader: Reader,
  token: ReturnType<Reader["take"]>,
  [left, right]: Operands,
): Expression {
  const kinds = [left.holds, right.holds];
  if (reader.rules.dialect === "postgres") {
    refuseDocuments(reader, token, [left, right]);
    const moment = left.holds !== undefined && MOMENTS[left.holds];
    if (moment && token.text === "-" && right.literal?.kind === "text") {
      return spanning(left, right, {
        code: [left.code, token, code` CAST(${trim(right.code)} AS ${moment})`],
        ...(left.holds === "date" ? {} : { holds: "interval" as const }),
      });
    }
  }
  const holds = kinds.every((kind) => kind === "number") ? "number" as const : undefined;
  const whole = reckoned(token.text, left.whole, right.whole);
  // A number of Snowflake has 38 digits; a small one of the engine does not grow by itself.
  const grows = whole !== undefined && reader.rules.dialect === "snowflake" &&
    (whole > SMALL_MAX || whole < -SMALL_MAX);
  const first = grows ? code` CAST(${trim(left.code)} AS HUGEINT)` : widened(left, right);
  return spanning(left, right, {
    code: [first, token, widened(right, left)],
    ...(holds ? { holds } : {}),
    ...(whole === undefined ? {} : { whole }),
    ...(left.fraction || right.fraction ? { fraction: true } : {}),
  });
}

/** What a text becomes that is taken from a date or a moment. */
const MOMENTS: Partial<Readonly<Record<string, string>>> = {
  date: "DATE",
  timestamp: "TIMESTAMP",
  timestamptz: "TIMESTAMPTZ",
};

function refuseDocuments(
  reader: Reader,
  token: ReturnType<Reader["take"]>,
  operands: Operands,
): void {
  if (operands.every(({ holds }) => holds !== "variant")) return;
  reader.unsupported(
    `The operator '${token.text}' of documents`,
    "Cast the value first, as in (doc ->> 'price')::numeric",
    token,
  );
}

/** A column of two bytes and a number of the text make a number of four, as in PostgreSQL. */
function widened(side: Expression, other: Expression): Code {
  return side.small && other.literal?.kind === "number"
    ? code` CAST(${trim(side.code)} AS INTEGER)`
    : numberOf(side);
}

const SMALL_MAX = 2n ** 31n - 1n;

function reckoned(operator: string, left?: bigint, right?: bigint): bigint | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (operator === "*") return BigInt.asIntN(127, left * right);
  return operator === "+" ? left + right : left - right;
}

/** A text that is no number and no length of time, which Redshift's `+` joins. */
function isWords({ holds, literal, column }: Expression): boolean {
  if (literal?.kind === "text") return !/^\s*[-+]?[\d.]/.test(literal.value);
  return holds === "text" && column === undefined;
}

/** `'a' || 1`: a number joins a text as it is written. */
function concatenated(side: Expression): Code {
  return isText(side) ? side.code : code` ${writtenOut(side)}`;
}

/** The dialects look for the pattern anywhere; the engine's own operator wants the whole text. */
function matches(reader: Reader, operator: string, [left, right]: Operands): Code {
  const not = operator.startsWith("!") ? "NOT " : "";
  // A line's end is a character like any other to PostgreSQL.
  const lines = reader.rules.dialect === "postgres" ? "s" : "";
  const flags = `'${operator.endsWith("*") ? "i" : ""}${lines}'`;
  const pattern = regularExpression(reader, right, { testsOnly: true });
  return code` ${not}regexp_matches(${trim(textOf(left))}, ${pattern}, ${flags})`;
}

/** LIKE and ILIKE as operators. */
function likePattern(reader: Reader, operator: string, [left, right]: Operands): Code {
  if (reader.rules.dialect !== "postgres") reader.syntax("expected an operator", reader.previous);
  const word = `${operator.startsWith("!") ? "NOT " : ""}${
    operator.endsWith("*") ? "ILIKE" : "LIKE"
  }`;
  return code`${left.code} ${word} ${trim(right.code)} ESCAPE '\\'`;
}

/** `value = ANY (array)`: what the operator says of one element, or of all. */
function quantified(
  reader: Reader,
  token: ReturnType<Reader["take"]>,
  [left, right]: Operands,
): Expression {
  const { all, list } = right.quantified!;
  const among = !all && token.text === "=" || all && ["<>", "!="].includes(token.text);
  const { items = [] } = list;
  if (among && items.length > 0 && left.holds !== "variant") {
    const values = joined(items.map((item) => trim(item.code)), ", ");
    const word = all ? "NOT IN" : "IN";
    return spanning(left, right, {
      code: code`${left.code} ${word} (${values})`,
      holds: "boolean",
    });
  }
  const element = spanning(right, right, { code: " dw_q", atomic: true, holds: "text" });
  const each = binary(reader, token, [left, element]);
  return spanning(left, right, {
    code: everyElement({ all, list }, each),
    holds: "boolean",
    atomic: true,
  });
}

const trim = trimmed;
