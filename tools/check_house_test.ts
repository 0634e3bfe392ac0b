import { deepEqual, equal } from "node:assert/strict";
import { withProject } from "./_with_project.ts";
import { checkHouse } from "./check_house.ts";

async function brokenRules(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { findings } = await withProject(files, checkHouse);
  return findings.map(({ path, line, rule }) => `${path}:${line} ${rule}`);
}

const lines = (count: number) => "export const one = 1;\n".repeat(count);

Deno.test("checkHouse accepts files up to the limit, and longer tests and generated ones", async () => {
  const files = {
    "lib/ddl/a.ts": lines(400),
    "lib/ddl/a_test.ts": lines(401),
    "lib/ddl/a_gen.ts": lines(401),
  };
  deepEqual(await brokenRules(files), []);
});

Deno.test("checkHouse refuses a long file", async () => {
  deepEqual(await brokenRules({ "lib/ddl/a.ts": lines(401) }), ["lib/ddl/a.ts:1 file-size"]);
});

Deno.test("checkHouse refuses a long function", async () => {
  const longest = `function a() {\n${"  one();\n".repeat(68)}}\n`;
  const files = { "lib/ddl/a.ts": `${longest}\n${longest.replace("{", "{\n")}` };
  deepEqual(await brokenRules(files), ["lib/ddl/a.ts:72 function-size"]);
});

Deno.test("checkHouse refuses tests whose names tell nothing", async () => {
  const files = {
    "lib/ddl/a_test.ts": 'Deno.test("readName", () => {});\nDeno.test("a name is read", f);',
    "lib/ddl/b_test.ts": "Deno.test({\n  name: `works fine`,\n  fn: () => {},\n});",
    "lib/ddl/c_test.ts": 'browserTest("a page opens.", f);',
  };
  deepEqual(await brokenRules(files), [
    "lib/ddl/a_test.ts:1 test-name",
    "lib/ddl/b_test.ts:1 test-name",
    "lib/ddl/c_test.ts:1 test-name",
  ]);
});

Deno.test("checkHouse refuses postponed work, in code and in prose", async () => {
  const files = {
    "lib/ddl/a.ts": "// TO" + "DO later\nconst TODOS = 1;",
    "docs/a.md": "\nFIX" + "ME",
  };
  deepEqual(await brokenRules(files), ["docs/a.md:2 postponed", "lib/ddl/a.ts:1 postponed"]);
});

Deno.test("checkHouse refuses the console in the library, not the word", async () => {
  const files = {
    "lib/ddl/a.ts": `// console.log\nconst text = "console.log";\nconsole.error(text);`,
    "bench/a.ts": "console.log(1);",
  };
  deepEqual(await brokenRules(files), ["lib/ddl/a.ts:3 console"]);
});

Deno.test("checkHouse refuses paths of one machine", async () => {
  const files = {
    "README.md": "see /ho" + "me/ann/dw-sim",
    "docs/b.md": "see https://example.com/ho" + "me/ann/ and ../wor" + "k/",
  };
  deepEqual(await brokenRules(files), ["README.md:1 machine-path"]);
});

Deno.test("checkHouse tells which sources have no test beside them", async () => {
  const files = {
    "lib/ddl/lexer.ts": "export function lex() {}",
    "lib/ddl/lexer_test.ts": "",
    "lib/ddl/reader.ts": "export class Reader {}",
    "lib/ddl/tokens.ts": "export interface Token {}",
  };
  const { untested, fileCount } = await withProject(files, checkHouse);
  deepEqual(untested, ["lib/ddl/reader.ts"]);
  equal(fileCount, 4);
});
