import { type Code, code, joined, trimmed } from "./code.ts";
import { comparable } from "./_compare.ts";
import type { Expression } from "./expression.ts";
import { quotedText } from "./names.ts";
import { similarPattern } from "./_patterns.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";
import { everyElement } from "./_quantified.ts";
import { rowAmong, rowIsNull } from "./_rows.ts";
import { spanning, textOf } from "./values.ts";
import { withoutBlanks } from "./without_blanks.ts";

const IS_POWER = 40;
const PREDICATE_POWER = 60;

/** Reads what follows a value and asks about it: IS, BETWEEN, IN, LIKE and their like. */
export function readPredicate(reader: Reader, left: Expression, power: number): Expression | null {
  if (power < IS_POWER) {
    if (reader.isWord("IS")) return readIs(reader, left);
    for (const word of ["ISNULL", "NOTNULL"]) {
      const token = reader.rules.dialect === "snowflake" ? null : reader.accept(word);
      if (token) return asked(left, token[0]!, [left.code, token]);
    }
  }
  if (power >= PREDICATE_POWER) return null;
  const negated = reader.isWord("NOT");
  const word = reader.peek(negated ? 1 : 0);
  if (word.kind !== "word") return null;
  const read = PREDICATES[word.value];
  if (read === undefined) return null;
  const not = negated ? [reader.take()] : [];
  reader.take();
  return read(reader, left, { not, word });
}

interface Words {
  readonly not: readonly Token[];
  readonly word: Token;
}

type ReadPredicate = (reader: Reader, left: Expression, words: Words) => Expression;

const PREDICATES: Readonly<Record<string, ReadPredicate>> = {
  BETWEEN: readBetween,
  IN: readIn,
  LIKE: readLike,
  ILIKE: readLike,
  RLIKE: readRegexp,
  REGEXP: readRegexp,
  SIMILAR: readSimilar,
};

function asked(left: Expression, last: { readonly to: number }, written: Code): Expression {
  return spanning(left, last, { code: written, holds: "boolean" });
}

function readIs(reader: Reader, left: Expression): Expression {
  const is = reader.take();
  const not = reader.accept("NOT") ?? [];
  for (const word of ["NULL", "TRUE", "FALSE", "UNKNOWN"]) {
    const token = reader.accept(word);
    if (token === null) continue;
    if (left.row !== undefined && word === "NULL" && reader.rules.dialect === "postgres") {
      return asked(left, token[0]!, rowIsNull(left.row, not.length > 0));
    }
    const plain = word === "UNKNOWN" ? [{ text: " NULL", at: token[0]!.from }] : token;
    return asked(left, token[0]!, [left.code, is, not, plain]);
  }
  const from = reader.accept("DISTINCT", "FROM");
  if (from === null) return reader.syntax("expected NULL, TRUE, FALSE or DISTINCT FROM");
  const right = reader.expression(IS_POWER);
  const [first, second] = comparable(reader, [left, right], { ...is, text: "=" });
  return asked(left, right, [first, is, not, from, second]);
}

function readBetween(reader: Reader, left: Expression, { not, word }: Words): Expression {
  const symmetric = reader.accept("SYMMETRIC") !== null;
  const low = reader.expression(PREDICATE_POWER);
  const and = reader.expectWord("AND");
  const high = reader.expression(PREDICATE_POWER);
  const [subject, first] = comparable(reader, [left, low], word);
  const [, second] = comparable(reader, [left, high], word);
  if (symmetric) {
    const range = code` BETWEEN least(${first}, ${second}) AND greatest(${first}, ${second})`;
    return asked(left, high, [subject, not, range]);
  }
  return asked(left, high, [subject, not, word, first, and, second]);
}

function readIn(reader: Reader, left: Expression, { not, word }: Words): Expression {
  const open = reader.expectOperator("(");
  if (reader.isWord("SELECT") || reader.isWord("WITH") || reader.isWord("VALUES")) {
    const query = reader.query();
    const close = reader.expectOperator(")");
    const subject = left.holds === "variant" ? code` ${textOf(left)}` : left.code;
    return asked(left, close, [subject, not, word, open, query, close]);
  }
  const items = reader.list(() => reader.expression());
  const close = reader.expectOperator(")");
  if (left.row !== undefined && reader.rules.dialect === "postgres") {
    const among = rowAmong(left, items.map(({ item }) => item), not.length > 0);
    if (among !== null) return asked(left, close, among);
  }
  const [subject] = comparable(reader, [left, items[0]!.item], { ...word, text: "=" });
  const values = items.map(({ item, comma }) => [
    comma,
    left.holds === "variant" && item.holds === undefined
      ? code`dw_text(${item.code})`
      : withoutBlanks(reader, item, left),
  ]);
  return asked(left, close, [subject, not, word, open, values, close]);
}

