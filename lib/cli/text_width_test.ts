import assert from "node:assert/strict";
import { fitWidth, textWidth, visible } from "./text_width.ts";

Deno.test("textWidth counts columns, not code units", () => {
  assert.deepEqual(["abc", "é", "e\u0301", "東京", "😀", ""].map(textWidth), [3, 1, 1, 4, 2, 0]);
});

Deno.test("fitWidth cuts to the width and says so", () => {
  assert.equal(fitWidth("abcdef", 6), "abcdef");
  assert.equal(fitWidth("abcdefg", 6), "abcde…");
  assert.equal(fitWidth("東京都庁", 6), "東京…");
  for (let width = 1; width < 9; width++) {
    assert.ok(textWidth(fitWidth("a東京b都庁", width)) <= width);
  }
});

Deno.test("visible leaves nothing in a text that could move a cursor", () => {
  assert.equal(visible("a\nb\tc"), "a⏎b␉c");
  assert.equal(visible("\x1b[31mred\x9b0m\x7f"), "␛[31mred\ufffd0m␡");
  assert.equal(visible("naïve 東京"), "naïve 東京");
});
