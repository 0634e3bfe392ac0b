import assert from "node:assert/strict";
import { canonicalJson, momentLiteral, readBraces, writeBraces } from "./_literals.ts";

Deno.test("lists between braces are read with quotes, NULLs and lists in lists", () => {
  assert.deepEqual(readBraces('{1,"a, \\"b\\"",NULL,{x,}'), null);
  assert.deepEqual(readBraces('{1,"a, \\"b\\"",null,"null"}'), ["1", 'a, "b"', null, "null"]);
  assert.deepEqual(readBraces("{{1,2},{3}}"), [["1", "2"], ["3"]]);
  assert.equal(readBraces("{".repeat(20_000)), null);
  assert.equal(writeBraces(["it's", null, ["x"]]), "['it''s', NULL, ['x']]");
});

Deno.test("documents have their keys once and in JSONB's order, and numbers as they are written", () => {
  assert.equal(
    canonicalJson('{"bb": 1.50, "a": [1e2, "x"], "bb": null}'),
    '{"a":[100,"x"],"bb":null}',
  );
  assert.equal(canonicalJson("{a: 1}"), null);
});

Deno.test("moments that the engine would misread are said otherwise, or are not understood", () => {
  assert.equal(momentLiteral("Jan 5, 2020", "date"), "'2020-01-05'");
  assert.equal(momentLiteral("2020-01-01 10:20+02", "timestamptz"), "'2020-01-01 10:20:00+02'");
  assert.equal(momentLiteral("0044-03-15 BC", "date"), null);
  assert.equal(momentLiteral("10:20:30 PM", "time"), null);
});
