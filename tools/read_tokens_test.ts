import { deepEqual, equal } from "node:assert/strict";
import { readTokens } from "./read_tokens.ts";

Deno.test("readTokens skips comments and keeps count of lines", () => {
  const tokens = readTokens("#!/bin/deno\n// one\n/* two\nthree */ four\n=> 'five'");
  deepEqual(tokens, [
    { kind: "word", text: "four", line: 4 },
    { kind: "mark", text: "=>", line: 5 },
    { kind: "string", text: "five", line: 5 },
  ]);
});

Deno.test("readTokens resolves escapes of strings", () => {
  const [token] = readTokens(`"\\x61\\u0062\\u{63}\\"\\\\"`);
  equal(token!.text, `abc"\\`);
});

Deno.test("readTokens tells a division from a pattern", () => {
  const kinds = readTokens("a / b / c; return /'/g; x = /[/'\"]/; f(/`/)").map(({ kind }) => kind);
  equal(kinds.filter((kind) => kind === "pattern").length, 3);
  equal(kinds.includes("string"), false);
});

Deno.test("readTokens reads code inside templates and text around it", () => {
  const texts = readTokens("`a ${b({ c: `d ${e} f` })} 'g` + h").map(({ text }) => text);
  deepEqual(
    texts.filter((text) => /^[a-h]/.test(text)),
    ["b", "c", "e", "h"],
  );
});
