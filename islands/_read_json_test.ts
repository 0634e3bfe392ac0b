import { deepEqual, equal } from "node:assert/strict";
import * as fc from "fast-check";
import { type JsonNode, readJson } from "./_read_json.ts";

/** The value again, read from where the text says it stands. */
function valueOf(text: string, node: JsonNode): unknown {
  if (node.kind === "array") return node.items.map((item) => valueOf(text, item));
  if (node.kind === "other") return JSON.parse(text.slice(node.from, node.to));
  return Object.fromEntries(node.members.map(({ name, value }) => [name, valueOf(text, value!)]));
}

Deno.test("any JSON is read as JSON.parse reads it, at its places", () => {
  fc.assert(fc.property(fc.json(), fc.constantFrom(0, 2), (source, indent) => {
    const text = JSON.stringify(JSON.parse(source), null, indent);
    const node = readJson(text)!;
    deepEqual(valueOf(text, node), JSON.parse(text));
    deepEqual([node.from, node.to, node.isClosed], [0, text.length, true]);
  }));
});

Deno.test("any text is read to places within it", () => {
  const texts = fc.string({ unit: fc.constantFrom(...'{}[],:"\\ \na1') });
  fc.assert(fc.property(texts, (text) => {
    const rest = [readJson(text)];
    for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
      if (node === null) continue;
      equal(0 <= node.from && node.from < node.to && node.to <= text.length, true);
      rest.push(...node.items, ...node.members.map(({ value }) => value));
    }
  }));
});

Deno.test("what is still being written is read as far as it goes", () => {
  const text = '{"name": "shop", "tables": [{"na';
  const root = readJson(text)!;
  deepEqual(root.members.map(({ name }) => name), ["name", "tables"]);
  const table = root.members[1]!.value!.items[0]!;
  deepEqual([table.isClosed, table.to], [false, text.length]);
  deepEqual(table.members.map(({ name, colon }) => [name, colon]), [["na", null]]);
});

Deno.test("a bracket that is missing does not swallow what comes after", () => {
  const root = readJson('{"a": {"b": [1, 2}, "c": 3}')!;
  deepEqual(root.members.map(({ name }) => name), ["a", "c"]);
});

Deno.test("a hundred thousand brackets are read without a deep call", () => {
  const root = readJson("[".repeat(100_000))!;
  deepEqual([root.kind, root.isClosed, root.items.length], ["array", false, 1]);
});
