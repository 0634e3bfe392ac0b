import { diagnostic, type Span } from "../errors/mod.ts";
import type { QueryDialect } from "./dialects/mod.ts";
import { refusal, spanOfWord } from "./_refusal.ts";
import { refuseMisspelling } from "./_first_word.ts";
import { quoteName } from "./quote_name.ts";
import { splitSql, type SqlStatement } from "./split_sql.ts";
import { quoteText } from "./quote_text.ts";
import type { DescribedColumn, Explaining, QueryTable } from "./wire/engine_messages.ts";

/** A user's text, understood as far as it is our affair and not the engine's. */
export interface AskedText {
  /** What remains for the engine, in the user's dialect. */
  readonly sql: string;
  /** Where that begins in the user's text. */
  readonly offset: number;
  /** True where `sql` is in the engine's words already: a question about tables. */
  readonly isOurs: boolean;
  readonly explaining: Explaining | null;
  /** The zone in which the text wants moments to be shown; null where it does not say. */
  readonly timeZone: string | null;
}

/** What decides how a text is read. */
interface Surroundings {
  readonly dialect: QueryDialect;
  readonly tables: readonly QueryTable[];
}

/**
 * Reads a text: settings of the session first, then one statement. EXPLAIN, SHOW and DESCRIBE are
 * ours; what they are about is left to the engine.
 *
 * @throws QUERY_REFUSED when there is no statement, or more than one.
 */
export function readStatement(text: string, { dialect, tables }: Surroundings): AskedText {
  const statements = [...splitSql(text, dialect)];
  let timeZone: string | null = null;
  while (statements.length > 0) {
    const { text: setting, offset } = bareStatement(statements[0]!);
    const name = zoneSetting(setting);
    if (name === null) break;
    refuseUnknownZone(name, spanOfWord(text, offset));
    timeZone = name;
    statements.shift();
  }
  const [statement, second] = statements;
  if (statement === undefined) throw refusal(diagnostic("QUERY_EMPTY", {}));
  if (second !== undefined) {
    const span: Span = spanOfWord(text, bareStatement(second).offset);
    const count = statements.length;
    throw refusal(diagnostic("QUERY_SEVERAL_STATEMENTS", { count }, { span }));
  }
  const asked = bareStatement(statement);
  const about = aboutTables(asked.text, { dialect, tables });
  if (about !== null) {
    return { sql: about, offset: asked.offset, isOurs: true, explaining: null, timeZone };
  }
  const explained = EXPLAIN.exec(asked.text);
  const lead = explained?.[0].length ?? 0;
  refuseMisspelling(
    text,
    bareStatement({ text: asked.text.slice(lead), offset: asked.offset + lead }).offset,
  );
  if (explained === null) {
    return {
      sql: statement.text,
      offset: statement.offset,
      isOurs: false,
      explaining: null,
      timeZone,
    };
  }
  const [head] = explained;
  return {
    sql: asked.text.slice(head.length),
    offset: asked.offset + head.length,
    isOurs: false,
    explaining: explainingOf(head),
    timeZone,
  };
}

/** Without the comments before its first word. */
export function bareStatement({ text, offset }: SqlStatement): SqlStatement {
  const lead = LEAD.exec(text)![0].length;
  return { text: text.slice(lead), offset: offset + lead };
}

const LEAD = /^(?:\s+|--[^\n]*(?:\n|$)|\/\/[^\n]*(?:\n|$)|\/\*[^]*?\*\/)*/;

/** Spec: SET TimeZone of PostgreSQL and Redshift, ALTER SESSION of Snowflake. */
const TIME_ZONE =
  /^(?:SET\s+(?:SESSION\s+|LOCAL\s+)?(?:TIMEZONE\s*(?:=|\s+TO\s)|TIME\s+ZONE\s)|ALTER\s+SESSION\s+SET\s+TIMEZONE\s*=)\s*(?:'([^']*)'|"([^"]*)"|([\w/+-]+))\s*$/i;

/** The zone that a statement sets for the session; null for other statements. */
export function zoneSetting(text: string): string | null {
  const match = TIME_ZONE.exec(text);
  return match === null ? null : match[1] ?? match[2] ?? match[3] ?? null;
}

function refuseUnknownZone(name: string, span: Span): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const reason = `There is no time zone '${name}'`;
    throw refusal(diagnostic("QUERY_ERROR", { reason }, { span }));
  }
}

