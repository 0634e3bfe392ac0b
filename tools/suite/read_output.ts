/** What the summaries of Deno count. */
export interface TestCounts {
  readonly passed: number;
  readonly steps: number;
  readonly failed: number;
  readonly ignored: number;
}

export const NO_TESTS: TestCounts = { passed: 0, steps: 0, failed: 0, ignored: 0 };

/** What a test process told. */
export interface TestOutput {
  readonly counts: TestCounts;
  /** Names of tests that were not run. */
  readonly ignored: readonly string[];
}

/**
 * Reads Deno's last summary, `ok | 12 passed (3 steps) | 0 failed | 1 ignored (2s)`, and the names
 * before `... ignored`.
 *
 * @param output What a test process printed, coloured or not.
 */
export function readOutput(output: string): TestOutput {
  // deno-lint-ignore no-control-regex
  const lines = output.replace(/\x1b\[[0-9;]*m/g, "").split("\n");
  const summary = lines.findLast((line) => /^(ok|FAILED) \| \d+ passed/.test(line)) ?? "";
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(summary)?.[1] ?? 0);
  return {
    counts: {
      passed: count("passed"),
      steps: count("steps?"),
      failed: count("failed"),
      ignored: count("ignored"),
    },
    ignored: lines.flatMap((line) => /^\s*(\S.*) \.\.\. ignored/.exec(line)?.[1] ?? []),
  };
}

/** Counts of two processes together. */
export function addCounts(a: TestCounts, b: TestCounts): TestCounts {
  return {
    passed: a.passed + b.passed,
    steps: a.steps + b.steps,
    failed: a.failed + b.failed,
    ignored: a.ignored + b.ignored,
  };
}
