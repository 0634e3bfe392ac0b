import assert from "node:assert/strict";
import fc from "fast-check";
import { findJsonFault } from "./find_json_fault.ts";

const CASES: readonly [text: string, line: number, column: number, reason: RegExp][] = [
  ["", 1, 1, /empty/],
  ["  \n ", 2, 2, /empty/],
  ['{"a": 1,}', 1, 9, /comma stands before '}'/],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, /expected ',' or '}'/],
  ["{\n  name: 1\n}", 2, 3, /field name or '}'/],
  ["{'a': 1}", 1, 2, /double quotes/],
  ['{"a": [1, 2}', 1, 12, /expected ',' or '\]'/],
  ['{"a": [1, ]}', 1, 11, /value is missing before '\]'/],
  ['{"a": tru}', 1, 7, /'tru' is not a JSON value/],
  ['{"a": 01}', 1, 7, /'01' is not a JSON number/],
  ['{"a": .5}', 1, 7, /'\.5' is not a JSON number/],
  ['{"a": "x\n}', 1, 7, /no closing quote/],
  ['{"a": "\\x"}', 1, 8, /'\\x' is not a JSON escape/],
  ['{"a": 1} {', 1, 10, /document ends before '{'/],
  ['{"a": // no\n1}', 1, 7, /no comments/],
  ['{"a" 1}', 1, 6, /expected ':'/],
  ['[{"a": 1},\n[', 2, 2, /'\[' of line 2 is closed/],
];

for (const [text, line, column, reason] of CASES) {
  Deno.test(`findJsonFault: ${JSON.stringify(text)} fails at ${line}:${column}`, () => {
    assert.throws(() => JSON.parse(text));
    const fault = findJsonFault(text);
    assert.deepEqual([fault?.line, fault?.column], [line, column]);
    assert.match(fault!.reason, reason);
  });
}

Deno.test("findJsonFault: finds a fault exactly when the engine does, in damaged JSON", () => {
  const damage = fc.tuple(fc.json(), fc.nat(), fc.nat(3), fc.constantFrom(...'{}[],:"x0.-\\\n '));
  fc.assert(
    fc.property(damage, ([json, at, removed, added]) => {
      const from = at % (json.length + 1);
      const text = json.slice(0, from) + added + json.slice(from + removed);
      assert.equal(findJsonFault(text) === null, parses(text), text);
    }),
    { numRuns: 3000 },
  );
});

Deno.test("findJsonFault: takes any JSON however deep", () => {
  assert.equal(findJsonFault("[".repeat(50_000) + "]".repeat(50_000)), null);
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
