import { deepEqual } from "node:assert/strict";
import { withProject } from "./_with_project.ts";
import { isSource, listFiles } from "./list_files.ts";
import { readImports } from "./read_imports.ts";

function briefly(source: string): readonly string[] {
  return readImports(source).map(({ specifier, line, kind }) => `${line} ${kind} ${specifier}`);
}

Deno.test("readImports finds every way to import", () => {
  const source = `import a from "a";
import b, { c as d, type E } from 'b';
import * as f from "f"; import "g";
import type { H } from "h";
import { type I, type J as K } from "i";
import type L from "l";
export * from "m"; export * as n from "n";
export { o } from "o"; export type { P } from "p";
const q = await import("q"); const r = import(\`r\`);
let s: typeof import("s"); let t: import("t").T;
new Worker(new URL("./u.ts", import.meta.url), { type: "module" });
import.meta.resolve("./v.ts");
import data from "./w.json" with { type: "json" };
import type from "x";
import {
  y,
} from "y";
`;
  deepEqual(briefly(source), [
    "1 value a",
    "2 value b",
    "3 value f",
    "3 value g",
    "4 type h",
    "5 type i",
    "6 type l",
    "7 value m",
    "7 value n",
    "8 value o",
    "8 type p",
    "9 dynamic q",
    "9 dynamic r",
    "10 type s",
    "10 type t",
    "11 url ./u.ts",
    "12 url ./v.ts",
    "13 value ./w.json",
    "14 value x",
    "15 value y",
  ]);
});

Deno.test("readImports tells a computed import", () => {
  deepEqual(readImports("await import(name); import('./' + name); import(`./${name}`);"), [
    { specifier: null, line: 1, kind: "dynamic" },
    { specifier: null, line: 1, kind: "dynamic" },
    { specifier: null, line: 1, kind: "dynamic" },
  ]);
});

Deno.test("readImports leaves exports without a source and other words alone", () => {
  const source = `export { a, b };
export const from = "a";
export default { from: "b" };
export type { C };
object.import("d"); interface E { import(path: string): void }
new URL("./f.ts", base); import.meta.url;
export { a }
const from_ = "g";
`;
  deepEqual(briefly(source), []);
});

Deno.test("readImports reads past JSX, patterns, escapes and nested templates", () => {
  const source = `const page = <p title="it's">Don't <b>stop</b> {x}</p>;
import "a";
const quotes = /["'\`/]+/.test(text) || "\\"" + '\\'' + \`\\\`\${\`\${"}"}\`}\`;
import "b";
const half = width / 2; const third = (a + b) / 3 / "c".length;
import "c";
`;
  deepEqual(briefly(source), ["2 value a", "4 value b", "6 value c"]);
});

interface ModuleInfo {
  readonly specifier: string;
  readonly dependencies?: readonly { readonly specifier: string }[];
}

Deno.test("readImports agrees with Deno's own parser on every file of the project", async () => {
  const root = new URL("../", import.meta.url).pathname;
  const paths = (await listFiles(root)).filter(isSource);
  const roots = paths.map((path) => `import "${root}${path}";`).join("\n");
  const modules = await withProject({ "all.ts": roots }, async (folder) => {
    // Without the configuration, names of packages stay unresolved and nothing is fetched.
    const args = ["info", "--json", "--no-config", "--no-lock", `${folder}/all.ts`];
    const { stdout } = await new Deno.Command(Deno.execPath(), { args }).output();
    return (JSON.parse(new TextDecoder().decode(stdout)) as { modules: ModuleInfo[] }).modules;
  });
  for (const path of paths) {
    const info = modules.find(({ specifier }) => specifier === `file://${root}${path}`);
    const theirs = (info?.dependencies ?? []).map(({ specifier }) => specifier);
    const ours = readImports(await Deno.readTextFile(root + path))
      .filter(({ kind, specifier }) => kind !== "url" && specifier !== null)
      .map(({ specifier }) => specifier);
    deepEqual([...new Set(ours)].sort(), [...new Set(theirs)].sort(), path);
  }
});
