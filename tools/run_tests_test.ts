import assert from "node:assert/strict";
import { readCounts, testGroups } from "./run_tests.ts";

Deno.test("testGroups keeps files apart that reach the engine, however many files away", async () => {
  const root = await Deno.makeTempDir();
  try {
    const files = {
      "a_test.ts": 'import "./plain.ts";',
      "b_test.ts": 'import "./far.ts";',
      "c_test.ts": 'import type { X } from "@duckdb/node-api";',
      "plain.ts": "export {};",
      "far.ts": 'const near = () => import("./near.ts");',
      "near.ts": 'import { DuckDBInstance } from "@duckdb/node-api";',
    };
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${root}/${name}`, text);
    }
    assert.deepEqual(await testGroups(root), [["a_test.ts", "c_test.ts"], ["b_test.ts"]]);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("readCounts reads the last summary, coloured or not", () => {
  const output =
    "ok | 1 passed | 0 failed (1s)\n\x1b[31mFAILED\x1b[0m | 12 passed (3 steps) | 2 failed | 1 ignored (2s)\n";
  assert.deepEqual(readCounts(output), { passed: 12, steps: 3, failed: 2, ignored: 1 });
  assert.deepEqual(readCounts("Segmentation fault"), {
    passed: 0,
    steps: 0,
    failed: 0,
    ignored: 0,
  });
});
