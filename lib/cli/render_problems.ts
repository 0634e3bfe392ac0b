import type { Diagnostic, Severity, Span } from "../errors/mod.ts";
import type { Paint } from "./paint.ts";
import type { SourceText } from "./source_text.ts";
import { textWidth, visible } from "./text_width.ts";

export interface ProblemOptions {
  readonly source: SourceText | null;
  readonly paint: Paint;
  /** How many are shown in full; the others are counted. */
  readonly countMax: number;
}

const EXCERPT_WIDTH = 72;
const EXCERPT_LEAD = 48;

/** Writes findings about the user's text: place, message, the line with a mark under it, hint. */
export function renderProblems(
  problems: readonly Diagnostic[],
  { source, paint, countMax }: ProblemOptions,
): string {
  const shown = problems.slice(0, countMax).map((problem) => renderProblem(problem, source, paint));
  const hiddenCount = problems.length - shown.length;
  if (hiddenCount > 0) shown.push(paint.dim(`  … and ${hiddenCount} more`));
  return shown.join("\n");
}

function renderProblem(problem: Diagnostic, source: SourceText | null, paint: Paint): string {
  const { severity, message, hint, span } = problem;
  const place = placeOf(problem, source);
  const word = brush(severity, paint)(severity);
  const lines = [`  ${place === "" ? "" : `${paint.bold(place)} `}${word}: ${visible(message)}`];
  if (span !== undefined && source !== null) lines.push(...excerpt(span, source.text, paint));
  if (hint !== "") lines.push(paint.dim(`    ${visible(hint)}`));
  return lines.join("\n");
}

function placeOf({ span, path }: Diagnostic, source: SourceText | null): string {
  if (span !== undefined) return `${source?.name ?? "line"}:${span.line}:${span.column}`;
  return path ?? "";
}

function brush(severity: Severity, paint: Paint): (text: string) => string {
  if (severity === "error") return paint.red;
  return severity === "warning" ? paint.yellow : paint.cyan;
}

/** The line of the finding, cut to what stands around it, and carets under the culprit. */
export function excerpt(
  { line, column, length }: Span,
  text: string,
  paint: Paint,
): readonly string[] {
  const whole = text.split("\n", line)[line - 1]?.replace(/\r$/, "") ?? "";
  const from = Math.max(0, column - 1 - EXCERPT_LEAD);
  // Tabs become blanks, so that the mark stands under its character.
  const shown = visible(whole.slice(from, from + EXCERPT_WIDTH).replaceAll("\t", "  "));
  const lead = visible(whole.slice(from, column - 1).replaceAll("\t", "  "));
  const marked = whole.slice(column - 1, Math.min(column - 1 + length, from + EXCERPT_WIDTH));
  const gutter = String(line).padStart(6);
  const carets = "^".repeat(Math.max(1, textWidth(visible(marked))));
  return [
    `${paint.dim(`${gutter} │`)} ${shown}`,
    `${paint.dim(`${" ".repeat(gutter.length)} │`)} ${" ".repeat(textWidth(lead))}${
      paint.red(carets)
    }`,
  ];
}
