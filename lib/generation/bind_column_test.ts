import assert from "node:assert/strict";
import fc from "fast-check";
import type { ColumnPage } from "../columns/mod.ts";
import { KernelMemory } from "../kernels/mod.ts";
import type { LogicalType } from "../schema/mod.ts";
import { bindColumn } from "./bind_column.ts";
import type { Domain } from "./domains/domain.ts";
import type { TemplatePart } from "./domains/template_part.ts";
import type { OrdinalPlan } from "./ordinals/ordinal_plan.ts";
import type { ColumnPlan } from "./plan/plan_types.ts";
import type { RandomKey } from "./random/random_key.ts";
import { PAGE_ROWS_MAX } from "./row_batch.ts";
import { Scratch } from "./scratch.ts";

const MEMORY = new KernelMemory();
const WORD = 2 ** 32;
const POOLS = {
  short: ["a", "bb", "ccc", "dddd"],
  long: ["", "sixteen bytes ok", "seventeen bytes !", "Füße und Bäume", "x".repeat(100)],
};

const key: fc.Arbitrary<RandomKey> = fc.tuple(fc.integer(), fc.integer());

/** Counts on either side of where arithmetic changes: powers of two, 2^21, 2^31, 2^32. */
const count = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.integer({ min: 1, max: WORD }),
  fc.tuple(fc.integer({ min: 1, max: 32 }), fc.integer({ min: -1, max: 1 }))
    .map(([bits, over]) => Math.min(WORD, Math.max(1, 2 ** bits + over))),
);

/** Ordinals below a number, for rows that the second says are below another. */
function ordinalBelow(most: number): fc.Arbitrary<OrdinalPlan> {
  const hashed = key.map((key): OrdinalPlan => ({ kind: "hashed", count: most, key }));
  const permuted = key.map((key): OrdinalPlan => ({ kind: "permuted", count: most, key }));
  const through = fc.tuple(hashed, permuted)
    .map(([first, then]): OrdinalPlan => ({ kind: "through", first, then }));
  if (most > 40) return fc.oneof(hashed, through);
  const weighted = fc.record({ key, weights: weightsOf(most) }).map(({ key, weights }) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let sum = 0;
    const thresholds = weights.map((weight) => Math.round((sum += weight) / total * WORD));
    return { kind: "weighted", thresholds, key } as const satisfies OrdinalPlan;
  });
  return fc.oneof(hashed, through, weighted);
}

function weightsOf(length: number): fc.Arbitrary<number[]> {
  return fc.array(fc.constantFrom(0, 1, 1, 5, 0.001), { minLength: length, maxLength: length })
    .filter((weights) => weights.some((weight) => weight > 0));
}

const parts: fc.Arbitrary<TemplatePart[]> = fc.array(
  fc.oneof(
    fc.constantFrom("-", "@example.com").map((text) => ({ kind: "literal", text }) as const),
    fc.record({ kind: fc.constant("pool" as const), pool: fc.constantFrom("short", "long"), key }),
    fc.record({
      kind: fc.constantFrom("symbols" as const, "ordinal" as const),
      alphabet: fc.constantFrom("01", "0123456789", "abcdefghijklmnopqrstuvwxyz0123456789"),
      width: fc.integer({ min: 1, max: 9 }),
      key,
    }),
  ),
  { minLength: 1, maxLength: 7 },
);

type Values = Pick<ColumnPlan, "type" | "ordinal" | "domain">;

function valuesOf(type: LogicalType, domain: Domain, most: number): fc.Arbitrary<Values> {
  return ordinalBelow(most).map((ordinal) => ({ type, ordinal, domain }));
}

const integer = fc.constantFrom<LogicalType>(
  { kind: "integer", bits: 64 },
  { kind: "timestamp", precision: 9, zoned: true },
  { kind: "decimal", precision: 18, scale: 2 },
  { kind: "decimal", precision: 30, scale: 4 },
  { kind: "float", bits: 32 },
  { kind: "float", bits: 64 },
);

const ROW: OrdinalPlan = { kind: "row" };

