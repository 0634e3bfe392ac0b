import { code, trimmed } from "./code.ts";
import { callOf, finishCall } from "./_call.ts";
import type { Expression } from "./expression.ts";
import { readHigherOrder } from "./_lambdas.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";
import { cast, castCode, checkedCast, readType } from "./_types.ts";
import { spanning } from "./values.ts";

type ReadSpecial = (reader: Reader, name: Token) => Expression | null;

/** Calls whose brackets hold more than arguments. */
const SPECIAL: Readonly<Record<string, ReadSpecial>> = {
  ALL: readQuantified,
  ANY: readQuantified,
  APPROXIMATE: readApproximate,
  ARRAY: readArray,
  CAST: readCastCall,
  CONVERT: readConvert,
  DATE_PART: readPartFrom,
  EXTRACT: readExtract,
  FILTER: readHigherOrder,
  OVERLAY: readOverlay,
  POSITION: readPosition,
  REDUCE: readHigherOrder,
  ROW: readRow,
  SOME: readQuantified,
  SUBSTRING: readSubstring,
  TRANSFORM: readHigherOrder,
  TRIM: readTrim,
  TRY_CAST: readTryCast,
};

/** Reads a call of a form of its own, or nothing if this is none. */
export function readSpecialCall(reader: Reader): Expression | null {
  const name = reader.peek();
  if (!Object.hasOwn(SPECIAL, name.value)) return null;
  const back = reader.mark();
  const read = SPECIAL[name.value]!(reader, name);
  if (read === null) back();
  return read;
}

function readCastCall(reader: Reader, name: Token): Expression | null {
  const [value, type] = readCastArguments(reader);
  const close = reader.expectOperator(")");
  const made = checkedCast(reader, value, type);
  return { ...made, code: [name.lead, trimmed(made.code)], from: name.from, to: close.to };
}

function readCastArguments(reader: Reader): readonly [Expression, ReturnType<typeof readType>] {
  reader.take();
  reader.expectOperator("(");
  const value = reader.expression();
  reader.expectWord("AS");
  return [value, readType(reader)];
}

function readTryCast(reader: Reader, name: Token): Expression | null {
  if (!reader.isOperator("(", 1)) return null;
  if (reader.rules.dialect === "postgres") return null;
  const [value, type] = readCastArguments(reader);
  const close = reader.expectOperator(")");
  if (type.lengthMax !== undefined) return tryText(name, value, { type, to: close.to });
  if (type.holds === "text" || type.holds === "variant") {
    return spanning(name, close, {
      code: castCode(value.code, type),
      holds: type.holds,
      atomic: true,
    });
  }
  const moment = reader.rules.dialect === "snowflake" ? TRY_MOMENTS[type.sql] : undefined;
  if (moment !== undefined && value.literal?.kind !== "null") {
    return spanning(name, close, {
      code: code` ${moment}(CAST(dw_text(${trimmed(value.code)}) AS VARCHAR))`,
      holds: type.holds!,
      title: value.column ?? "try_cast",
      atomic: true,
    });
  }
  const inner = code`dw_scalar(${trimmed(value.code)})`;
  const whole = /^(BIGINT|INTEGER|SMALLINT)$/.test(type.sql)
    ? code`round(TRY_CAST(${inner} AS DECIMAL(38,9)))`
    : inner;
  return spanning(name, close, {
    code: [name.lead, { text: "TRY_CAST(", at: name.from }, whole, ` AS ${type.sql})`],
    ...(type.holds ? { holds: type.holds } : {}),
    title: value.column ?? "try_cast",
    atomic: true,
  });
}

/** How Snowflake reads a date or a time, and gives NULL where a text is none. */
const TRY_MOMENTS: Readonly<Record<string, string>> = {
  DATE: "dw_try_date",
  TIME: "dw_try_time",
  TIMESTAMP: "dw_try_moment",
  TIMESTAMPTZ: "dw_try_zoned",
};

