import type { Diagnostic } from "../errors/mod.ts";
import { SourceText } from "./source_text.ts";

/** A text and what to call it in messages. */
export interface DdlSource {
  readonly name: string;
  readonly text: string;
}

const EXCERPT_WIDTH_MAX = 100;

/**
 * Writes a finding for a terminal: place, message, the line with a caret under the culprit, hint.
 *
 * @param finding What was found.
 * @param source The text it was found in.
 * @returns Lines without colour codes and without a final line break.
 */
export function renderDiagnostic(finding: Diagnostic, source: DdlSource): string {
  const { span, severity, code, message, hint } = finding;
  const place = span === undefined ? source.name : `${source.name}:${span.line}:${span.column}`;
  const lines = [`${place}: ${severity} ${code}: ${message}`];
  if (span !== undefined) {
    const line = new SourceText(source.text).line(span.line);
    lines.push(...excerpt(line, { line: span.line, column: span.column, length: span.length }));
  }
  if (hint !== "") lines.push(`  hint: ${hint}`);
  return lines.join("\n");
}

function excerpt(
  text: string,
  at: { readonly line: number; readonly column: number; readonly length: number },
): readonly string[] {
  const from = Math.max(0, at.column - EXCERPT_WIDTH_MAX * 0.75);
  const shown = text.slice(from, from + EXCERPT_WIDTH_MAX);
  const before = shown.slice(0, at.column - 1 - from);
  const caretCount = Math.max(1, Math.min(at.length, shown.length - before.length));
  // Tabs stay tabs, so that the caret stands under its character however wide a tab is.
  const indent = before.replace(/[^\t]/g, " ");
  const gutter = `${at.line}`.padStart(5);
  return [
    `${gutter} | ${shown}`,
    `${" ".repeat(gutter.length)} | ${indent}${"^".repeat(caretCount)}`,
  ];
}
