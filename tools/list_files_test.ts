import { deepEqual, equal } from "node:assert/strict";
import { withProject } from "./_with_project.ts";
import { isSource, isTestOnly, listFiles } from "./list_files.ts";

Deno.test("listFiles leaves out hidden folders and what tools leave behind", async () => {
  const files = {
    ".git/config": "",
    "node_modules/zod/index.js": "",
    "lib/node_modules/x.ts": "",
    "dist/a.ts": "",
    "lib/b.ts": "",
    "a.md": "",
  };
  deepEqual(await withProject(files, listFiles), ["a.md", "lib/b.ts"]);
});

Deno.test("isSource tells TypeScript and JavaScript from data", () => {
  deepEqual(["a.ts", "a.tsx", "a.mjs", "a.json", "ts", "a.ts.md"].map(isSource), [
    ...[true, true, true],
    ...[false, false, false],
  ]);
});

Deno.test("isTestOnly knows tests, their helpers and benchmarks by name", () => {
  const helpers = ["lib/a/_testing.ts", "lib/a/testing/b.ts", "lib/a/_arbitrary_b.ts"];
  for (const path of ["tests/a.ts", "bench/a.ts", "lib/a/b_test.ts", ...helpers]) {
    equal(isTestOnly(path), true, path);
  }
  for (const path of ["lib/tests/a.ts", "lib/a/testing.ts", "lib/a/protest.ts"]) {
    equal(isTestOnly(path), false, path);
  }
});
