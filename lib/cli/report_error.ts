import { DwSimError } from "../errors/mod.ts";
import type { CliContext } from "./cli_context.ts";
import { EXIT_CODE } from "./exit_code.ts";
import { paintFor } from "./paint.ts";
import { renderExcerpt, renderProblems, sourceOf } from "./render_problems.ts";
import { visible } from "./text_width.ts";
import { wrapText } from "./wrap_text.ts";

const PROBLEM_COUNT_MAX = 20;

/**
 * Tells an error on standard error: for people message, places, hint; with `--json` one object.
 *
 * @returns The exit code of its kind.
 */
export function reportError(error: unknown, context: CliContext): number {
  const known = error instanceof DwSimError ? error : unexpected(error);
  const exitCode = EXIT_CODE[known.kind];
  context.err.print(
    context.options.json ? `${errorJson(known, exitCode)}\n` : `${errorText(known, context)}\n`,
  );
  return exitCode;
}

/** The edge is where what nobody expected becomes an error of ours. */
function unexpected(error: unknown): DwSimError {
  const what = error instanceof Error ? error.message : String(error);
  return new DwSimError("INTERNAL_UNEXPECTED", { what }, { cause: error });
}

function errorText(error: DwSimError, { err, sources }: CliContext): string {
  const paint = paintFor(err);
  const { columns: width } = err;
  const { message, hint, problems } = error;
  const lines = [labelled(message, { label: "error:", brush: paint.red, width })];
  const [first] = problems;
  // An error that is about one place says it once.
  const said = problems.length === 1 && message.includes(first!.message) ? first : undefined;
  const source = said === undefined ? null : sourceOf(said, sources);
  if (said?.span !== undefined && source !== null) {
    lines.push(...renderExcerpt(said.span, source.text, paint));
  }
  if (problems.length > 0 && said === undefined) {
    lines.push(renderProblems(problems, { sources, paint, width, countMax: PROBLEM_COUNT_MAX }));
  }
  const advice = said?.hint || hint;
  if (advice !== "") lines.push(labelled(advice, { label: "hint:", brush: paint.cyan, width }));
  if (error.kind === "internal") lines.push(paint.dim(traceOf(error)));
  return lines.join("\n");
}

interface Label {
  readonly label: string;
  readonly brush: (text: string) => string;
  readonly width: number;
}

function labelled(text: string, { label, brush, width }: Label): string {
  const taken = label.length + 1;
  return `${brush(label)} ${wrapText(visible(text), { width, indent: taken, taken })}`;
}

function traceOf({ stack, cause }: Error): string {
  return cause instanceof Error ? traceOf(cause) : stack ?? "";
}

function errorJson(error: DwSimError, exitCode: number): string {
  const { code, kind, message, hint, problems } = error;
  return JSON.stringify({ error: { code, kind, message, hint, problems }, exit_code: exitCode });
}
