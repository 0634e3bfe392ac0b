import assert from "node:assert/strict";
import fc from "fast-check";
import { multiplyHigh } from "./multiply_high.ts";
import { createRowBatch } from "../row_batch.ts";
import { drawBelow } from "./draw_below.ts";
import { hashRows } from "./hash_rows.ts";

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

Deno.test("drawBelow scales every row's hash exactly, however many outcomes there are", () => {
  const rows = createRowBatch(500);
  rows.length = 500;
  rows.low.forEach((_, row) => rows.low[row] = row);
  const [hashes, drawn] = [new Uint32Array(500), new Uint32Array(500)];
  fc.assert(fc.property(count, fc.integer(), (outcomes, word) => {
    hashRows(rows, [word, 5], hashes);
    drawBelow(rows, { key: [word, 5], count: outcomes }, drawn);
    assert.deepEqual([...drawn], Array.from(hashes, (value) => exact(value, outcomes)));
  }));
});
