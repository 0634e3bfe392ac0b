import assert from "node:assert/strict";
import { wrapText } from "./wrap_text.ts";

Deno.test("wrapText breaks between words and indents what follows", () => {
  const options = { width: 12, indent: 2, taken: 4 };
  assert.equal(wrapText("one two three four", options), "one two\n  three four");
});

Deno.test("wrapText gives a word that is too long a line of its own", () => {
  const options = { width: 6, indent: 1 };
  assert.equal(wrapText("a incomprehensible b", options), "a\n incomprehensible\n b");
});

Deno.test("wrapText leaves a text whole where there is no end of a line", () => {
  assert.equal(wrapText("a b c", { width: Infinity, indent: 4 }), "a b c");
});
