import { type Code, code, joined, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
import { isAlias, quoted, quotedText, titleOf, writeName, writeTitle } from "./names.ts";
import type { Reader } from "./reader.ts";
import { spanning } from "./values.ts";

/** Reads PIVOT and UNPIVOT behind a table. */
export function readPivots(reader: Reader): Code {
  if (reader.rules.dialect === "postgres") return "";
  if (reader.isWord("PIVOT") && reader.isOperator("(", 1)) return readPivot(reader);
  return reader.isWord("UNPIVOT") ? readUnpivot(reader) : "";
}

function readPivot(reader: Reader): Code {
  const pivot = reader.take();
  const open = reader.expectOperator("(");
  const aggregates = reader.list(() => readAggregate(reader));
  const word = reader.expectWord("FOR");
  const column = reader.expression(60);
  reader.expectWord("IN");
  reader.expectOperator("(");
  if (reader.isWord("ANY") || reader.isWord("SELECT")) {
    reader.unsupported("PIVOT with values that are not listed", "List the values", reader.peek());
  }
  const values = reader.list(() => readPivotValue(reader)).map(({ item }) => item);
  reader.expectOperator(")");
  if (reader.isWord("DEFAULT")) {
    reader.unsupported("DEFAULT ON NULL", "Use COALESCE outside of the PIVOT", reader.peek());
  }
  const close = reader.expectOperator(")");
  const written = aggregates.map(({ item, comma }) => [comma, item]);
  return [pivot, open, written, word, column.code, code` IN (${joined(values, ", ")})`, close];
}

function readAggregate(reader: Reader): Code {
  const value = readMean(reader) ?? reader.expression(60);
  const as = reader.accept("AS");
  if (as === null && !isAlias(reader.peek())) return value.code;
  return [value.code, as ?? " AS", writeTitle(reader.take(), reader)];
}

/** The engine's PIVOT takes one aggregate, and the dialects' mean asks for the sum: it is a list's. */
function readMean(reader: Reader): Expression | null {
  if (!reader.isWord("AVG") || !reader.isOperator("(", 1)) return null;
  const name = reader.take();
  reader.expectOperator("(");
  const value = reader.expression();
  const close = reader.expectOperator(")");
  return spanning(name, close, { code: code` dw_mean_in(list(${trimmed(value.code)}))` });
}

/** Snowflake calls the column `'JAN'`, quotes included; Redshift calls it jan. */
function readPivotValue(reader: Reader): Code {
  const value = reader.expression();
  const as = reader.accept("AS");
  if (as !== null || isAlias(reader.peek())) {
    return code`${trimmed(value.code)} AS ${trimmed(writeTitle(reader.take(), reader))}`;
  }
  return code`${trimmed(value.code)} AS ${quoted(titleOfValue(reader, value))}`;
}

function titleOfValue(reader: Reader, value: Expression): string {
  const text = reader.sql.slice(value.from, value.to);
  if (reader.rules.dialect === "snowflake") return text;
  return (value.literal?.value ?? text).toLowerCase();
}

function readUnpivot(reader: Reader): Code {
  const pieces: Code[] = [reader.take()];
  const nulls = reader.accept("INCLUDE", "NULLS");
  if (nulls !== null) pieces.push(nulls);
  else void reader.accept("EXCLUDE", "NULLS");
  pieces.push(reader.expectOperator("("), writeTitle(reader.take(), reader));
  pieces.push(reader.expectWord("FOR"));
  pieces.push(
    writeTitle(reader.take(), reader),
    reader.expectWord("IN"),
    reader.expectOperator("("),
  );
  for (const { item, comma } of reader.list(() => readUnpivotColumn(reader))) {
    pieces.push(comma, item);
  }
  pieces.push(reader.expectOperator(")"), reader.expectOperator(")"));
  return pieces;
}

/** The column's name is a value of the answer, so it is in the letters of the dialect. */
function readUnpivotColumn(reader: Reader): Code {
  const name = reader.take();
  const as = reader.accept("AS");
  const isText = reader.peek().kind === "string";
  if (as !== null || isText || isAlias(reader.peek())) {
    const alias = reader.take();
    const shown = alias.kind === "string" ? alias.value : titleOf(alias, reader);
    return [writeName(name), ` AS ${quotedText(shown)}`];
  }
  const folded = name.kind === "quoted" ? name.value : reader.rules.fold(name.text);
  return [writeName(name), ` AS '${folded.replaceAll("'", "''")}'`];
}
