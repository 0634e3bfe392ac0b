import { deepEqual, ok } from "node:assert/strict";
import { commandHelp } from "../lib/cli/mod.ts";
import { DIAGNOSTICS, ERRORS } from "../lib/errors/mod.ts";
import { GENERATORS } from "../lib/generation/mod.ts";
import { SERVER_LIMITS } from "../lib/web/mod.ts";
import { ROUTES } from "../routes/manifest_gen.ts";
import { listFiles } from "../tools/list_files.ts";

const ROOT = new URL("../", import.meta.url).pathname.replace(/\/$/, "");

/** Flags of other programs that pages speak of. */
const FOREIGN_FLAGS = /^--(allow|deny|v8)-/;

/** What pages name though it is not ours, and why. */
const EXCUSED: Readonly<Record<string, string>> = {
  "docs/guides/from-the-python-dw-simulator.md: api": "a command of the Python tool",
  "docs/guides/from-the-python-dw-simulator.md: --reload": "a flag of the Python tool",
  "docs/guides/from-the-python-dw-simulator.md: --target-rows": "a flag of the Python tool",
  "docs/guides/from-the-python-dw-simulator.md: --target-warehouse": "a flag of the Python tool",
  "docs/guides/quick-start.md: DATE_TRUNC": "a function of SQL",
  "docs/guides/add-a-generator.md: coffee_drink": "the page adds it",
};

/** Pages that people read; reference is made from code, and decisions tell of their day. */
async function pages(): Promise<ReadonlyMap<string, string>> {
  const guides = (await listFiles(`${ROOT}/docs/guides`)).map((path) => `docs/guides/${path}`);
  const paths = ["README.md", ...guides.filter((path) => path.endsWith(".md"))];
  const texts = await Promise.all(paths.map((path) => Deno.readTextFile(`${ROOT}/${path}`)));
  return new Map(paths.map((path, at) => [path, texts[at]!]));
}

/** What stands between backticks on one line. */
function spans(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!);
}

/** Finds what pages name and the code does not have, as `page: name`. */
async function gone(
  named: (text: string) => Iterable<string>,
  isThere: (name: string) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  let count = 0;
  for (const [path, text] of await pages()) {
    for (const name of named(text)) {
      count++;
      if (!isThere(name) && !(`${path}: ${name}` in EXCUSED)) found.push(`${path}: ${name}`);
    }
  }
  ok(count > 0, "the pages name some");
  return found;
}

Deno.test("no guide names a command that is gone", async () => {
  const commands = (await commandHelp()).map(({ name }) => name.replace(/^dw-sim ?/, ""));
  const groups = new Set(
    commands.filter((name) => name.includes(" ")).map((name) => name.split(" ")[0]!),
  );
  const isThere = (words: string) => {
    const [first = "", second] = words.split(" ");
    const isGroup = groups.has(first) && second !== undefined;
    return commands.includes(isGroup ? words : first);
  };
  const named = (text: string) =>
    [...text.matchAll(/\bdw-sim ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?(?=[\s`'")]|$)/gm)]
      .filter(({ index }) => isCode(text, index))
      .map(([, first, second]) => second === undefined ? first! : `${first} ${second}`);
  deepEqual(await gone(named, isThere), []);
});

/** Whether a place lies in a block of code, or between backticks of its line. */
function isCode(text: string, at: number): boolean {
  const before = text.slice(0, at);
  if ((before.match(/^```/gm)?.length ?? 0) % 2 === 1) return true;
  return (before.slice(before.lastIndexOf("\n") + 1).match(/`/g)?.length ?? 0) % 2 === 1;
}

Deno.test("no guide names a flag that is gone", async () => {
  const help = (await commandHelp()).map(({ help }) => help).join("\n");
  const flags = new Set([...help.matchAll(/--[a-z][a-z-]*/g)].map(([flag]) => flag));
  const named = (text: string) =>
    spans(text).filter((span) => /^(--|dw-sim |[a-z]+ --)/.test(span))
      .flatMap((span) => [...span.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([flag]) => flag))
      .filter((flag) => !FOREIGN_FLAGS.test(flag));
  deepEqual(await gone(named, (flag) => flags.has(flag)), []);
});

Deno.test("no guide names an error or a finding that is gone", async () => {
  const codes = new Set([...Object.keys(ERRORS), ...Object.keys(DIAGNOSTICS)]);
  const areas = new Set([...codes].map((code) => code.split("_")[0]));
  const named = (text: string) =>
    spans(text).filter((span) => /^[A-Z]+(_[A-Z]+)+$/.test(span))
      .filter((span) => areas.has(span.split("_")[0]));
  deepEqual(await gone(named, (code) => codes.has(code)), []);
});

Deno.test("no guide names a call of the API that is gone", async () => {
  const patterns = ROUTES.map(({ path }) =>
    new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}|\[\w+\]|:\w+/g, "[^/]+")}$`)
  );
  const named = (text: string) =>
    [...text.matchAll(/(?<=[\s`"'/\d])\/api(?:\/[\w.{}<>$:-]+)+/g)]
      .map(([path]) => path.replace(/[.:]$/, ""));
  deepEqual(await gone(named, (path) => patterns.some((pattern) => pattern.test(path))), []);
});

Deno.test("no guide names a limit of the server that is gone", async () => {
  const named = (text: string) =>
    [...text.matchAll(/--limit[ =]([a-z][a-z-]*)=/g)].map(([, name]) => name!);
  deepEqual(await gone(named, (name) => Object.hasOwn(SERVER_LIMITS, name)), []);
});

Deno.test("no guide names a generator that is gone", async () => {
  const names = new Set(GENERATORS.flatMap(({ name, aliases }) => [name, ...aliases]));
  const named = (text: string) =>
    [...text.matchAll(/(?:"?faker_rule"?: ?"?|dw-sim generators )([a-z][a-z_]*)(?![.\w])/g)]
      .map(([, name]) => name!);
  deepEqual(await gone(named, (name) => names.has(name)), []);
});
