import { readCall } from "./_call.ts";
import { type Code, code, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
import { readInterval } from "./_intervals.ts";
import { isColumnName, isName, quoted, titleOf, writeName, writeTitle } from "./names.ts";
import type { Reader } from "./reader.ts";
import { readSpecialCall } from "./_special_calls.ts";
import type { Token } from "./tokens.ts";
import { checkedCast, isTypedText, readType } from "./_types.ts";
import { asDocument, spanning, textOf } from "./values.ts";
import { withoutBlanks } from "./without_blanks.ts";

/** Reads a value: a literal, a column, a call, a CASE, or something in brackets. */
export function readPrimary(reader: Reader): Expression {
  const token = reader.peek();
  switch (token.kind) {
    case "number":
      return numberLiteral(reader);
    case "string":
      return literal(reader.take(), "text");
    case "operator":
      return readBracketed(reader, token);
    case "quoted":
      return readColumn(reader);
    case "end":
      return reader.syntax("expected a value");
    case "word":
      return readWord(reader, token);
  }
}

function numberLiteral(reader: Reader): Expression {
  const token = reader.take();
  if (reader.rules.dialect === "postgres" && !Number.isFinite(Number(token.value))) {
    reader.unsupported("A number of so many digits", "Numbers have 38 digits here", token);
  }
  return literal(token, "number");
}

function literal(token: Token, kind: "number" | "text"): Expression {
  return spanning(token, token, {
    code: token,
    literal: { kind, value: token.value },
    ...(kind === "number" ? { holds: "number" as const } : {}),
    ...(kind === "number" && /^\d+$/.test(token.value) ? { whole: BigInt(token.value) } : {}),
    atomic: true,
  });
}

const CONSTANTS: Readonly<Record<string, "boolean" | "null">> = {
  TRUE: "boolean",
  FALSE: "boolean",
  NULL: "null",
};

/** Functions that are called without brackets, and what they are here. */
const BARE: Readonly<Record<string, readonly [text: string, holds: Expression["holds"]]>> = {
  CURRENT_DATE: ["CAST(now() AS DATE)", "date"],
  CURRENT_TIME: ["CAST(CAST(now() AS TIMESTAMP) AS TIME)", "time"],
  CURRENT_TIMESTAMP: ["now()", "timestamptz"],
  LOCALTIME: ["CAST(CAST(now() AS TIMESTAMP) AS TIME)", "time"],
  LOCALTIMESTAMP: ["CAST(now() AS TIMESTAMP)", "timestamp"],
  SYSDATE: ["CAST(now() AS TIMESTAMP)", "timestamp"],
  CURRENT_SCHEMA: ["'public'", "text"],
  CURRENT_USER: ["'user'", "text"],
  SESSION_USER: ["'user'", "text"],
  USER: ["'user'", "text"],
};

function readWord(reader: Reader, token: Token): Expression {
  const constant = CONSTANTS[token.value];
  if (constant !== undefined) {
    reader.take();
    return spanning(token, token, {
      code: token,
      literal: { kind: constant, value: token.value },
      ...(constant === "boolean" ? { holds: "boolean" as const } : {}),
      atomic: true,
    });
  }
  if (token.value === "CASE") return readCase(reader);
  if (token.value === "INTERVAL" && ["string", "number"].includes(reader.peek(1).kind)) {
    return readInterval(reader);
  }
  if (isTypedText(reader)) return readTypedText(reader);
  if (token.value === "EXISTS" && reader.isOperator("(", 1)) return readExists(reader);
  const special = readSpecialCall(reader);
  if (special !== null) return special;
  if (reader.isOperator("(", 1)) return readCall(reader);
  const bare = BARE[token.value];
  if (bare !== undefined && !(token.value === "SYSDATE" && reader.rules.dialect === "postgres")) {
    reader.take();
    const [text, holds] = bare;
    return spanning(token, token, {
      code: [token.lead, { text, at: token.from }],
      ...(holds ? { holds } : {}),
      title: reader.rules.fold(token.text),
      atomic: true,
    });
  }
  return readColumn(reader);
}

function readTypedText(reader: Reader): Expression {
  const lead = reader.peek().lead;
  const type = readType(reader);
  const value = literal(reader.take(), "text");
  const made = checkedCast(reader, value, type);
  return { ...made, code: [lead, trimmed(made.code)], to: value.to, from: reader.previous.from };
}

function readCase(reader: Reader): Expression {
  const start = reader.expectWord("CASE");
  const subject = reader.isWord("WHEN") ? null : reader.expression();
  const branches: { readonly words: readonly Code[]; readonly result: Expression }[] = [];
  while (reader.isWord("WHEN")) {
    const when = reader.take();
    const condition = reader.expression();
    const sought = subject === null
      ? condition.code
      : soughtIn(subject, { ...condition, code: withoutBlanks(reader, condition, subject) });
    const words = [when, sought, reader.expectWord("THEN")];
    branches.push({ words, result: reader.expression() });
  }
  if (reader.isWord("ELSE")) branches.push({ words: [reader.take()], result: reader.expression() });
  const end = reader.expectWord("END");
  const documents = branches.some(({ result }) => result.holds === "variant");
  const results = branches.map(({ result }) => documents ? asDocument(result) : result);
  const kinds = new Set(
    results.filter((each) => each.literal?.kind !== "null").map(({ holds }) => holds),
  );
  const [holds] = kinds;
  const pieces = branches.map(({ words }, i): Code => [words, results[i]!.code]);
  return spanning(start, end, {
    code: [
      start,
      subject === null ? "" : spacedText({ ...subject, code: withoutBlanks(reader, subject) }),
      pieces,
      end,
    ],
    title: "case",
    atomic: true,
    ...(kinds.size === 1 && holds !== undefined ? { holds } : {}),
  });
}

/** A value inside a document is compared by its text, so what is sought must be one. */
function soughtIn(subject: Expression, sought: Expression): Code {
  if (subject.holds !== "variant" || sought.holds === "variant") return spacedText(sought);
  return sought.literal?.kind === "number"
    ? ` '${sought.literal.value}'`
    : code` ${trimmed(sought.code)}`;
}

function spacedText(value: Expression): Code {
  return value.holds === "variant" ? code` ${trimmed(textOf(value))}` : value.code;
}

function readExists(reader: Reader): Expression {
  const exists = reader.take();
  const open = reader.expectOperator("(");
  const query = reader.query();
  const close = reader.expectOperator(")");
  return spanning(exists, close, {
    code: [exists, open, query, close],
    holds: "boolean",
    title: "exists",
    atomic: true,
  });
}

function readBracketed(reader: Reader, token: Token): Expression {
  if (token.text === "(") return readParentheses(reader);
  if (token.text.startsWith("$")) return readDollar(reader);
  const snowflake = reader.rules.dialect === "snowflake";
  if (token.text === "[" && snowflake) return readArray(reader);
  if (token.text === "{" && snowflake) return readObject(reader);
  if (token.text === "*") return readStar(reader, []);
  if (token.text === ":" && isName(reader.peek(1))) {
    reader.take();
    const name = reader.take();
    return spanning(token, name, {
      code: [token.lead, { text: `$${name.text}`, at: token.from }],
      atomic: true,
    });
  }
  return reader.syntax("expected a value");
}

function readParentheses(reader: Reader): Expression {
  const open = reader.expectOperator("(");
  if (reader.isWord("SELECT") || reader.isWord("WITH") || reader.isWord("VALUES")) {
    const query = reader.query();
    const close = reader.expectOperator(")");
    return spanning(open, close, { code: [open, query, close], atomic: true });
  }
  const items = reader.list(() => reader.expression());
  const close = reader.expectOperator(")");
  const [only] = items;
  const written = [open, items.map(({ item, comma }) => [comma, item.code]), close];
  if (items.length > 1) {
    const row = items.map(({ item }) => item);
    return spanning(open, close, { code: written, atomic: true, row });
  }
  const { literal: value, word: _word, named: _named, ...rest } = only!.item;
  return spanning(open, close, {
    ...rest,
    ...(value?.kind === "number" || value?.kind === "text" ? { literal: value } : {}),
    code: written,
    atomic: true,
  });
}

/** `$1` is a column by its place in Snowflake; other names are parameters. */
function readDollar(reader: Reader): Expression {
  const token = reader.take();
  const place = reader.rules.dialect === "snowflake" && /^\$\d+$/.test(token.text);
  const text = place ? `#${token.text.slice(1)}` : token.text;
  return spanning(token, token, {
    code: [token.lead, { text, at: token.from }],
    atomic: true,
    ...(place ? { title: token.text } : {}),
  });
}

function readArray(reader: Reader): Expression {
  const open = reader.expectOperator("[");
  const items = reader.isOperator("]") ? [] : reader.list(() => reader.expression());
  const close = reader.expectOperator("]");
  return spanning(open, close, {
    code: code` to_json(json_array(${
      items.map(({ item, comma }) => [comma, code`dw_json(${trimmed(item.code)})`])
    }))`,
    holds: "variant",
    atomic: true,
  });
}

function readObject(reader: Reader): Expression {
  const open = reader.expectOperator("{");
  const items = reader.isOperator("}") ? [] : reader.list(() => {
    const key = reader.expression(170);
    reader.expectOperator(":");
    return code`${trimmed(key.code)}, dw_json(${trimmed(reader.expression().code)})`;
  });
  const close = reader.expectOperator("}");
  return spanning(open, close, {
    code: code` dw_object(json_object(${items.map(({ item, comma }) => [comma, item])}))`,
    holds: "variant",
    atomic: true,
  });
}

/** Reads a column with its qualifiers, or `table.*`. */
function readColumn(reader: Reader): Expression {
  const first = reader.peek();
  if (!isColumnName(first)) return reader.syntax("expected a value");
  const names = [reader.take()];
  const pieces: Code[] = [writeName(first)];
  while (reader.isOperator(".")) {
    const dot = reader.take();
    if (reader.isOperator("*")) return readStar(reader, [...pieces, dot]);
    if (reader.peek().text.startsWith("$")) return reader.syntax("expected a column's name");
    if (!isName(reader.peek())) return reader.syntax("expected a column's name");
    names.push(reader.take());
    pieces.push(dot, writeName(names.at(-1)!));
  }
  const last = names.at(-1)!;
  const column = titleOf(last, reader);
  const value = names.length === 1 ? reader.valueRows.get(first.value.toUpperCase()) : undefined;
  if (value !== undefined) {
    const written = [...pieces, `.${value}`];
    return spanning(first, last, {
      code: written,
      named: [written, ` AS ${quoted(column)}`],
      column,
      atomic: true,
      ...(reader.documents.has(value.toUpperCase()) ? { holds: "variant" as const } : {}),
    });
  }
  return spanning(first, last, {
    code: withoutPublic(names, pieces),
    named: withoutPublic(names, pieces.with(-1, writeTitle(last, reader))),
    column,
    atomic: true,
    ...(names.length === 1 ? { word: last.value } : {}),
    ...(holdsDocument(reader, names) ? { holds: "variant" as const } : {}),
    ...(reader.lists.has(last.value.toUpperCase()) ? { holds: "list" as const } : {}),
    ...(reader.smalls.has(last.value.toUpperCase()) ? { small: true } : {}),
  });
}

/** Tables of the public schema stand without it, so their columns do. */
function withoutPublic(names: readonly Token[], pieces: readonly Code[]): Code {
  const isPublic = names.length > 2 && names[0]!.value.toUpperCase() === "PUBLIC";
  return isPublic ? [names[0]!.lead, pieces.slice(2)] : pieces;
}

/** A document itself, or in Redshift a path into one: more names than a column can have. */
function holdsDocument(
  { rules, documents, tables, knowsTables }: Reader,
  names: readonly Token[],
): boolean {
  const keys = names.map(({ value }) => value.toUpperCase());
  if (documents.has(keys.at(-1)!)) return true;
  if (rules.dialect !== "redshift" || names.length === 1 || !knowsTables) return false;
  if (keys.some((key) => documents.has(key))) return true;
  const table = keys.slice(0, -1).findIndex((key) => tables.has(key));
  return names.length - (table + 1) > 1;
}

/** `*`, with what Snowflake and Redshift let one leave out. */
function readStar(reader: Reader, before: readonly Code[]): Expression {
  const star = reader.expectOperator("*");
  const pieces: Code[] = [...before, star];
  while (
    ["EXCLUDE", "REPLACE", "RENAME", "ILIKE"].some((word) => reader.isWord(word)) &&
    reader.rules.dialect !== "postgres"
  ) {
    const word = reader.take();
    if (word.value === "ILIKE") pieces.push(word, reader.take());
    else pieces.push(word, readStarList(reader));
  }
  return spanning(star, reader.previous, { code: pieces, word: "*", atomic: true });
}

function readStarList(reader: Reader): Code {
  if (!reader.isOperator("(")) return [" (", readStarItem(reader), ")"];
  const open = reader.take();
  const items = reader.list(() => readStarItem(reader));
  const close = reader.expectOperator(")");
  return [open, items.map(({ item, comma }) => [comma, item]), close];
}

function readStarItem(reader: Reader): Code {
  const value = reader.expression();
  const as = reader.accept("AS");
  return as === null ? value.code : [value.code, as, writeName(reader.take())];
}
