import assert from "node:assert/strict";
import fc from "fast-check";
import { deriveKey } from "../random/derive_key.ts";
import { createRowBatch } from "../row_batch.ts";
import { Scratch } from "../scratch.ts";
import { bindOrdinal } from "./bind_ordinal.ts";
import type { OrdinalPlan } from "./ordinal_plan.ts";

function ordinalsOf(plan: OrdinalPlan, rows: readonly number[]): number[] {
  const batch = createRowBatch(rows.length);
  batch.length = rows.length;
  batch.low.set(rows);
  const mapped = bindOrdinal(plan, new Scratch()).map(batch);
  return [...mapped.low.subarray(0, mapped.length)];
}

const key = deriveKey(7, ["test"]);

/** A bijection of the first numbers, and of those behind them among themselves. */
function grown(counts: readonly number[]): OrdinalPlan {
  let from = 0;
  const stages = counts.map((count) => {
    const stage = { from, ordinal: { kind: "after", row: from, offset: from } as const };
    from += count;
    const then: OrdinalPlan = { kind: "permuted", count, key };
    return { from: stage.from, ordinal: { ...stage.ordinal, then } };
  });
  return { kind: "staged", stages };
}

const counts = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 4 });

Deno.test("a permutation that grew is one of all its numbers, and unchanged below the old end", () => {
  fc.assert(fc.property(counts, (sizes) => {
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const rows = Array.from({ length: total }, (_, row) => row);
    const all = ordinalsOf(grown(sizes), rows);
    assert.deepEqual(all.toSorted((a, b) => a - b), rows);
    const old = rows.slice(0, total - sizes.at(-1)!);
    const before = sizes.length === 1 ? [] : ordinalsOf(grown(sizes.slice(0, -1)), old);
    assert.deepEqual(all.slice(0, old.length), before);
  }));
});

Deno.test("a staged row's ordinal does not depend on the rows it is asked with, or their order", () => {
  fc.assert(fc.property(counts, fc.array(fc.nat(), { maxLength: 300 }), (sizes, numbers) => {
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const picked = numbers.map((number) => number % total);
    const plan = grown(sizes);
    const alone = picked.map((row) => ordinalsOf(plan, [row])[0]!);
    assert.deepEqual(ordinalsOf(plan, picked), alone);
  }));
});
