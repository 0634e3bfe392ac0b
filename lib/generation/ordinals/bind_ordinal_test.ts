import assert from "node:assert/strict";
import { deriveKey } from "../random/derive_key.ts";
import { createRowBatch, type RowBatch } from "../row_batch.ts";
import { Scratch } from "../scratch.ts";
import { bindOrdinal } from "./bind_ordinal.ts";
import type { OrdinalPlan, TuplePlan } from "./ordinal_plan.ts";

const key = deriveKey(7, ["test"]);

function batch(first: number, length: number): RowBatch {
  const rows = createRowBatch(length);
  rows.length = length;
  for (let i = 0; i < length; i++) rows.low[i] = first + i;
  return rows;
}

function ordinals(plan: OrdinalPlan, rows: number): number[] {
  const kernel = bindOrdinal(plan, new Scratch());
  const all: number[] = [];
  for (let first = 0; first < rows; first += 10_000) {
    const mapped = kernel.map(batch(first, Math.min(10_000, rows - first)));
    all.push(...mapped.low.subarray(0, mapped.length));
  }
  return all;
}

function chiSquare(values: readonly number[], expected: readonly number[]): number {
  const counts = new Array<number>(expected.length).fill(0);
  for (const value of values) counts[value]!++;
  return counts.reduce((sum, n, i) => sum + (n - expected[i]!) ** 2 / expected[i]!, 0);
}

Deno.test("hashed ordinals use every outcome alike", () => {
  const values = ordinals({ kind: "hashed", count: 100, key }, 100_000);
  // 99 degrees of freedom: 148 is the 0.1 % point.
  assert.ok(chiSquare(values, new Array(100).fill(1000)) < 148);
});

Deno.test("weighted ordinals follow their weights and skip those of none", () => {
  const thresholds = [0.5, 0.5, 0.75, 1].map((share) => share * 2 ** 32);
  const values = ordinals({ kind: "weighted", thresholds, key }, 100_000);
  assert.ok(!values.includes(1));
  const used = values.map((value) => (value > 0 ? value - 1 : 0));
  // 2 degrees of freedom: 13.8 is the 0.1 % point.
  assert.ok(chiSquare(used, [50_000, 25_000, 25_000]) < 13.8);
});

Deno.test("earlier rows precede their row, and row 0 has itself", () => {
  const values = ordinals({ kind: "earlier", key }, 30_000);
  assert.equal(values[0], 0);
  assert.ok(values.every((value, row) => row === 0 || value < row));
});

Deno.test("a parent's ordinal is taken at the row that the child picked", () => {
  const parent: OrdinalPlan = { kind: "permuted", count: 50, key };
  const pick: OrdinalPlan = { kind: "hashed", count: 50, key: deriveKey(7, ["pick"]) };
  const keys = ordinals(parent, 50);
  const picked = ordinals(pick, 1000);
  const values = ordinals({ kind: "through", first: pick, then: parent }, 1000);
  assert.deepEqual(values, picked.map((row) => keys[row]));
});

function tuples(radices: readonly number[], rows: number): Set<string> {
  const product = radices.reduce((total, radix) => total * radix, 1);
  const tuple: TuplePlan = { radices, count: Math.min(2 ** 32, product), key };
  const digits = radices.map((_, index) => ordinals({ kind: "digit", tuple, index }, rows));
  digits.forEach((digit, index) => assert.ok(digit.every((value) => value < radices[index]!)));
  return new Set(
    Array.from({ length: rows }, (_, row) => digits.map((digit) => digit[row]).join()),
  );
}

Deno.test("digits of a tuple are distinct together, up to the very last tuple", () => {
  for (const radices of [[2, 3], [1, 7], [5, 5, 5], [2, 2, 2, 2, 3], [10, 1000]]) {
    const product = radices.reduce((total, radix) => total * radix, 1);
    assert.equal(tuples(radices, product).size, product, `radices ${radices}`);
  }
});

Deno.test("digits stay distinct and even when there are more tuples than 32 bits can count", () => {
  const radices = [90_000, 100_000, 70_000];
  assert.equal(tuples(radices, 50_000).size, 50_000);
  const tuple: TuplePlan = { radices: [10, 100_000, 1_000_000], count: 2 ** 32, key };
  for (const index of [0, 1, 2]) {
    const tenths = ordinals({ kind: "digit", tuple, index }, 50_000)
      .map((value) => Math.floor((value * 10) / tuple.radices[index]!));
    // 9 degrees of freedom: 27.9 is the 0.1 % point.
    assert.ok(chiSquare(tenths, new Array(10).fill(5000)) < 27.9, `component ${index}`);
  }
});

Deno.test("a row's ordinal does not depend on the batch it is asked in", () => {
  const plan: OrdinalPlan = { kind: "hashed", count: 1_000_000, key };
  const whole = ordinals(plan, 5000);
  const part = bindOrdinal(plan, new Scratch()).map(batch(4321, 100));
  assert.deepEqual([...part.low.subarray(0, 100)], whole.slice(4321, 4421));
});
