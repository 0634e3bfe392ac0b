import assert from "node:assert/strict";
import fc from "fast-check";
import { varintByteLength, writeVarint, writeZigzag64, zigzag } from "./varint.ts";

function readVarint(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 7n) | BigInt(byte & 127), 0n);
}

Deno.test("writeVarint writes the example of the definition: 300 is ac 02", () => {
  const bytes = new Uint8Array(4);
  assert.equal(writeVarint(300, { bytes, at: 1 }), 3);
  assert.deepEqual([...bytes], [0, 0xac, 0x02, 0]);
});

Deno.test("writeVarint keeps every safe integer, in as many bytes as varintByteLength says", () => {
  fc.assert(fc.property(fc.maxSafeNat(), (value) => {
    const bytes = new Uint8Array(10);
    const end = writeVarint(value, { bytes, at: 0 });
    assert.equal(readVarint(bytes.subarray(0, end)), BigInt(value));
    assert.equal(end, varintByteLength(value));
  }));
});

Deno.test("zigzag alternates between the signs", () => {
  assert.deepEqual([0, -1, 1, -2, 2].map(zigzag), [0, 1, 2, 3, 4]);
});

Deno.test("writeZigzag64 keeps every 64-bit integer", () => {
  fc.assert(fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
    const words = new Int32Array(BigInt64Array.of(value).buffer);
    const bytes = new Uint8Array(10);
    const end = writeZigzag64({ low: words[0]!, high: words[1]! }, { bytes, at: 0 });
    const read = readVarint(bytes.subarray(0, end));
    assert.equal((read >> 1n) ^ -(read & 1n), value);
  }));
});
