import assert from "node:assert/strict";
import fc from "fast-check";
import { childCountBounds, type PerParent } from "../../../schema/mod.ts";
import { familySizes } from "./family_sizes.ts";
import { cpuClock } from "../../../../tests/cpu_clock.ts";

const law: fc.Arbitrary<PerParent> = fc.tuple(
  fc.oneof(
    fc.record({ kind: fc.constant("constant" as const), count: fc.integer({ min: 1, max: 50 }) }),
    fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 40 })).map(([min, more]) => ({
      kind: "range" as const,
      min,
      max: min + more,
    })),
    fc.record({ kind: fc.constant("poisson" as const), mean: fc.constant(3) }),
    fc.record({
      kind: fc.constant("zipf" as const),
      exponent: fc.oneof(
        fc.double({ min: 0.05, max: 4, noNaN: true }),
        fc.constantFrom(1e-12, 1e-6, 60, 1e6),
      ),
    }),
  ),
  fc.constantFrom(undefined, 0, 0.25),
).map(([kind, childless]) => childless === undefined ? kind : { ...kind, childless });

Deno.test("every law shares out all rows to the last among exactly the families there are", () => {
  const familyCount = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 1e8 }));
  fc.assert(fc.property(law, familyCount, fc.double({ min: 0, max: 1, noNaN: true }), check), {
    numRuns: 300,
  });
});

function check(law: PerParent, familyCount: number, share: number): void {
  const { min, max } = childCountBounds(law);
  const most = Math.min(max, 60);
  const rowCount = Math.round(familyCount * (min + share * (most - min)));
  const { sizes, counts } = familySizes({ law, familyCount, rowCount });
  const rows = sizes.reduce((sum, size, run) => sum + size * counts[run]!, 0);
  assert.equal(rows, rowCount);
  if (rowCount === 0) return;
  assert.equal(counts.reduce((sum, count) => sum + count, 0), familyCount);
  assert.ok(counts.every((count) => count > 0));
  assert.ok(sizes.every((size, run) => size >= min && size <= max && !(size > sizes[run - 1]!)));
}

Deno.test("a range has each size alike when its mean is in the middle", () => {
  const question = { familyCount: 700, rowCount: 2800 };
  const sizes = familySizes({ law: { kind: "range", min: 1, max: 7 }, ...question });
  assert.deepEqual(sizes, { sizes: [7, 6, 5, 4, 3, 2, 1], counts: Array(7).fill(100) });
});

Deno.test("Poisson's sizes are as frequent as its formula says", () => {
  const { sizes, counts } = familySizes({
    law: { kind: "poisson", mean: 2 },
    familyCount: 1_000_000,
    rowCount: 2_000_000,
  });
  const share = (wanted: number) => counts[sizes.indexOf(wanted)]! / 1_000_000;
  for (const [size, expected] of [[0, 0.135335], [1, 0.270671], [2, 0.270671], [5, 0.036089]]) {
    assert.ok(Math.abs(share(size!) - expected!) < 1e-5, `${size}: ${share(size!)}`);
  }
});

Deno.test("Zipf's families are in proportion to their ranks", () => {
  const law = { kind: "zipf", exponent: 1 } as const;
  const { sizes } = familySizes({ law, familyCount: 1000, rowCount: 1_000_000 });
  const harmonic = Array.from({ length: 1000 }, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b);
  for (const rank of [1, 2, 10]) {
    assert.ok(Math.abs(sizes[rank - 1]! * rank * harmonic / 1e6 - 1) < 0.005, `${rank}`);
  }
});

Deno.test("Zipf without a slope shares out evenly, and with a steep one all to the first", () => {
  const question = { familyCount: 7, rowCount: 24 };
  assert.deepEqual(familySizes({ law: { kind: "zipf", exponent: 1e-12 }, ...question }), {
    ...{ sizes: [4, 3], counts: [3, 4] },
  });
  const steep = familySizes({ law: { kind: "zipf", exponent: 60 }, ...question });
  assert.deepEqual([steep.sizes[0], steep.counts[0]], [24, 1]);
});

Deno.test("four milliards of rows and parents need little room and time", () => {
  const elapsedMs = cpuClock();
  for (const exponent of [0.5, 1, 2]) {
    const law = { kind: "zipf", exponent } as const;
    const { sizes } = familySizes({ law, familyCount: 1e8, rowCount: 4e9 });
    assert.ok(sizes.length < 200_000, `${sizes.length}`);
  }
  assert.ok(elapsedMs() < 20_000);
});
