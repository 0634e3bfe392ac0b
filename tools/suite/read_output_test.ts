import assert from "node:assert/strict";
import { NO_TESTS, readOutput } from "./read_output.ts";

Deno.test("readOutput reads the last summary, coloured or not", () => {
  const output =
    "ok | 1 passed | 0 failed (1s)\n\x1b[31mFAILED\x1b[0m | 12 passed (3 steps) | 2 failed | 1 ignored (2s)\n";
  assert.deepEqual(readOutput(output).counts, { passed: 12, steps: 3, failed: 2, ignored: 1 });
  assert.deepEqual(readOutput("Segmentation fault").counts, NO_TESTS);
});

Deno.test("readOutput names the tests and steps that were not run", () => {
  const output =
    "a is b ... \x1b[33mignored\x1b[0m (0ms)\nc ...\n  d is e ... ignored (0ms)\nf ... ok (1s)";
  assert.deepEqual(readOutput(output).ignored, ["a is b", "d is e"]);
});
