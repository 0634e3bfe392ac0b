import { deepStrictEqual } from "node:assert/strict";
import { SourceTexts } from "./source_texts.ts";

Deno.test("SourceTexts says in which file a region stands, and where in it", () => {
  const sources = new SourceTexts([
    { name: "a", text: "one\ntwo" },
    { name: "empty", text: "" },
    { name: "b", text: "\nthree" },
  ]);
  const [a, empty, b] = sources.files;
  const at = (offset: number) => {
    const { source, span } = sources.place({ offset, length: 99 });
    return [source, span?.line, span?.column, span?.length];
  };
  deepStrictEqual(at(a!.base + 4), ["a", 2, 1, 3]);
  deepStrictEqual(at(a!.base + 7), ["a", 2, 4, 0]);
  deepStrictEqual(at(empty!.base), ["empty", 1, 1, 0]);
  deepStrictEqual(at(b!.base + 1), ["b", 2, 1, 5]);
});

Deno.test("SourceTexts names no file when there is only a text", () => {
  const { source, span } = new SourceTexts("text").place({ offset: 1, length: 2 });
  deepStrictEqual([source, span?.column, span?.length], [undefined, 2, 2]);
});
