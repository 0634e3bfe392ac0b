import { type Code, code, trimmed } from "./code.ts";
import { readPredicate } from "./_predicates.ts";
import type { Expression } from "./expression.ts";
import { compare } from "./_compare.ts";
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
  ...{ "||": 70, "->": 70, "->>": 70, "#>": 70, "#>>": 70, "@>": 70, "<@": 70 },
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
  if (token.kind !== "operator" || !["-", "+", "~", "@", "|/"].includes(token.text)) {
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
  if (operator === "|/" || operator === "@") {
    if (reader.rules.dialect === "snowflake") reader.syntax("expected a value", token);
    const name = operator === "@" ? "abs" : "sqrt";
    return spanning(token, operand, { code: code` ${name}(${operand.code})`, atomic: true });
  }
  const literal = operand.literal?.kind === "number" && operator === "-"
    ? { literal: { kind: "number" as const, value: `-${operand.literal.value}` } }
    : {};
  return spanning(token, operand, {
    code: [token, numberOf(operand)],
    title: operand.title,
    holds: operand.holds === "interval" ? "interval" : "number",
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
  return readPredicate(reader, left, power);
}

function readTimeZone(reader: Reader, left: Expression): Expression {
  const words = reader.accept("AT", "TIME", "ZONE")!;
  const zone = reader.expression(AT_POWER);
  const zoned = left.holds === "timestamptz";
  const subject = left.holds === "text" || left.literal?.kind === "text"
    ? code`CAST(${left.code} AS TIMESTAMPTZ)`
    : left.code;
  return spanning(left, zone, {
    code: [subject, words, zone.code],
    holds: zoned ? "timestamp" : "timestamptz",
    title: "timezone",
  });
}

type Operands = readonly [Expression, Expression];

function binary(reader: Reader, token: ReturnType<Reader["take"]>, operands: Operands): Expression {
  const [left, right] = operands;
  const made = (written: Code, holds: Expression["holds"], atomic = false) =>
    spanning(left, right, { code: written, holds, atomic });
  const { dialect } = reader.rules;
  switch (token.text) {
    case "/":
      return { ...made(divide(reader, operands), "number", true), fraction: true };
    case "%":
      return made(
        code` dw_modulo(${trim(numberOf(left))}, ${trim(numberOf(right))})`,
        "number",
        true,
      );
    case "+":
    case "-":
      return addInterval(reader, token, operands) ?? arithmetic(reader, token, operands);
    case "*":
      return arithmetic(reader, token, operands);
    case "^":
      if (dialect === "snowflake") reader.unsupported("The operator '^'", "Use POWER", token);
      return made(code` power(${trim(left.code)}, ${trim(right.code)})`, "number", true);
    case "||":
      if (left.holds === "list" || right.holds === "list") {
        return made([left.code, token, right.code], "list");
      }
      return made([concatenated(left), token, concatenated(right)], "text");
    case "#":
      return made(code` xor(${trim(left.code)}, ${trim(right.code)})`, "number", true);
    case "~":
    case "~*":
    case "!~":
    case "!~*":
      return made(matches(token.text, operands), "boolean");
    case "->":
    case "->>":
    case "#>":
    case "#>>":
    case "@>":
    case "<@":
      return jsonOperator(reader, token, operands);
    case "&":
    case "|":
    case "<<":
    case ">>":
      return made([left.code, token, right.code], "number");
    default:
      return compare(reader, token, operands);
  }
}

/** Numbers that are divided by zero are an error in every dialect, and NULL in the engine. */
function divide(reader: Reader, [left, right]: Operands): Code {
  const safe = right.literal?.kind === "number" && Number(right.literal.value) !== 0;
  if (safe) {
    return reader.rules.dialect === "snowflake" && !left.fraction
      ? code` dw_quotient(${trim(numberOf(left))}, ${trim(numberOf(right))})`
      : code`${numberOf(left)} / ${trim(numberOf(right))}`;
  }
  // What is divided stands once here, so that a long chain of divisions stays as long as it is.
  const name = left.fraction ? "dw_ratio" : "dw_divide";
  return code` ${name}(${trim(numberOf(left))}, ${trim(numberOf(right))})`;
}

function arithmetic(
  reader: Reader,
  token: ReturnType<Reader["take"]>,
  [left, right]: Operands,
): Expression {
  const kinds = [left.holds, right.holds];
  const holds = kinds.every((kind) => kind === "number") ? "number" as const : undefined;
  const whole = reckoned(token.text, left.whole, right.whole);
  // A number of Snowflake has 38 digits; a small one of the engine does not grow by itself.
  const grows = whole !== undefined && reader.rules.dialect === "snowflake" &&
    (whole > SMALL_MAX || whole < -SMALL_MAX);
  const first = grows ? code` CAST(${trim(left.code)} AS HUGEINT)` : numberOf(left);
  return spanning(left, right, {
    code: [first, token, numberOf(right)],
    ...(holds ? { holds } : {}),
    ...(whole === undefined ? {} : { whole }),
    ...(left.fraction || right.fraction ? { fraction: true } : {}),
  });
}

const SMALL_MAX = 2n ** 31n - 1n;

function reckoned(operator: string, left?: bigint, right?: bigint): bigint | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (operator === "*") return BigInt.asIntN(127, left * right);
  return operator === "+" ? left + right : left - right;
}

/** `'a' || 1`: a number joins a text as it is written. */
function concatenated(side: Expression): Code {
  return isText(side) ? side.code : code` ${writtenOut(side)}`;
}

/** The dialects look for the pattern anywhere; the engine's own operator wants the whole text. */
function matches(operator: string, [left, right]: Operands): Code {
  const not = operator.startsWith("!") ? "NOT " : "";
  const flags = operator.endsWith("*") ? "'i'" : "''";
  return code` ${not}regexp_matches(${trim(textOf(left))}, ${trim(right.code)}, ${flags})`;
}

function jsonOperator(
  reader: Reader,
  token: ReturnType<Reader["take"]>,
  [left, right]: Operands,
): Expression {
  if (reader.rules.dialect !== "postgres") {
    const instead = reader.rules.dialect === "snowflake"
      ? "Use a path, column:name"
      : "Use JSON_EXTRACT_PATH_TEXT, or a path into a SUPER value";
    reader.unsupported(`The operator '${token.text}'`, instead, token);
  }
  if (!["->", "->>"].includes(token.text)) {
    reader.unsupported(`The operator '${token.text}'`, "Use -> and ->> step by step", token);
  }
  const holds = token.text === "->" ? "variant" as const : "text" as const;
  return spanning(left, right, {
    code: code`(CAST(${trim(left.code)} AS JSON) ${token.text} ${trim(right.code)})`,
    atomic: true,
    holds,
  });
}

const trim = trimmed;