/** Spec: EXPLAIN of PostgreSQL with its list of options, EXPLAIN USING of Snowflake. */
const EXPLAIN =
  /^EXPLAIN\b\s*(?:\(\s*(?:ANALYZE|VERBOSE|COSTS|BUFFERS|TIMING|SUMMARY|FORMAT)\b[^()]*\)\s*)?(?:ANALYZE\b\s*)?(?:VERBOSE\b\s*)?(?:USING\s+(?:TABULAR|JSON|TEXT)\b\s*)?/i;

function explainingOf(head: string): Explaining {
  const analyze = /\bANALYZE\b(?!\s+(?:FALSE|OFF|0))/i.test(head);
  return { analyze, format: /\bJSON\b/i.test(head) ? "json" : "text" };
}

/** A name of up to three parts. */
const NAME = String
  .raw`((?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)(?:\s*\.\s*(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)){0,2})`;
const SHOW_TABLES = /^SHOW\s+(?:TERSE\s+)?(?:TABLES|VIEWS|OBJECTS)\b[^]*$/i;
const DESCRIBE = new RegExp(
  `^(?:DESC|DESCRIBE|SHOW\\s+COLUMNS\\s+(?:IN|FROM))\\s+(?:TABLE\\s+|VIEW\\s+)?${NAME}\\s*$`,
  "iu",
);

/** What a question about tables is in the engine's words; null for other questions. */
function aboutTables(text: string, { dialect, tables }: Surroundings): string | null {
  if (dialect === "duckdb") return null;
  if (SHOW_TABLES.test(text)) return shownBy(text, tables.map(({ name }) => name));
  const name = DESCRIBE.exec(text)?.[1];
  if (name === undefined) return null;
  const parts = (name.match(/"(?:[^"]|"")*"|[^\s."]+/g) ?? []).map(plainName);
  const [last, schema] = [parts.at(-1)!.toLowerCase(), parts.at(-2)?.toLowerCase()];
  const table = tables.find((each) =>
    schema === undefined
      ? each.name.toLowerCase() === last
      : each.schemaName?.toLowerCase() === schema &&
        [each.name, each.nameInSchema].some((name) => name?.toLowerCase() === last)
  );
  return table?.columns === undefined || table.columns.length === 0
    ? `DESCRIBE ${parts.slice(-2).map(quoteName).join(".")}`
    : describedBy(table.columns);
}

/** Spec: SHOW TABLES of Snowflake: LIKE does not mind case, STARTS WITH does, LIMIT comes last. */
const LIKE = /\sLIKE\s*'((?:[^']|'')*)'/i;
const STARTS_WITH = /\sSTARTS\s+WITH\s*'((?:[^']|'')*)'/i;
const LIMIT = /\sLIMIT\s+(\d+)\b/i;

/** The engine's own SHOW TABLES knows no clauses, so that the names are chosen here. */
function shownBy(text: string, names: readonly string[]): string {
  const [like, start, limit] = [LIKE, STARTS_WITH, LIMIT].map((clause) => clause.exec(text)?.[1]);
  if (like === undefined && start === undefined && limit === undefined) return "SHOW TABLES";
  const wanted = like === undefined ? null : likePattern(unquoted(like));
  const chosen = names
    .filter((name) => wanted === null || wanted.test(name))
    .filter((name) => start === undefined || name.startsWith(unquoted(start)))
    .sort()
    .slice(0, limit === undefined ? undefined : Number(limit));
  if (chosen.length === 0) return `SELECT '' AS name WHERE false`;
  return `SELECT * FROM (VALUES ${
    chosen.map((name) => `(${quoteText(name)})`).join(", ")
  }) AS shown(name)`;
}

function unquoted(text: string): string {
  return text.replaceAll("''", "'");
}

/** `%` stands for any characters, `_` for one, and a backslash takes that from the next. */
function likePattern(like: string): RegExp {
  const parts = (like.match(/\\[^]|[^]/gu) ?? []).map((part) => {
    if (part === "%") return "[^]*";
    if (part === "_") return "[^]";
    return part.replace(/^\\(?=[^])/u, "").replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`, "iu");
}

function plainName(part: string): string {
  return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
}

/** The columns that the engine's own DESCRIBE has, with what people declared. */
function describedBy(columns: readonly DescribedColumn[]): string {
  const rows = columns.map(({ name, type, nullable, isKey }) =>
    `(${quoteText(name)}, ${quoteText(type)}, '${nullable ? "YES" : "NO"}', ${
      isKey ? "'PRI'" : "NULL"
    })`
  );
  return `SELECT * FROM (VALUES ${rows.join(", ")}) ` +
    `AS described(column_name, column_type, "null", "key")`;
}
