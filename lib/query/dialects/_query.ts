import { type Code, code } from "./code.ts";
import { readNameList } from "./_name_list.ts";
import type { Reader } from "./reader.ts";
import { isName, writeName } from "./names.ts";
import { readSelect } from "./_select.ts";
import { readValues } from "./_values_clause.ts";
import { readOrderBy } from "./_windows.ts";

/** Reads a query: common tables, one or several selects, their order and their limit. */
export function readQuery(reader: Reader): Code {
  const common = readWith(reader);
  const { body, limits } = readSetOperations(reader);
  const order = readOrderBy(reader);
  const rest = readLimits(reader);
  if (
    reader.isWord("FOR") && (reader.peek(1).value === "UPDATE" || reader.peek(1).value === "SHARE")
  ) {
    reader.unsupported("FOR UPDATE", "Leave it out; nothing is written here", reader.peek());
  }
  return [common, body, order?.code ?? "", limits, rest];
}

function readWith(reader: Reader): Code {
  const words = reader.accept("WITH");
  if (words === null) return "";
  const asked = reader.accept("RECURSIVE");
  let recursive = asked !== null;
  const tables = reader.list(() => {
    const table = readCommonTable(reader);
    recursive ||= table.recursive;
    return table.code;
  });
  const implied = recursive && asked === null ? " RECURSIVE" : "";
  return [words, asked ?? implied, tables.map(({ item, comma }) => [comma, item])];
}

function readCommonTable(reader: Reader): { readonly code: Code; readonly recursive: boolean } {
  const name = reader.take();
  if (!isName(name)) return reader.syntax("expected the name of a common table", name);
  const columns = reader.isOperator("(") ? readNameList(reader) : "";
  const as = reader.expectWord("AS");
  const not = reader.accept("NOT") ?? "";
  const materialized = reader.accept("MATERIALIZED") ?? "";
  const open = reader.expectOperator("(");
  const from = reader.peek().from;
  const body = reader.query();
  const close = reader.expectOperator(")");
  const text = reader.sql.slice(from, close.from);
  return {
    code: [writeName(name), columns, as, not, materialized, open, body, close],
    recursive: reader.rules.dialect === "snowflake" && namesItself(text, name.text),
  };
}

/** Snowflake needs no RECURSIVE: a common table that unites something with itself is. */
function namesItself(text: string, name: string): boolean {
  const escaped = name.replace(/[^\w]/g, "\\$&");
  return /\bunion\b/i.test(text) &&
    new RegExp(`\\b(?:from|join)\\s+${escaped}\\b|,\\s*${escaped}\\b`, "i").test(text);
}

interface Body {
  readonly body: Code;
  /** The limit of TOP, where the select stands alone. */
  readonly limits: Code;
}

function readSetOperations(reader: Reader): Body {
  const first = readTerm(reader);
  const pieces: Code[] = [];
  while (isSetOperation(reader)) {
    const operator = reader.take();
    const word: Code = operator.value === "MINUS"
      ? [operator.lead, { text: "EXCEPT", at: operator.from }]
      : operator;
    const all = reader.accept("ALL") ?? reader.accept("DISTINCT") ?? "";
    if (reader.accept("BY", "NAME")) pieces.push(word, all, " BY NAME", whole(readTerm(reader)));
    else pieces.push(word, all, whole(readTerm(reader)));
  }
  return pieces.length === 0 ? first : { body: [whole(first), pieces], limits: "" };
}

function isSetOperation(reader: Reader): boolean {
  if (reader.isWord("MINUS")) return reader.rules.dialect !== "postgres";
  return ["UNION", "INTERSECT", "EXCEPT"].some((word) => reader.isWord(word));
}

/** A select with a TOP of its own, among others. */
function whole({ body, limits }: Body): Code {
  return limits === "" ? body : code` (${body}${limits})`;
}

function readTerm(reader: Reader): Body {
  if (reader.isWord("SELECT")) return readSelect(reader);
  if (reader.isWord("VALUES")) return { body: readValues(reader), limits: "" };
  if (reader.isOperator("(")) {
    const open = reader.take();
    const query = reader.query();
    return { body: [open, query, reader.expectOperator(")")], limits: "" };
  }
  return reader.syntax("expected SELECT");
}

/** Reads LIMIT, OFFSET and FETCH, in the order in which they stand. */
function readLimits(reader: Reader): Code {
  const pieces: Code[] = [];
  while (true) {
    if (reader.accept("LIMIT", "ALL")) continue;
    if (reader.isWord("LIMIT")) pieces.push(reader.take(), reader.expression().code);
    else if (reader.isWord("OFFSET")) {
      pieces.push(reader.take(), reader.expression().code);
      void (reader.accept("ROWS") ?? reader.accept("ROW"));
    } else if (reader.isWord("FETCH")) pieces.push(readFetch(reader));
    else return pieces;
  }
}

function readFetch(reader: Reader): Code {
  const fetch = reader.take();
  void (reader.accept("FIRST") ?? reader.accept("NEXT"));
  const count: Code = reader.peek().kind === "number" ? reader.expression().code : " 1";
  void (reader.accept("ROWS") ?? reader.accept("ROW"));
  reader.accept("ONLY");
  return [fetch.lead, { text: "LIMIT", at: fetch.from }, " ", count];
}
