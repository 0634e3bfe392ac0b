import assert from "node:assert/strict";
import { Permutation } from "./permutation.ts";

function images(count: number, key: readonly [number, number]): Uint32Array {
  const rows = Uint32Array.from({ length: count }, (_, row) => row);
  const target = new Uint32Array(count);
  new Permutation(count, key).map(rows, target, count);
  return target;
}

Deno.test("Permutation maps [0, count) onto itself, whatever the count", () => {
  for (const count of [1, 2, 3, 4, 5, 7, 8, 9, 100, 1000, 1024, 65_537]) {
    for (const key of [[0, 0], [1, 2], [-5, 77]] as const) {
      assert.equal(new Set(images(count, key)).size, count, `count ${count}`);
      assert.ok(images(count, key).every((image) => image < count));
    }
  }
});

Deno.test("Permutation of the whole 32-bit range keeps distinct rows distinct", () => {
  const rows = Uint32Array.from({ length: 100_000 }, (_, row) => row * 42_949);
  const target = new Uint32Array(rows.length);
  new Permutation(2 ** 32, [3, 4]).map(rows, target, rows.length);
  assert.equal(new Set(target).size, rows.length);
});

Deno.test("Permutation leaves no trace of the order: neighbours are uncorrelated", () => {
  const count = 100_000;
  const target = images(count, [11, 12]);
  const mean = (count - 1) / 2;
  let covariance = 0;
  let variance = 0;
  for (let row = 0; row + 1 < count; row++) {
    covariance += (target[row]! - mean) * (target[row + 1]! - mean);
    variance += (target[row]! - mean) ** 2;
  }
  assert.ok(Math.abs(covariance / variance) < 0.01, `correlation ${covariance / variance}`);
});

Deno.test("Permutation under another key is another permutation", () => {
  const same = images(1000, [1, 2]).filter((image, row) => image === images(1000, [1, 3])[row]);
  assert.ok(same.length < 20);
});