/** TRY_CAST to a text of a length: what is longer becomes NULL. */
function tryText(
  name: Token,
  value: Expression,
  { type, to }: { readonly type: ReturnType<typeof readType>; readonly to: number },
): Expression {
  const text = code`dw_text(${trimmed(value.code)})`;
  return spanning(name, { to }, {
    code: code` CASE WHEN length(${text}) <= ${String(type.lengthMax)} THEN ${text} END`,
    holds: "text",
    title: value.column ?? "try_cast",
  });
}

/** Redshift's CONVERT(type, value). */
function readConvert(reader: Reader, name: Token): Expression | null {
  if (reader.rules.dialect !== "redshift") return null;
  reader.take();
  reader.expectOperator("(");
  const type = readType(reader);
  reader.expectOperator(",");
  const value = reader.expression();
  const close = reader.expectOperator(")");
  return { ...cast(value, type), from: name.from, to: close.to };
}

/** EXTRACT(part FROM value) is DATE_PART in other words. */
function readExtract(reader: Reader, name: Token): Expression | null {
  if (!reader.isOperator("(", 1)) return null;
  reader.take();
  reader.take();
  const token = reader.take();
  const part = spanning(token, token, { code: token, word: token.value.toUpperCase() });
  reader.expectWord("FROM");
  const value = reader.expression();
  const title = reader.rules.dialect === "postgres" ? "extract" : "date_part";
  return finishCall(callOf(reader, name, [part, value]), "DATE_PART", title);
}

/** Snowflake's DATE_PART(part FROM value). */
function readPartFrom(reader: Reader, name: Token): Expression | null {
  const from = reader.peek(3);
  const isFrom = from.kind === "word" && from.value === "FROM";
  return isFrom && reader.rules.dialect === "snowflake" ? readExtract(reader, name) : null;
}

function readPosition(reader: Reader, name: Token): Expression | null {
  if (!reader.isOperator("(", 1)) return null;
  reader.take();
  reader.take();
  const sought = reader.expression(60);
  if (!reader.isWord("IN")) return null;
  reader.take();
  const text = reader.expression();
  return finishCall(callOf(reader, name, [sought, text]), "POSITION", "position");
}

function readSubstring(reader: Reader, name: Token): Expression | null {
  if (!reader.isOperator("(", 1)) return null;
  reader.take();
  reader.take();
  const values = [reader.expression()];
  if (reader.isWord("FOR") && reader.rules.dialect === "postgres") {
    const count = reader.accept("FOR") && reader.expression();
    const one: Expression = spanning(name, name, {
      code: "1",
      literal: { kind: "number", value: "1" },
      holds: "number",
    });
    values.push(reader.accept("FROM") ? reader.expression() : one, count!);
    return finishCall(callOf(reader, name, values), "SUBSTRING", "substring");
  }
  if (!reader.isWord("FROM")) return null;
  reader.take();
  values.push(reader.expression());
  if (reader.accept("FOR")) values.push(reader.expression());
  return finishCall(callOf(reader, name, values), "SUBSTRING", "substring");
}

function readOverlay(reader: Reader, name: Token): Expression | null {
  if (!reader.isOperator("(", 1)) return null;
  reader.take();
  reader.take();
  const values = [reader.expression()];
  if (!reader.isWord("PLACING")) return null;
  reader.take();
  values.push(reader.expression());
  reader.expectWord("FROM");
  values.push(reader.expression());
  if (reader.accept("FOR")) values.push(reader.expression());
  return finishCall(callOf(reader, name, values), "OVERLAY", "overlay");
}

const TRIM_SIDES: Readonly<Record<string, string>> = {
  BOTH: "BTRIM",
  LEADING: "LTRIM",
  TRAILING: "RTRIM",
};

