import { deepEqual, equal, match } from "node:assert/strict";
import { withProject } from "./_with_project.ts";
import { checkImports } from "./check_imports.ts";

/** Runs the check over these files and gives `path:line rule` of each finding. */
async function brokenRules(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const findings = await withProject(files, checkImports);
  for (const { message, fix } of findings) {
    match(message, /^[A-Z"]/);
    equal(fix.length > 0, true);
  }
  return findings.map(({ path, line, rule }) => `${path}:${line} ${rule}`);
}

const ALLOWED = {
  "cli.ts": `import { main } from "./lib/cli/mod.ts";`,
  "lib/cli/mod.ts": `import { Command } from "commander";\nimport "./_print.ts";`,
  "lib/cli/_print.ts":
    `import { styleText } from "node:util";\nimport { app } from "../app/mod.ts";`,
  "lib/app/mod.ts": `export { write } from "../storage/mod.ts";`,
  "lib/storage/mod.ts":
    `import type { ColumnPage } from "../columns/mod.ts";\nnew Worker(new URL("./worker.ts", import.meta.url));`,
  "lib/storage/worker.ts": `import { z } from "../schema/mod.ts";`,
  "lib/schema/mod.ts": `import { z } from "zod";\nexport * from "../errors/mod.ts";`,
  "lib/errors/mod.ts": "",
  "lib/columns/mod.ts": "",
  "lib/parquet/page_test.ts":
    `import { parquetRead } from "hyparquet";\nimport { plan } from "../generation/mod.ts";`,
  "islands/grid.tsx": `import type { Row } from "../lib/app/mod.ts";`,
  "tests/demo_test.ts": `import { main } from "../lib/cli/mod.ts";`,
  "node_modules/zod/package.json": "{}",
};

Deno.test("checkImports accepts a project that keeps the rules", async () => {
  deepEqual(await brokenRules(ALLOWED), []);
});

Deno.test("checkImports refuses a room above", async () => {
  const files = { "lib/generation/plan.ts": `\nimport { read } from "../ddl/mod.ts";` };
  deepEqual(await brokenRules(files), ["lib/generation/plan.ts:2 room"]);
});

Deno.test("checkImports refuses any import by the room of columns", async () => {
  const files = { "lib/columns/page.ts": `import { invariant } from "../errors/mod.ts";` };
  deepEqual(await brokenRules(files), ["lib/columns/page.ts:1 room"]);
});

Deno.test("checkImports refuses interfaces that use each other", async () => {
  const files = { "lib/web/page.ts": `import { print } from "../cli/mod.ts";` };
  deepEqual(await brokenRules(files), ["lib/web/page.ts:1 room"]);
});

Deno.test("checkImports refuses a room that nobody listed", async () => {
  const files = { "lib/helpers/mod.ts": "export const one = 1;" };
  deepEqual(await brokenRules(files), ["lib/helpers/mod.ts:1 unknown-room"]);
});

Deno.test("checkImports refuses to enter a room other than by its door", async () => {
  const files = {
    "lib/app/run.ts": `export { write } from "../storage/write.ts";`,
    "lib/app/run_test.ts": `import { write } from "../storage/write.ts";`,
    "tests/run_test.ts": `import { write } from "../lib/storage/write.ts";`,
  };
  deepEqual(await brokenRules(files), [
    "lib/app/run.ts:1 door",
    "lib/app/run_test.ts:1 door",
    "tests/run_test.ts:1 door",
  ]);
});

Deno.test("checkImports lets in by the side door of a room that has one", async () => {
  const files = {
    "lib/storage/a.ts": `import { bindTable } from "../generation/bind_table.ts";`,
    "lib/generation/bind_table.ts": "export function bindTable(): void {}",
    "lib/app/a.ts": `import { other } from "../storage/bind_table.ts";`,
    "lib/storage/bind_table.ts": "export const other = 1;",
  };
  deepEqual(await brokenRules(files), ["lib/app/a.ts:1 door"]);
});

Deno.test("checkImports refuses a worker started in another room", async () => {
  const files = { "lib/app/a.ts": `new URL("../storage/worker.ts", import.meta.url);` };
  deepEqual(await brokenRules(files), ["lib/app/a.ts:1 door"]);
});

Deno.test("checkImports refuses code of lib in the browser, and allows its types", async () => {
  const files = { "islands/grid.tsx": `import { query, type Row } from "../lib/app/mod.ts";` };
  deepEqual(await brokenRules(files), ["islands/grid.tsx:1 room"]);
});

Deno.test("checkImports refuses a package outside its home", async () => {
  const files = {
    "lib/schema/a.ts": `import { faker } from "@faker-js/faker/locale/en";`,
    "lib/query/b.ts": `const { DatabaseSync } = await import("node:sqlite");`,
    "lib/ddl/c_test.ts": `import { z } from "zod";`,
    "lib/parquet/d.ts": `import { parquetRead } from "hyparquet";`,
  };
  deepEqual(await brokenRules(files), [
    "lib/ddl/c_test.ts:1 package",
    "lib/parquet/d.ts:1 package",
    "lib/query/b.ts:1 package",
    "lib/schema/a.ts:1 package",
  ]);
});

Deno.test("checkImports refuses a package without a home", async () => {
  const files = { "lib/app/a.ts": `import chalk from "chalk";` };
  deepEqual(await brokenRules(files), ["lib/app/a.ts:1 package"]);
});

Deno.test("checkImports refuses a private file of another folder", async () => {
  const files = {
    "lib/ddl/reader.ts": `import { scan } from "./lexer/_scan.ts";`,
    "lib/ddl/lexer/lexer.ts": `import { scan } from "./_scan.ts";`,
    "lib/ddl/lexer/_scan.ts": "",
    "lib/ddl/lexer/scan_test.ts": `import { sample } from "../_testing.ts";`,
    "lib/ddl/_testing.ts": "",
  };
  deepEqual(await brokenRules(files), ["lib/ddl/reader.ts:1 private"]);
});

Deno.test("checkImports refuses whatever does not come through the import map", async () => {
  const files = {
    "lib/ddl/a.ts": `import "jsr:@std/path";`,
    "lib/ddl/b.ts": `import "https://deno.land/x/mod.ts";`,
    "lib/ddl/c.ts": `import "npm:zod@4";`,
    "lib/ddl/d.ts": "await import(`./${name}.ts`);",
  };
  deepEqual(await brokenRules(files), [
    "lib/ddl/a.ts:1 remote",
    "lib/ddl/b.ts:1 remote",
    "lib/ddl/c.ts:1 unpinned",
    "lib/ddl/d.ts:1 computed",
  ]);
});

Deno.test("checkImports refuses a package.json", async () => {
  deepEqual(await brokenRules({ "docs/package.json": "{}" }), ["docs/package.json:1 package-json"]);
});

Deno.test("checkImports refuses files that load each other, and names the way round", async () => {
  const files = {
    "lib/ddl/a.ts": `import "./b.ts";`,
    "lib/ddl/b.ts": `import type { A } from "./a.ts";\nexport { c } from "./c.ts";`,
    "lib/ddl/c.ts": `import { a } from "./a.ts";`,
    "lib/ddl/lazy.ts": `import "./later.ts";`,
    "lib/ddl/later.ts": `await import("./lazy.ts");`,
  };
  const findings = await withProject(files, checkImports);
  deepEqual(findings.map(({ path, line, message }) => ({ path, line, message })), [{
    path: "lib/ddl/a.ts",
    line: 1,
    message: "Files import each other: lib/ddl/a.ts → lib/ddl/b.ts → lib/ddl/c.ts → lib/ddl/a.ts",
  }]);
});

Deno.test("checkImports is not fooled by comments and strings", async () => {
  const files = {
    "lib/errors/a.ts": [
      `// import "../ddl/mod.ts";`,
      `/* export * from "../ddl/mod.ts"; */`,
      `export const text = 'import "../ddl/mod.ts"';`,
      'export const other = `import "../ddl/mod.ts"; ${text + `import "zod"`} from "zod"`;',
      `export const pattern = /import "zod"\\/["'\`]/;`,
      `export const fields = { import: 1, from: "zod" }; fields.import;`,
    ].join("\n"),
  };
  deepEqual(await brokenRules(files), []);
});

Deno.test("the command fails with the findings on its output", async () => {
  const script = new URL("./check_imports.ts", import.meta.url).pathname;
  const files = { "lib/errors/a.ts": `import "../ddl/mod.ts";` };
  const { code, stdout } = await withProject(
    files,
    (cwd) => new Deno.Command(Deno.execPath(), { args: ["run", "-A", script], cwd }).output(),
  );
  equal(code, 1);
  match(new TextDecoder().decode(stdout), /^lib\/errors\/a\.ts:1 \[room\] "errors" imports "ddl"/);
});
