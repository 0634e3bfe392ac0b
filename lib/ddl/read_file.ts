import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import type { DialectRules } from "./dialect_rules.ts";
import type { LexedText } from "./lexed_text.ts";
import { lex } from "./lexer.ts";
import { applyStatement } from "./lower/apply_statement.ts";
import type { Lowering } from "./lower/lowering.ts";
import type { ReaderContext } from "./reader/cursor.ts";
import type { Statement } from "./reader/parsed.ts";
import { readStatement } from "./reader/read_statement.ts";
import type { SkippedStatements } from "./skipped_statements.ts";
import type { Region } from "./source_text.ts";
import type { SourceFile, SourceTexts } from "./source_texts.ts";
import { splitStatements, type StatementRange } from "./split_statements.ts";

/** What the files of one import share. */
export interface Reading {
  readonly sources: SourceTexts;
  readonly rules: DialectRules;
  readonly diagnostics: Diagnostic[];
  readonly skipped: SkippedStatements;
  readonly types: ReaderContext["types"];
  readonly lowering: Lowering;
}

/**
 * Reads one file and lets its statements change the tables.
 *
 * @param file The file.
 * @param reading Takes findings, and the statements that define no table.
 */
export function readFile(file: SourceFile, reading: Reading): void {
  const { sources, rules, diagnostics, types } = reading;
  const report = (finding: Diagnostic): void => void diagnostics.push(finding);
  const lexed = lex(file.source.text, rules);
  const { tokens } = lexed;
  const context: ReaderContext = { sources, base: file.base, tokens, rules, report, types };
  reportLexed(lexed, context);
  let isClosed = true;
  for (const range of splitStatements(tokens)) {
    if (!isClosed) reportMissingSemicolon(context, range);
    isClosed = range.closed;
    const statement = readWithFindings({ range, lexed, context }, diagnostics);
    if (statement?.kind === "skipped") reading.skipped.count(statement.words, statement.region);
    else if (statement !== null) applyStatement(statement, reading.lowering);
  }
}

interface StatementText {
  readonly range: StatementRange;
  readonly lexed: LexedText;
  readonly context: ReaderContext;
}

function readWithFindings(
  { range, lexed, context }: StatementText,
  diagnostics: Diagnostic[],
): Statement | null {
  const before = diagnostics.length;
  const statement = readStatement(context, range);
  const findings = diagnostics.slice(before);
  const { notClosed, beyondLimits, tokens } = lexed;
  const isCut = holds(tokens, range, notClosed) || holds(tokens, range, beyondLimits);
  if (isCut) {
    // What else is wrong there is wrong because of that, which was told.
    diagnostics.length = before;
    diagnostics.push(...findings.filter((finding) => !isError(finding)));
  }
  if (statement?.kind === "create_table") {
    const { table } = statement;
    table.isRefused ||= isCut || table.isBroken || findings.some(isError);
    // What was told while a table was read is shown with the table.
    for (const { severity, message } of findings) {
      if (severity === "warning") table.warnings.push(message);
    }
  }
  return statement;
}

/** Whether something that the lexer told of stands in the statement. */
function holds(
  tokens: LexedText["tokens"],
  { from, to }: StatementRange,
  told: readonly { readonly region: Region }[],
): boolean {
  return told.some(({ region: { offset } }) =>
    offset >= tokens.start(from) && offset < tokens.end(to - 1)
  );
}

function reportMissingSemicolon(context: ReaderContext, { from }: StatementRange): void {
  const { tokens } = context;
  const word = tokens.textOf(from);
  const place = placeOf({ offset: tokens.start(from), length: word.length }, context);
  context.report(diagnostic("DDL_MISSING_SEMICOLON", { word }, place));
}

function reportLexed({ notClosed, templates, beyondLimits }: LexedText, context: ReaderContext) {
  const { report, tokens } = context;
  for (const { what, closer, region } of notClosed) {
    report(diagnostic("DDL_NOT_CLOSED", { what, closer }, placeOf(region, context)));
  }
  for (const region of templates) {
    const text = excerpt(tokens.text.slice(region.offset, region.offset + region.length));
    report(diagnostic("DDL_TEMPLATE", { text }, placeOf(region, context)));
  }
  for (const { what, max, unit, region } of beyondLimits) {
    report(diagnostic("DDL_LIMIT", { what, max, unit }, placeOf(region, context)));
  }
}

/** Template text can go over many lines; a message is one. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= EXCERPT_LENGTH_MAX ? line : `${line.slice(0, EXCERPT_LENGTH_MAX)}…`;
}

const EXCERPT_LENGTH_MAX = 60;

function placeOf({ offset, length }: Region, { sources, base }: ReaderContext) {
  return sources.place({ offset: offset + base, length });
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
