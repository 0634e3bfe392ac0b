import { type Code, code, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
import { readFrom } from "./_from.ts";
import { isAlias, isName, quoted, titleOf, writeName, writeTitle } from "./names.ts";
import type { Reader } from "./reader.ts";
import { readWindow } from "./_windows.ts";

/** Reads one SELECT, up to what orders or limits it. */
export function readSelect(reader: Reader): { readonly body: Code; readonly limits: Code } {
  const select = reader.expectWord("SELECT");
  const early = readTop(reader);
  const distinct = readDistinct(reader);
  const limits = early === "" ? readTop(reader) : early;
  const items = reader.list(() => readSummary(reader));
  if (reader.isWord("INTO")) {
    reader.unsupported("SELECT INTO", "Leave INTO out; nothing is written here", reader.peek());
  }
  const pieces: Code[] = [select, distinct, items.map(({ item, comma }) => [comma, item.code])];
  if (reader.isWord("FROM")) pieces.push(reader.take(), readFrom(reader));
  if (reader.isWord("WHERE")) pieces.push(reader.take(), reader.expression().code);
  refuseConnectBy(reader);
  const groups = readGroupBy(reader);
  const groupsAt = pieces.push(groups.code) - 1;
  // Redshift and Snowflake take QUALIFY and HAVING in the order in which the engine does.
  if (reader.isWord("HAVING")) pieces.push(reader.take(), reader.expression().code);
  pieces.push(readWindows(reader));
  const qualifies = reader.isWord("QUALIFY");
  if (qualifies) pieces.push(readQualify(reader));
  if (groups.isAll) {
    pieces[groupsAt] = groupsOf(items.map(({ item }) => item), { qualifies }) ?? groups.code;
  }
  return { body: pieces, limits };
}

/** An item of a SELECT, and what makes its values. */
interface Item {
  readonly code: Code;
  readonly kind: "value" | "aggregate" | "window" | "star";
}

function readSummary(reader: Reader): Item {
  const { aggregates, windows } = reader.summaries;
  const isStar = reader.isOperator("*");
  const code = readItem(reader);
  const now = reader.summaries;
  if (isStar || reader.previous.text === "*") return { code, kind: "star" };
  if (now.windows > windows) return { code, kind: "window" };
  return { code, kind: now.aggregates > aggregates ? "aggregate" : "value" };
}

/**
 * The engine's GROUP BY ALL knows no window functions, but places of items serve as well. Null where
 * it can do without, or where what a star stands for is not known.
 */
function groupsOf(
  items: readonly Item[],
  { qualifies }: { readonly qualifies: boolean },
): Code | null {
  const hasWindow = qualifies || items.some(({ kind }) => kind === "window");
  if (!hasWindow || items.some(({ kind }) => kind === "star")) return null;
  const places = items.flatMap(({ kind }, place) => kind === "value" ? [place + 1] : []);
  return places.length === 0 ? "" : ` GROUP BY ${places.join(", ")}`;
}

function readTop(reader: Reader): Code {
  const { dialect } = reader.rules;
  if (dialect === "postgres" || !reader.isWord("TOP")) return "";
  const next = reader.peek(1);
  if (next.kind !== "number" && next.text !== "(") return "";
  const top = reader.take();
  const count = next.text === "(" ? reader.expression(170).code : reader.take();
  return code` ${{ text: "LIMIT", at: top.from }} ${trimmed(count)}`;
}

function readDistinct(reader: Reader): Code {
  const all = reader.accept("ALL");
  if (all !== null) return all;
  const distinct = reader.accept("DISTINCT");
  if (distinct === null) return "";
  if (!reader.isWord("ON") || !reader.isOperator("(", 1)) return distinct;
  if (reader.rules.dialect !== "postgres") {
    reader.unsupported("DISTINCT ON", "Use QUALIFY ROW_NUMBER() OVER (…) = 1", reader.peek());
  }
  return [distinct, reader.take(), reader.expression(170).code];
}

function readItem(reader: Reader): Code {
  const expression = reader.expression();
  const as = reader.accept("AS");
  if (as !== null || isAlias(reader.peek())) {
    const name = reader.take();
    if (!isName(name)) return reader.syntax("expected a name", name);
    if (expression.holds === "variant") reader.documents.add(titleOf(name, reader).toUpperCase());
    return [expression.code, as ?? " AS", writeTitle(name, reader)];
  }
  return titled(reader, expression);
}

/** An item without a name gets the one that the vendor would give it. */
function titled(reader: Reader, expression: Expression): Code {
  if (expression.word === "*") return expression.code;
  const title = expression.column ?? vendorTitle(reader, expression);
  if (expression.holds === "variant") reader.documents.add(title.toUpperCase());
  // An alias would hide from the engine that there is no such column.
  if (expression.named !== undefined) return expression.named;
  return [expression.code, ` AS ${quoted(title)}`];
}

function vendorTitle(reader: Reader, expression: Expression): string {
  if (reader.rules.dialect !== "snowflake") return expression.title ?? "?column?";
  const text = reader.sql.slice(expression.from, expression.to).replace(/\s+/g, " ");
  return text.split(/('(?:[^']|'')*'|"(?:[^"]|"")*")/)
    .map((piece, i) => i % 2 === 0 ? piece.toUpperCase() : piece).join("");
}

function refuseConnectBy(reader: Reader): void {
  if (!reader.isWord("CONNECT", "BY") && !reader.isWord("START", "WITH")) return;
  reader.unsupported("CONNECT BY", "Use WITH RECURSIVE", reader.peek());
}

function readGroupBy(reader: Reader): { readonly code: Code; readonly isAll: boolean } {
  const words = reader.accept("GROUP", "BY");
  if (words === null) return { code: "", isAll: false };
  if (reader.isWord("ALL")) return { code: [words, reader.take()], isAll: true };
  const groups = reader.list(() => readGroup(reader)).map(({ item, comma }) => [comma, item]);
  return { code: [words, groups], isAll: false };
}

function readGroup(reader: Reader): Code {
  const sets = reader.accept("GROUPING", "SETS");
  if (sets !== null) {
    const open = reader.expectOperator("(");
    const groups = reader.list(() => readGroup(reader));
    const close = reader.expectOperator(")");
    return [sets, open, groups.map(({ item, comma }) => [comma, item]), close];
  }
  if (reader.isOperator("(") && reader.isOperator(")", 1)) return [reader.take(), reader.take()];
  const word = reader.accept("ROLLUP") ?? reader.accept("CUBE");
  if (word === null) return reader.expression().code;
  return [word, reader.expression(170).code];
}

function readWindows(reader: Reader): Code {
  if (!reader.isWord("WINDOW")) return "";
  const word = reader.take();
  const windows = reader.list(() => {
    const name = reader.take();
    return [writeName(name), reader.expectWord("AS"), readWindow(reader).code];
  });
  return [word, windows.map(({ item, comma }) => [comma, item])];
}

function readQualify(reader: Reader): Code {
  if (reader.rules.dialect === "postgres") reader.syntax("expected the end of the query");
  return [reader.take(), reader.expression().code];
}
