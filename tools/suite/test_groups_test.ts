import assert from "node:assert/strict";
import { testGroups } from "./test_groups.ts";

Deno.test("testGroups keeps files apart that reach the engine, however many files away", async () => {
  const root = await Deno.makeTempDir();
  try {
    const files = {
      "lib/a_test.ts": 'import "./plain.ts";',
      "lib/b_test.ts": 'import "./far.ts";',
      "lib/c_test.ts": 'import type { X } from "@duckdb/node-api";',
      "lib/plain.ts": "export {};",
      "lib/far.ts": 'const near = () => import("./near.ts");',
      "lib/near.ts": 'import { DuckDBInstance } from "@duckdb/node-api";',
      "tests/d_test.ts": "export {};",
      "tests/e_test.ts": "export {};",
      "tools/f_test.ts": "export {};",
      "tools/g_test.ts": "export {};",
    };
    for (const [name, text] of Object.entries(files)) {
      await Deno.mkdir(`${root}/${name.split("/")[0]}`, { recursive: true });
      await Deno.writeTextFile(`${root}/${name}`, text);
    }
    const groups = (await testGroups(root)).map((paths) => paths.join(" "));
    assert.deepEqual(groups.slice(0, 2).toSorted(), ["tests/d_test.ts", "tests/e_test.ts"]);
    assert.deepEqual(groups.toSorted(), [
      "lib/a_test.ts",
      "lib/b_test.ts",
      "lib/c_test.ts",
      "tests/d_test.ts",
      "tests/e_test.ts",
      "tools/f_test.ts tools/g_test.ts",
    ]);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("testGroups has every test file of a room in one process", async () => {
  const root = await Deno.makeTempDir();
  try {
    for (const path of ["lib/ddl/a_test.ts", "lib/ddl/deep/b_test.ts", "lib/disk/c_test.tsx"]) {
      await Deno.mkdir(`${root}/${path.slice(0, path.lastIndexOf("/"))}`, { recursive: true });
      await Deno.writeTextFile(`${root}/${path}`, "export {};");
    }
    const groups = (await testGroups(root)).map((paths) => paths.toSorted()).toSorted();
    assert.deepEqual(groups, [
      ["lib/ddl/a_test.ts", "lib/ddl/deep/b_test.ts"],
      ["lib/disk/c_test.tsx"],
    ]);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
