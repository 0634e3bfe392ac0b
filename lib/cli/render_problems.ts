import type { Diagnostic, Severity, Span } from "../errors/mod.ts";
import type { Paint } from "./paint.ts";
import type { SourceText } from "./source_text.ts";
import { textWidth, visible } from "./text_width.ts";
import { wrapText } from "./wrap_text.ts";

export interface ProblemOptions {
  /** The texts that findings point into. */
  readonly sources: readonly SourceText[];
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** How many are shown in full; the others are counted. */
  readonly countMax: number;
  /** Whether warnings that are alike are shown as well. */
  readonly showsAlike?: boolean;
}

const EXCERPT_WIDTH = 72;
const EXCERPT_LEAD = 48;
const INDENT = 4;

/** Warnings of one kind that are shown in full: the others say the same of other tables. */
const ALIKE_COUNT_MAX = 2;

/**
 * Writes findings about the user's text: place, message and hint; errors with the line they are
 * in and a mark under the culprit. Of warnings that are alike, the first ones stand for all.
 */
export function renderProblems(
  problems: readonly Diagnostic[],
  options: ProblemOptions,
): string {
  const { countMax, paint, showsAlike = false } = options;
  const told = showsAlike ? problems : problems.filter(isAmongFirst());
  const shown = told.slice(0, countMax).map((each) => renderProblem(each, options));
  const hiddenCount = told.length - shown.length;
  if (hiddenCount > 0) shown.push(paint.dim(`  … and ${hiddenCount} more`));
  const alikeCount = problems.length - told.length;
  if (alikeCount > 0) {
    shown.push(paint.dim(`  … and ${alikeCount} more of these kinds; --all-findings shows them`));
  }
  return shown.join("\n");
}

/** Whether a finding is an error, or one of the first of its kind. */
function isAmongFirst(): (finding: Diagnostic) => boolean {
  const counts = new Map<string, number>();
  return ({ code, severity }) => {
    if (severity === "error") return true;
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= ALIKE_COUNT_MAX;
  };
}

function renderProblem(
  finding: Diagnostic,
  { sources, paint, width }: ProblemOptions,
): string {
  const { severity, message, hint, span, path } = finding;
  const source = sourceOf(finding, sources);
  const place = span === undefined
    ? path ?? ""
    : `${source?.name ?? "line"}:${span.line}:${span.column}`;
  const head = place === "" ? "" : `${place} `;
  const taken = textWidth(`  ${head}${severity}: `);
  const said = wrapText(visible(message), { width, indent: INDENT, taken });
  const lines = [`  ${paint.bold(head)}${brush(severity, paint)(`${severity}:`)} ${said}`];
  if (severity === "error" && span !== undefined && source !== null) {
    lines.push(...renderExcerpt(span, source.text, paint));
  }
  if (hint !== "") {
    const advice = wrapText(visible(hint), { width, indent: INDENT });
    lines.push(" ".repeat(INDENT) + paint.dim(advice));
  }
  return lines.join("\n");
}

/** The text that a finding points into: the one it names, or the only one. */
export function sourceOf(
  { source }: Diagnostic,
  sources: readonly SourceText[],
): SourceText | null {
  if (source === undefined) return sources.length === 1 ? sources[0]! : null;
  return sources.find(({ name }) => name === source) ?? null;
}

function brush(severity: Severity, paint: Paint): (text: string) => string {
  if (severity === "error") return paint.red;
  return severity === "warning" ? paint.yellow : paint.cyan;
}

/** The line of a place, cut to what stands around it, and carets under the culprit. */
export function renderExcerpt(
  { line, column, length }: Span,
  text: string,
  paint: Paint,
): readonly string[] {
  const whole = text.split("\n", line)[line - 1]?.replace(/\r$/, "") ?? "";
  const from = Math.max(0, column - 1 - EXCERPT_LEAD);
  const shown = flat(whole.slice(from, from + EXCERPT_WIDTH));
  const lead = flat(whole.slice(from, column - 1));
  const marked = flat(whole.slice(column - 1, Math.min(column - 1 + length, from + EXCERPT_WIDTH)));
  const gutter = String(line).padStart(INDENT + 2);
  const carets = "^".repeat(Math.max(1, textWidth(marked)));
  return [
    `${paint.dim(`${gutter} │`)} ${shown}`,
    `${paint.dim(`${" ".repeat(gutter.length)} │`)} ${" ".repeat(textWidth(lead))}${
      paint.red(carets)
    }`,
  ];
}

/** Tabs become blanks, so that the mark stands under its character. */
function flat(text: string): string {
  return visible(text.replaceAll("\t", "  "));
}
