import assert from "node:assert/strict";
import type { LogicalType } from "../../schema/mod.ts";
import { WordBook } from "../generators/word_book.ts";
import { defaultGenerator } from "./default_generator.ts";

const TYPES: readonly LogicalType[] = [
  { kind: "boolean" },
  { kind: "integer", bits: 8 },
  { kind: "decimal", precision: 38, scale: 37 },
  { kind: "float", bits: 32 },
  { kind: "string", maxLength: 1, fixed: true },
  { kind: "binary", maxLength: 4 },
  { kind: "date" },
  { kind: "time", precision: 0, zoned: false },
  { kind: "timestamp", precision: 9, zoned: true },
  { kind: "json" },
  { kind: "uuid" },
  { kind: "geography" },
  { kind: "interval" },
];

for (const type of TYPES) {
  Deno.test(`defaultGenerator has one for ${type.kind}`, () => {
    assert.ok(defaultGenerator({ type }).produces.includes(type.kind));
  });
}

Deno.test("the defaults of small columns stay inside them", async () => {
  const book = await WordBook.open();
  const source = (type: LogicalType) => defaultGenerator({ type }).source({ type, book });
  const tiny = source({ kind: "integer", bits: 8 });
  assert.ok(tiny.kind === "number" && tiny.min === 1 && tiny.max === 127);
  const narrow = source({ kind: "decimal", precision: 3, scale: 2 });
  assert.ok(narrow.kind === "number" && narrow.max === 9.99 && narrow.decimals === 2);
  const whole = source({ kind: "decimal", precision: 2, scale: 0 });
  assert.ok(whole.kind === "number" && whole.max === 99 && whole.decimals === 0);
  const bytes = source({ kind: "binary", maxLength: 4 });
  assert.deepEqual(bytes, { kind: "bytes", length: 4 });
  const letter = source({ kind: "string", maxLength: 1, fixed: true });
  assert.ok(letter.kind === "text" && letter.parts[0]?.kind === "symbols");
  assert.equal(letter.parts[0].width, 1);
});

Deno.test("defaultGenerator makes arrays where the DDL says so", () => {
  const type = { kind: "json" } as const;
  for (const declaredType of ["ARRAY", "array(VARCHAR)", "INTEGER[]", "text[3]", "int ARRAY"]) {
    assert.equal(defaultGenerator({ type, declaredType }).name, "json_array", declaredType);
  }
  for (const declaredType of ["VARIANT", "OBJECT", "SUPER", "MAP(VARCHAR, ARRAY)"]) {
    assert.equal(defaultGenerator({ type, declaredType }).name, "json_document", declaredType);
  }
});
