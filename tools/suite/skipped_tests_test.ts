import assert from "node:assert/strict";
import { skippedLines } from "./skipped_tests.ts";

Deno.test("skippedLines tells each reason once, how to mend it, and names what has none", () => {
  const names = ["a page opens (in Chromium)", "another does (in Chromium)", "who knows why"];
  assert.deepEqual(skippedLines(names), [
    "Skipped 2 tests, since there is no /usr/bin/chromium: apt-get install chromium",
    "Skipped without a reason that is known: who knows why",
  ]);
  assert.deepEqual(skippedLines([]), []);
});
