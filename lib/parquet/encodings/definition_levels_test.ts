import assert from "node:assert/strict";
import { ByteBuffer } from "../bytes/byte_buffer.ts";
import { encodeDefinitionLevels } from "./definition_levels.ts";

function levels(validity: number[] | null, { rowCount, valueCount }: Record<string, number>) {
  const page = {
    rowCount: rowCount!,
    valueCount: valueCount!,
    validity: validity === null ? null : Uint8Array.from(validity),
  };
  return [...encodeDefinitionLevels(page, new ByteBuffer())];
}

Deno.test("encodeDefinitionLevels says in one run that nothing is NULL", () => {
  assert.deepEqual(levels(null, { rowCount: 200, valueCount: 200 }), [3, 0, 0, 0, 0x90, 0x03, 1]);
  assert.deepEqual(levels([1, 1], { rowCount: 2, valueCount: 2 }), [2, 0, 0, 0, 4, 1]);
});

Deno.test("encodeDefinitionLevels says in one run that everything is NULL", () => {
  assert.deepEqual(levels(null, { rowCount: 5, valueCount: 0 }), [2, 0, 0, 0, 10, 0]);
});

Deno.test("encodeDefinitionLevels packs a bit a row where rows differ", () => {
  const validity = [1, 0, 0, 1, 1, 1, 0, 0, 1, 1];
  assert.deepEqual(
    levels(validity, { rowCount: 10, valueCount: 6 }),
    [3, 0, 0, 0, 5, 0b00111001, 0b11],
  );
});