/** TRIM([BOTH | LEADING | TRAILING] [characters FROM] text). */
function readTrim(reader: Reader, name: Token): Expression | null {
  if (!reader.isOperator("(", 1)) return null;
  reader.take();
  reader.take();
  const side = reader.peek().kind === "word" ? TRIM_SIDES[reader.peek().value] : undefined;
  if (side !== undefined) reader.take();
  const values: Expression[] = reader.isWord("FROM") ? [] : [reader.expression()];
  if (reader.accept("FROM")) {
    values.unshift(reader.expression());
    if (values.length === 1 && reader.acceptOperator(",")) values.push(reader.expression());
  } else if (side === undefined) return null;
  else if (reader.acceptOperator(",")) values.push(reader.expression());
  const rule = side ?? "BTRIM";
  const named = { ...name, text: rule.toLowerCase(), value: rule };
  return finishCall(callOf(reader, named, values), rule, "btrim");
}

/** PostgreSQL's ARRAY[…]; Redshift's ARRAY(…) is a function like any other. */
function readArray(reader: Reader, name: Token): Expression | null {
  if (reader.rules.dialect !== "postgres") return null;
  if (!reader.isOperator("[", 1)) return readArrayQuery(reader, name);
  reader.take();
  const open = reader.take();
  const items = reader.isOperator("]") ? [] : reader.list(() => readElement(reader));
  const close = reader.expectOperator("]");
  const written = items.map(({ item, comma }) => [comma, item.code]);
  return spanning(name, close, {
    code: [name.lead, open, written, close],
    title: "array",
    holds: "list",
    atomic: true,
    items: items.map(({ item }) => item),
  });
}

/** An element, which may be an array without its word. */
function readElement(reader: Reader): Expression {
  if (!reader.isOperator("[")) return reader.expression();
  const open = reader.take();
  const items = reader.isOperator("]") ? [] : reader.list(() => readElement(reader));
  const close = reader.expectOperator("]");
  const written = items.map(({ item, comma }) => [comma, item.code]);
  return spanning(open, close, { code: [open, written, close], holds: "list", atomic: true });
}

/** ARRAY(query): the only column of its rows as a list. */
function readArrayQuery(reader: Reader, name: Token): Expression | null {
  if (!reader.isOperator("(", 1)) return null;
  reader.take();
  reader.take();
  if (!["SELECT", "WITH", "VALUES"].some((word) => reader.isWord(word))) return null;
  const query = reader.query();
  const close = reader.expectOperator(")");
  return spanning(name, close, {
    code: code` ARRAY(${query})`,
    title: "array",
    holds: "list",
    atomic: true,
  });
}

/** Redshift's APPROXIMATE before an aggregate: the exact answer is as good an estimate as any. */
function readApproximate(reader: Reader): Expression | null {
  if (reader.rules.dialect !== "redshift" || !reader.isOperator("(", 2)) return null;
  reader.take();
  return reader.expression(170);
}

/** `= ANY (…)`: a query, or in PostgreSQL an array. */
function readQuantified(reader: Reader, name: Token): Expression | null {
  if (!reader.isOperator("(", 1)) return null;
  reader.take();
  const open = reader.take();
  const isQuery = reader.isWord("SELECT") || reader.isWord("WITH") || reader.isWord("VALUES");
  if (!isQuery && reader.rules.dialect !== "postgres") reader.syntax("expected a query");
  const list = isQuery ? null : reader.expression();
  const inner = list === null ? reader.query() : list.code;
  const close = reader.expectOperator(")");
  return spanning(name, close, {
    code: [name, open, inner, close],
    atomic: true,
    ...(list === null ? {} : { quantified: { all: name.value === "ALL", list } }),
  });
}

function readRow(reader: Reader, name: Token): Expression | null {
  if (reader.rules.dialect !== "postgres" || !reader.isOperator("(", 1)) return null;
  reader.take();
  const values = reader.expression(170);
  return spanning(name, values, {
    code: [name, values.code],
    atomic: true,
    title: "row",
    ...(values.row ? { row: values.row } : {}),
  });
}
