import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { SourceText } from "./source_text.ts";

Deno.test("SourceText counts lines that end in LF, CRLF and CR", () => {
  const source = new SourceText("a\nbc\r\nd\re");
  const places = [0, 2, 3, 6, 8].map((offset) => source.span({ offset, length: 1 }));
  deepStrictEqual(places.map(({ line, column }) => [line, column]), [
    [1, 1],
    [2, 1],
    [2, 2],
    [3, 1],
    [4, 1],
  ]);
});

Deno.test("SourceText does not count a byte order mark as a column", () => {
  const { line, column } = new SourceText("\ufeffabc").span({ offset: 2, length: 1 });
  deepStrictEqual([line, column], [1, 2]);
});

Deno.test("SourceText clips a region that reaches past its end", () => {
  const span = new SourceText("ab").span({ offset: 9, length: 9 });
  deepStrictEqual(span, { offset: 2, length: 0, line: 1, column: 3 });
});

Deno.test("SourceText gives a line without its end, and nothing for a line it does not have", () => {
  const source = new SourceText("one\r\ntwo");
  deepStrictEqual([1, 2, 3].map((line) => source.line(line)), ["one", "two", ""]);
});

Deno.test("SourceText places every offset on the line that holds it", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("a", "\n", " ") }), (text) => {
    const source = new SourceText(text);
    for (let offset = 0; offset < text.length; offset++) {
      const { line, column } = source.span({ offset, length: 1 });
      const before = text.slice(0, offset).split("\n");
      deepStrictEqual([line, column], [before.length, before.at(-1)!.length + 1]);
      if (text[offset] !== "\n") strictEqual(source.line(line)[column - 1], text[offset]);
    }
  }));
});
