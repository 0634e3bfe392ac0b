import { deepEqual, ok } from "node:assert/strict";
import { DIALECT_RULES } from "./dialect_rules.ts";
import { tokenize } from "./tokens.ts";

function texts(sql: string, dialect: keyof typeof DIALECT_RULES): readonly string[] {
  const tokens = tokenize(sql, DIALECT_RULES[dialect].lexis);
  ok(!("what" in tokens), sql);
  return tokens.map(({ text }) => text);
}

Deno.test("tokenize gives texts the engine's escapes, which are none", () => {
  deepEqual(texts(String.raw`'a\'b\n'`, "snowflake"), ["'a''b\n'", ""]);
  deepEqual(texts(String.raw`'\\d'`, "redshift"), [String.raw`'\d'`, ""]);
  deepEqual(texts(String.raw`'\d'`, "postgres"), [String.raw`'\d'`, ""]);
  deepEqual(texts(String.raw`E'\t'`, "postgres"), ["'\t'", ""]);
  deepEqual(texts("$$it's$$", "snowflake"), ["'it''s'", ""]);
  deepEqual(texts(String.raw`'\x41\u00e9\101'`, "snowflake"), ["'AéA'", ""]);
});

Deno.test("tokenize makes comments the engine's own", () => {
  const tokens = tokenize("a // b\nc", DIALECT_RULES.snowflake.lexis);
  ok(!("what" in tokens));
  deepEqual(tokens.map(({ lead }) => lead), ["", " -- b\n", ""]);
});

Deno.test("tokenize tells what never ends, and what is no SQL", () => {
  const faults: readonly (readonly [sql: string, offset: number])[] = [
    ["a 'b", 2],
    ['"b', 0],
    ["a /* b", 2],
    ["$x$ b", 0],
    ["a § b", 2],
    ["1x", 0],
  ];
  for (const [sql, offset] of faults) {
    const found = tokenize(sql, DIALECT_RULES.postgres.lexis);
    ok("what" in found, sql);
    deepEqual([sql, found.offset], [sql, offset]);
  }
});

Deno.test("tokenize reads a text of a million letters in a moment", () => {
  const sql = `'${"a\\'".repeat(300_000)}'`;
  ok(texts(sql, "snowflake").length === 2);
});
