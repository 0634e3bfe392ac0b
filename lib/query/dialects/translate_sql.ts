import { type Diagnostic, diagnostic } from "../../errors/mod.ts";
import { type Code, type FlatCode, flatten } from "./code.ts";
import { DIALECT_RULES, type ForeignDialect } from "./dialect_rules.ts";
import { readExpression } from "./_expression.ts";
import { readQuery } from "./_query.ts";
import { Reader, refused, spanBetween } from "./reader.ts";
import { type Token, tokenize } from "./tokens.ts";
import type { TranslatedSql, TranslateOptions } from "./translated_sql.ts";

const TOKEN_COUNT_MAX = 200_000;
const TEXT_LENGTH_MAX = 4_000_000;
/** What a translation may be longer than its text: calls that say an argument twice can nest. */
const GROWTH_MAX = 1_000_000;
const GROWTH_FACTOR = 10;

const GRAMMAR = { expression: readExpression, query: readQuery };

/** Questions about tables, which the engine answers in its own words. */
const ABOUT_TABLES = new Set(["DESC", "DESCRIBE", "SHOW", "SUMMARIZE"]);

/**
 * Says one statement of a dialect in the engine's words, so that the answer is the one the
 * dialect's vendor documents. What cannot be said so is refused by its name.
 *
 * @param sql One statement, with or without its final semicolon.
 * @param options The dialect it is written in.
 * @returns The same statement for the engine.
 * @throws QUERY_REFUSED or QUERY_UNSUPPORTED, with the place in `sql`.
 */
export function translateSql(
  sql: string,
  { dialect, documentColumns = [], listColumns = [], smallColumns = [] }: TranslateOptions,
): Promise<TranslatedSql> {
  // Everything is thrown inside of the promise, never before it.
  return Promise.resolve().then(() =>
    dialect === "duckdb"
      ? unchanged(sql)
      : translate(sql, { dialect, documentColumns, listColumns, smallColumns })
  );
}

function unchanged(sql: string): TranslatedSql {
  return { sql, toSource: (offset) => offset, notes: [] };
}

function translate(
  sql: string,
  { dialect, documentColumns, listColumns, smallColumns }: Required<TranslateOptions> & {
    dialect: ForeignDialect;
  },
): TranslatedSql {
  refuseSize(sql.length, TEXT_LENGTH_MAX, "letters");
  const rules = DIALECT_RULES[dialect];
  const tokens = tokenize(sql, rules.lexis);
  if (!isTokens(tokens)) {
    const span = spanBetween(sql, tokens.offset, tokens.offset + 1);
    throw refused(diagnostic("QUERY_SYNTAX", { reason: `it has ${tokens.what}` }, { span }));
  }
  refuseSize(tokens.length, TOKEN_COUNT_MAX, "words and signs");
  const [first] = tokens;
  if (first!.kind === "end") throw refused(diagnostic("QUERY_EMPTY", {}));
  if (first!.kind === "word" && ABOUT_TABLES.has(first!.value)) return aboutTables(sql, tokens);
  const documents = new Set([...documentColumns].map((name) => name.toUpperCase()));
  const lists = new Set([...listColumns].map((name) => name.toUpperCase()));
  const smalls = new Set([...smallColumns].map((name) => name.toUpperCase()));
  let made = read(tokens, { sql, rules, documents, lists, smalls, tables: new Set() });
  // What the FROM calls tables and documents is known only after the SELECT list.
  const knowsMore = made.documents.size > documents.size || made.valueRows.size > 0 ||
    (dialect === "redshift" && made.tables.size > 0);
  if (knowsMore) made = read(tokens, { sql, rules, lists, smalls, ...made });
  return { ...writeOut(made.code, sql), notes: made.notes };
}

function writeOut(code: Code, sql: string): FlatCode {
  const limit = GROWTH_MAX + GROWTH_FACTOR * sql.length;
  const flat = flatten(code, limit);
  if (flat !== null) return flat;
  const detail = { what: "letters in its translation", limit };
  throw refused(diagnostic("QUERY_TOO_COMPLEX", detail));
}

interface ReadOptions {
  readonly sql: string;
  readonly rules: (typeof DIALECT_RULES)[ForeignDialect];
  readonly documents: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly smalls: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
  readonly valueRows?: ReadonlyMap<string, string>;
}

function read(
  tokens: readonly Token[],
  { sql, rules, documents, lists, smalls, tables, valueRows }: ReadOptions,
) {
  const found = valueRows === undefined ? {} : { valueRows };
  const reader = new Reader(tokens, {
    sql,
    rules,
    grammar: GRAMMAR,
    tables,
    lists,
    smalls,
    ...found,
  });
  for (const name of documents) reader.documents.add(name);
  refuseOtherStatements(reader);
  const code = reader.query();
  while (reader.acceptOperator(";"));
  const rest = reader.peek();
  if (rest.kind !== "end") reader.syntax("expected the end of the query");
  const notes: readonly Diagnostic[] = reader.notes;
  const { documents: known, tables: named, valueRows: values } = reader;
  return { code: [code, rest], documents: known, tables: named, valueRows: values, notes };
}

function refuseOtherStatements(reader: Reader): void {
  const first = reader.peek();
  const isQuery = first.text === "(" || ["SELECT", "WITH", "VALUES"].includes(first.value);
  if (isQuery || first.kind !== "word") return;
  const span = reader.spanOf(first);
  throw refused(diagnostic("QUERY_NOT_SELECT", { statement: first.value }, { span }));
}

/** `DESC TABLE name` is `DESCRIBE name` in other words. */
function aboutTables(sql: string, tokens: readonly Token[]): TranslatedSql {
  const [first, second] = tokens;
  const describes = first!.value.startsWith("DESC");
  const table = describes && second!.kind === "word" && ["TABLE", "VIEW"].includes(second!.value);
  if (!describes || (first!.value === "DESCRIBE" && !table)) return unchanged(sql);
  const rest = table ? tokens.slice(2) : tokens.slice(1);
  return { ...writeOut([{ text: "DESCRIBE", at: first!.from }, rest], sql), notes: [] };
}

function refuseSize(count: number, limit: number, what: string): void {
  if (count > limit) throw refused(diagnostic("QUERY_TOO_COMPLEX", { what, limit }));
}

function isTokens(found: ReturnType<typeof tokenize>): found is readonly Token[] {
  return Array.isArray(found);
}