const values: fc.Arbitrary<Values> = fc.oneof(
  fc.record({ count, start: fc.integer(), step: fc.integer({ min: -3, max: 3 }), type: integer })
    .chain(({ type, ...affine }) =>
      valuesOf(type, { kind: "affine", divisor: 10, ...affine }, affine.count)
    ),
  fc.record({ most: fc.integer({ min: 1, max: 1e6 }), start: fc.integer({ min: -5, max: 5 }) })
    .chain(({ most, start }) =>
      valuesOf({ kind: "date" }, { kind: "affine", start, step: 3, count: most, divisor: 1 }, most)
    ),
  fc.constantFrom([0, 1, 2], [1, -1, 2], [1, 1, 1], [0, 0, 1]).chain(([start, step, most]) =>
    valuesOf(
      { kind: "boolean" },
      { kind: "affine", start: start!, step: step!, count: most!, divisor: 1 },
      most!,
    )
  ),
  fc.array(fc.integer(), { minLength: 1, maxLength: 30 }).chain((units) =>
    valuesOf({ kind: "integer", bits: 32 }, { kind: "list", units, divisor: 1 }, units.length)
  ),
  fc.constantFrom("short" as const, "long" as const).chain((pool) =>
    valuesOf(
      { kind: "string", maxLength: null, fixed: false },
      { kind: "pool", pool },
      POOLS[pool].length,
    )
  ),
  parts.chain((parts) =>
    valuesOf({ kind: "string", maxLength: null, fixed: false }, { kind: "template", parts }, WORD)
  ),
  fc.record({ key, count: fc.constantFrom(1, 2 ** 33, 2 ** 53), type: integer })
    .map(({ key, count, type }): Values => ({
      type,
      ordinal: ROW,
      domain: { kind: "wide", start: -50, step: 1, count, divisor: 4, key },
    })),
  fc.record({ key, type: integer, scale: fc.constantFrom(1, 100) }).map((
    { key, type, scale },
  ): Values => ({
    type,
    ordinal: ROW,
    domain: {
      ...{ kind: "quantile", scale, step: 1, divisor: scale, key, low: -3, high: 77.5 },
      curve: { kind: "normal", mean: 10, stddev: 20 },
    },
  })),
  fc.record({ key, length: fc.integer({ min: 1, max: 21 }) }).map(({ key, length }): Values => ({
    type: { kind: "binary", maxLength: null },
    ordinal: ROW,
    domain: { kind: "binary", length, key },
  })),
  fc.record({
    key,
    radices: fc.array(count, { minLength: 1, maxLength: 3 }),
    index: fc.integer({ min: 0, max: 2 }),
  }).map(({ key, radices, index }): Values => {
    const product = radices.reduce((all, radix) => all * radix, 1);
    const tuple = { radices, count: Math.min(WORD, product), key };
    return {
      type: { kind: "integer", bits: 64 },
      ordinal: {
        kind: "through",
        first: { kind: "hashed", count: tuple.count, key },
        then: { kind: "digit", tuple, index: Math.min(index, radices.length - 1) },
      },
      domain: { kind: "affine", start: 0, step: 1, count: WORD, divisor: 1 },
    };
  }),
  key.map((key): Values => ({
    type: { kind: "uuid" },
    ordinal: ROW,
    domain: { kind: "uuid", key },
  })),
  key.map((key): Values => ({
    type: { kind: "integer", bits: 64 },
    ordinal: { kind: "earlier", key },
    domain: { kind: "affine", start: 1, step: 1, count: WORD, divisor: 1 },
  })),
);

const nulls = fc.option(
  fc.record({ rate: fc.constantFrom(1e-9, 0.1, 0.5, 0.999, 1), key, first: fc.boolean() }),
);

/** Rows on either side of 2^31 and 2^32, and far beyond. */
const rows = fc.record({
  first: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 1e9 }),
    fc.constantFrom(2 ** 31 - 7, WORD - 20_000, WORD, WORD + 1, 2 ** 40 + 12_345, 2 ** 52),
  ),
  count: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constant(PAGE_ROWS_MAX)),
});

/** Bytes that are left: most of the memory, or room for some of the arrays. */
const room = fc.oneof(fc.constant(2 ** 26), fc.integer({ min: 0, max: 2_000_000 }));

Deno.test("kernels make the values that TypeScript makes, of any plan, anywhere in a table", () => {
  fc.assert(
    fc.property(
      values,
      nulls,
      fc.array(rows, { minLength: 1, maxLength: 3 }),
      room,
      (made, nulls, all, room) => {
        MEMORY.clear();
        MEMORY.take(2 ** 27 - 2 ** 18 - room);
        const plan: ColumnPlan = { name: "c", nullable: true, nulls, ...made };
        const reference = bindColumn(plan, { pools: POOLS, scratch: new Scratch() });
        const kernel = bindColumn(plan, { pools: POOLS, scratch: new Scratch(MEMORY) });
        for (const { first, count } of all) {
          assert.deepEqual(
            snapshot(kernel.page(first, count)),
            snapshot(reference.page(first, count)),
          );
        }
      },
    ),
    { numRuns: 400 },
  );
});

function snapshot({ values, validity, ...page }: ColumnPage) {
  if (values.kind === "sequence") return { ...page, values };
  const { buffer, byteOffset, byteLength } = values.data;
  const bytes = new Uint8Array(buffer, byteOffset, byteLength).slice();
  return { ...page, kind: values.kind, bytes, validity: validity?.slice() };
}
