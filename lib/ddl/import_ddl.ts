import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import type { Dialect, ExperimentSchema, Table } from "../schema/mod.ts";
import type { DialectRules } from "./dialect_rules.ts";
import { DIALECTS } from "./dialects/mod.ts";
import { lex, type LexedText } from "./lexer.ts";
import { applyDeferred, applyStatement } from "./lower/apply_statement.ts";
import { lowerTables } from "./lower/lower_tables.ts";
import { Lowering } from "./lower/lowering.ts";
import type { ReaderContext } from "./reader/cursor.ts";
import type { Statement } from "./reader/parsed.ts";
import { readStatement } from "./reader/read_statement.ts";
import { SkippedStatements } from "./skipped_statements.ts";
import { SourceText } from "./source_text.ts";
import { splitStatements, type StatementRange } from "./split_statements.ts";

/** Rows of every table when the user does not say. */
export const TARGET_ROWS_DEFAULT = 1_000;

export interface ImportOptions {
  /** Name of the experiment. */
  readonly name: string;
  readonly dialect: Dialect;
  readonly description?: string;
  /** Target rows of every table. */
  readonly rows?: number;
}

export interface DdlImport {
  /** Null when an error stands among the diagnostics. */
  readonly schema: ExperimentSchema | null;
  /** In the order of their places in the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the DDL of a warehouse into an experiment schema. Pure; takes time linear in the text.
 *
 * @param text One file of SQL; statements that define no table are skipped and counted.
 * @param options Name of the experiment and dialect of the text.
 * @returns The schema, and everything there is to say about the text.
 *
 * @example
 * ```ts
 * import { importDdl } from "./mod.ts";
 *
 * const text = "CREATE TABLE users (id INTEGER IDENTITY(1,1) PRIMARY KEY, email VARCHAR(100))";
 * const { schema } = importDdl(text, { name: "shop", dialect: "redshift" });
 * console.log(schema?.tables[0]?.columns[1]?.type); // { kind: "string", maxLength: 100, … }
 * ```
 */
export function importDdl(text: string, options: ImportOptions): DdlImport {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => void diagnostics.push(finding);
  const source = new SourceText(text);
  const rules = DIALECTS[options.dialect];
  const lexed = lex(text, rules);
  reportLexed(lexed, { source, report });
  const lowering = new Lowering({ rules, source, report });
  readFile({ lexed, source, rules, diagnostics }, lowering);
  const tables = lowerTables(lowering, options.rows ?? TARGET_ROWS_DEFAULT);
  if (tables.length === 0 && !diagnostics.some(isError)) report(diagnostic("DDL_NO_TABLES", {}));
  const schema = diagnostics.some(isError) ? null : makeSchema(tables, options);
  return Object.freeze({ schema, diagnostics: inOrder(diagnostics) });
}

function makeSchema(tables: readonly Table[], options: ImportOptions): ExperimentSchema {
  const { name, dialect, description } = options;
  return Object.freeze({
    name,
    ...(description !== undefined && { description }),
    dialect,
    tables,
  });
}

interface FileText {
  readonly lexed: LexedText;
  readonly source: SourceText;
  readonly rules: DialectRules;
  readonly diagnostics: Diagnostic[];
}

function readFile({ lexed, source, rules, diagnostics }: FileText, lowering: Lowering): void {
  const report = (finding: Diagnostic): void => void diagnostics.push(finding);
  const context: ReaderContext = { source, tokens: lexed.tokens, rules, report };
  const skipped = new SkippedStatements();
  let isClosed = true;
  for (const range of splitStatements(lexed.tokens)) {
    if (!isClosed) reportMissingSemicolon(context, range);
    isClosed = range.closed;
    const before = diagnostics.length;
    const statement = readStatement(context, range);
    if (statement === null) continue;
    keepWarnings(statement, diagnostics.slice(before));
    if (statement.kind === "skipped") skipped.count(statement.words, statement.region);
    else applyStatement(statement, lowering);
  }
  applyDeferred(lowering);
  if (skipped.total > 0) report(skipped.finding(source));
}

/** What was told while a table was read is shown with the table. */
function keepWarnings(statement: Statement, findings: readonly Diagnostic[]): void {
  if (statement.kind !== "create_table") return;
  for (const { severity, message } of findings) {
    if (severity === "warning") statement.table.warnings.push(message);
  }
}

function reportMissingSemicolon(context: ReaderContext, range: StatementRange): void {
  const { tokens, source } = context;
  const offset = tokens.start(range.from);
  const word = tokens.textOf(range.from);
  const span = source.span({ offset, length: word.length });
  context.report(diagnostic("DDL_MISSING_SEMICOLON", { word }, { span }));
}

function reportLexed(
  lexed: LexedText,
  { source, report }: Pick<ReaderContext, "source" | "report">,
): void {
  for (const { what, closer, region } of lexed.notClosed) {
    report(diagnostic("DDL_NOT_CLOSED", { what, closer }, { span: source.span(region) }));
  }
  for (const region of lexed.templates) {
    const text = source.text.slice(region.offset, region.offset + region.length);
    report(diagnostic("DDL_TEMPLATE", { text }, { span: source.span(region) }));
  }
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const offset = ({ span }: Diagnostic) => span?.offset ?? Infinity;
  return Object.freeze(
    diagnostics.toSorted((a, b) => offset(a) < offset(b) ? -1 : offset(a) > offset(b) ? 1 : 0),
  );
}
