import assert from "node:assert/strict";
import fc from "fast-check";
import { multiplyHigh } from "./multiply_high.ts";
import { scaleHashes } from "./scale_hashes.ts";

const hash = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const count = fc.oneof(
  fc.integer({ min: 1, max: 2 ** 21 }),
  fc.double({ min: 2 ** 21, max: 2 ** 32, noNaN: true }).map(Math.floor),
  fc.constantFrom(2 ** 32, 2 ** 32 - 1, 2 ** 31),
);

function exact(value: number, outcomes: number): number {
  return Number((BigInt(value) * BigInt(outcomes)) >> 32n);
}

Deno.test("multiplyHigh equals the 64-bit product for every hash and count", () => {
  fc.assert(fc.property(hash, count, (value, outcomes) => {
    assert.equal(multiplyHigh(value, outcomes), exact(value, outcomes));
  }));
});

Deno.test("scaleHashes equals multiplyHigh, element by element", () => {
  fc.assert(fc.property(fc.array(hash, { minLength: 1 }), count, (values, outcomes) => {
    const hashes = Uint32Array.from(values);
    scaleHashes(hashes, hashes.length, outcomes);
    assert.deepEqual([...hashes], values.map((value) => exact(value, outcomes)));
  }));
});
