import assert from "node:assert/strict";
import fc from "fast-check";
import { ByteBuffer } from "../bytes/byte_buffer.ts";
import { encodeDictionaryIndices, indexBitWidth } from "./dictionary_indices.ts";

Deno.test("encodeDictionaryIndices packs the spec's example, 0 to 7 in three bits", () => {
  const bytes = encodeDictionaryIndices(
    Uint32Array.of(0, 1, 2, 3, 4, 5, 6, 7),
    { count: 8, bitWidth: 3 },
    new ByteBuffer(),
  );
  assert.deepEqual([...bytes], [3, 0b11, 0b10001000, 0b11000110, 0b11111010]);
});

Deno.test("indexBitWidth holds the last position and no more", () => {
  const widths = [0, 1, 2, 3, 256, 257, 65_536, 65_537, 2 ** 31].map(indexBitWidth);
  assert.deepEqual(widths, [0, 0, 1, 2, 8, 9, 16, 17, 31]);
});

Deno.test("encodeDictionaryIndices keeps positions of any width, after longer pages too", () => {
  const buffer = new ByteBuffer();
  const page = fc.integer({ min: 1, max: 32 }).chain((bitWidth) =>
    fc.record({
      bitWidth: fc.constant(bitWidth),
      indices: fc.uint32Array({ max: 2 ** bitWidth - 1, minLength: 1, maxLength: 70 }),
    })
  );
  fc.assert(fc.property(page, ({ bitWidth, indices }) => {
    const count = indices.length;
    const bytes = encodeDictionaryIndices(indices, { count, bitWidth }, buffer);
    const groups = Math.ceil(count / 8);
    assert.equal(bytes[0], bitWidth);
    assert.equal(bytes[1], groups * 2 + 1);
    assert.equal(bytes.length, 2 + groups * bitWidth);
    assert.deepEqual(unpacked(bytes.subarray(2), { bitWidth, count: groups * 8 }), [
      ...indices,
      ...new Array(groups * 8 - count).fill(0),
    ]);
  }));
});

function unpacked(bytes: Uint8Array, run: { bitWidth: number; count: number }): number[] {
  const all = bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  return Array.from(
    { length: run.count },
    (_, i) => Number(BigInt.asUintN(run.bitWidth, all >> BigInt(i * run.bitWidth))),
  );
}
