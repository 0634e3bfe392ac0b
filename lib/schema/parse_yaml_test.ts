import assert from "node:assert/strict";
import fc from "fast-check";
import { DwSimError } from "../errors/mod.ts";
import { parseYaml } from "./parse_yaml.ts";
import { cpuClock } from "../../tests/cpu_clock.ts";

const OPTIONS = { source: "a.yaml" } as const;

async function refused(text: string): Promise<DwSimError> {
  const error = await parseYaml(text, OPTIONS).then(() => null, (error) => error);
  assert.ok(error instanceof DwSimError, `refuses ${text.slice(0, 40)}`);
  return error;
}

Deno.test("parseYaml gives what JSON could say: days and words stay text, numbers are numbers", async () => {
  const text = "day: 2024-01-31\nyes_or_no: no\nnumber: 0x1F\nlist: [1, 2.5, null, true]\n";
  const { value } = await parseYaml("\ufeff" + text, OPTIONS);
  assert.deepEqual(value, {
    ...{ day: "2024-01-31", yes_or_no: "no", number: 31, list: [1, 2.5, null, true] },
  });
});

Deno.test("parseYaml replaces aliases and merge keys by what they name", async () => {
  const { value } = await parseYaml("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc: *a\n", OPTIONS);
  assert.deepEqual(value, { a: { x: 1, y: 2 }, b: { x: 1, y: 3 }, c: { x: 1, y: 2 } });
});

Deno.test("parseYaml knows where every value stands, and the nearest place of what is missing", async () => {
  const { spanAt } = await parseYaml("top:\n  - name: one\n    list:\n      - 7\n", OPTIONS);
  const at = (...path: (string | number)[]) => {
    const { line, column, length } = spanAt(path);
    return [line, column, length];
  };
  assert.deepEqual(at("top", 0, "name"), [2, 11, 3]);
  assert.deepEqual(at("top", 0, "list"), [3, 5, 4]);
  assert.deepEqual(at("top", 0, "list", 0), [4, 9, 1]);
  assert.deepEqual(at("top", 0, "missing"), [2, 5, 9]);
  assert.deepEqual(at("nowhere", 3), [1, 1, 1]);
});

Deno.test("parseYaml refuses each fault at its place", async () => {
  const cases: readonly (readonly [text: string, line: number, column: number, say: RegExp])[] = [
    ["a: 1\nb: 2\na: 3\n", 3, 1, /key stands twice/],
    ["a:\n\t- 1\n", 2, 1, /tab/],
    ["a: [1,\nb: 2\n", 2, 1, /indented/],
    ["a: 1\n---\nb: 2\n", 2, 1, /second document/],
    ["a:\n  b: *nope\n", 2, 6, /names nothing before it/],
    ["a: &x [*x]\n", 1, 8, /inside what it names/],
    ["a: !secret 1\n", 1, 4, /tag/],
    ["a: !!set {b, c}\n", 1, 10, /tag/],
    ["a: {{ name }}\n", 1, 5, /name of a field/],
    ["a: b: c\n", 1, 4, /second ': '/],
    ["a: 'open\n", 2, 1, /quote/i],
  ];
  for (const [text, line, column, say] of cases) {
    const error = await refused(text);
    assert.equal(error.code, "YAML_UNREADABLE", text);
    assert.match(error.message, say);
    const { span } = error.problems[0]!;
    assert.deepEqual([span!.line, span!.column], [line, column], text);
  }
});

Deno.test("parseYaml ends bombs of aliases, nesting, keys and size soon", async () => {
  const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(", ")}]`;
  const laughs = ["a", ..."bcdefghi"].map((name, at) =>
    level(name, at ? `*${"abcdefghi"[at - 1]}` : "lol")
  );
  const bombs = {
    aliases: laughs.join("\n"),
    brackets: "[".repeat(100_000),
    dashes: "- ".repeat(100_000),
    keys: "? ".repeat(20_000),
    length: "a".repeat(5_000_000),
  };
  for (const [name, text] of Object.entries(bombs)) {
    const elapsedMs = cpuClock();
    const error = await refused(text);
    assert.match(error.code, /^YAML_(UNREADABLE|TOO_LARGE)$/, name);
    assert.ok(elapsedMs() < 3_000, name);
  }
});

Deno.test("parseYaml reads any JSON as JSON.parse does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ noUnicodeString: false, depthSize: "small" }), async (json) => {
      const text = JSON.stringify(json);
      // YAML 1.2 merges '<<', and so it cannot be a field's name.
      fc.pre(!text.includes("<<") && !text.includes("__proto__"));
      assert.deepEqual((await parseYaml(text, OPTIONS)).value, JSON.parse(text));
    }),
    { numRuns: 100 },
  );
});