function readLike(reader: Reader, left: Expression, { not, word }: Words): Expression {
  const quantifier = reader.accept("ANY") ?? reader.accept("ALL") ?? reader.accept("SOME");
  if (quantifier !== null) return readLikeAny(reader, left, { not, word }, quantifier[0]!);
  const pattern = reader.expression(PREDICATE_POWER);
  const escape = readEscape(reader, pattern);
  return asked(left, reader.previous, [
    spaced(textOf(left)),
    not,
    word,
    spaced(textOf(pattern)),
    escape,
  ]);
}

/** In Redshift and PostgreSQL a backslash escapes even where no ESCAPE stands. */
function readEscape(reader: Reader, pattern: Expression): Code {
  const escape = reader.accept("ESCAPE");
  if (escape !== null) return [escape, reader.expression(PREDICATE_POWER).code];
  if (!reader.rules.likeEscapes) return "";
  const { literal } = pattern;
  return literal?.kind === "text" && !literal.value.includes("\\") ? "" : " ESCAPE '\\'";
}

function readLikeAny(
  reader: Reader,
  left: Expression,
  { not, word }: Words,
  quantifier: Token,
): Expression {
  if (reader.rules.dialect === "redshift") {
    reader.unsupported("LIKE ANY", "Join several LIKE with OR", quantifier);
  }
  reader.expectOperator("(");
  if (reader.isWord("SELECT")) {
    reader.unsupported(`${word.value} ${quantifier.value} with a query`, "List the patterns", word);
  }
  const patterns = reader.list(() => reader.expression());
  const close = reader.expectOperator(")");
  if (reader.rules.dialect === "postgres") {
    const element = { code: ` dw_q ${word.value} `, from: left.from, to: close.to };
    const like = code`${trimmed(textOf(left))} ${
      not.length > 0 ? "NOT " : ""
    }${word.value} dw_q ESCAPE '\\'`;
    const list = { all: quantifier.value === "ALL", list: patterns[0]!.item };
    return asked(left, close, everyElement(list, { ...element, code: like }));
  }
  const escape = reader.accept("ESCAPE");
  const escaped: Code = escape === null ? "" : code` ESCAPE ${reader.expression().code}`;
  const each = patterns.map(({ item }) =>
    code`${trimmed(textOf(left))} ${word.value} ${trimmed(textOf(item))}${escaped}`
  );
  const written = joined(each, quantifier.value === "ALL" ? " AND " : " OR ");
  return asked(left, close, code` ${not.length > 0 ? "NOT " : ""}(${written})`);
}

function readRegexp(reader: Reader, left: Expression, { not, word }: Words): Expression {
  if (reader.rules.dialect !== "snowflake") reader.syntax("expected an operator", word);
  const pattern = reader.expression(PREDICATE_POWER);
  return asked(
    left,
    pattern,
    code` ${not.length > 0 ? "NOT " : ""}regexp_full_match(${trimmed(textOf(left))}, ${
      trimmed(pattern.code)
    })`,
  );
}

/** SQL's own patterns, `%` and `_` in regular expressions; the engine takes them for the latter. */
function readSimilar(reader: Reader, left: Expression, { not, word }: Words): Expression {
  if (reader.rules.dialect === "snowflake") reader.syntax("expected an operator", word);
  reader.expectWord("TO");
  const pattern = reader.expression(PREDICATE_POWER);
  if (pattern.literal?.kind !== "text") {
    return reader.unsupported("SIMILAR TO with a computed pattern", "Write the pattern out", word);
  }
  const escape = reader.accept("ESCAPE") === null ? "\\" : reader.expression().literal?.value ?? "";
  const special = `${escape.replace(/[^\w]/, "\\$&")}[a-zA-Z0-9]`;
  if (reader.rules.dialect === "postgres" && new RegExp(special).test(pattern.literal.value)) {
    reader.unsupported("An escape in SIMILAR TO", "Use the operator ~", pattern);
  }
  const regular = quotedText(similarPattern(pattern.literal.value, escape));
  return asked(
    left,
    reader.previous,
    code` ${not.length > 0 ? "NOT " : ""}regexp_full_match(${
      trimmed(textOf(left))
    }, ${regular}, 's')`,
  );
}

function spaced(piece: Code): Code {
  return [" ", trimmed(piece)];
}
