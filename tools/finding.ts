/** A broken house rule: where, which, and what to do. */
export interface Finding {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
}

/**
 * Prints findings for people, `path:line` first so that terminals and editors link it.
 *
 * @param findings What a check found.
 * @returns One paragraph a finding; empty when there is none.
 */
export function formatFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ path, line, rule, message, fix }) =>
      `${path}:${line} [${rule}] ${message}\n    fix: ${fix}\n`
    )
    .join("");
}

/**
 * Ends a check run from the command line: prints, and fails the process if anything was found.
 *
 * @param what The name of the check, `imports`.
 * @param findings What it found.
 * @param summary What to say when there is nothing wrong.
 */
export function report(what: string, findings: readonly Finding[], summary: string): void {
  const text = findings.length === 0
    ? `${what}: ${summary}\n`
    : `${formatFindings(findings)}\n${what}: ${findings.length} broken house rules\n`;
  Deno.stdout.writeSync(new TextEncoder().encode(text));
  if (findings.length > 0) Deno.exitCode = 1;
}
