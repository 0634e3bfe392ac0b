import assert from "node:assert/strict";
import fc from "fast-check";
import { KernelMemory } from "../../kernels/mod.ts";
import { columnLayout } from "../column_layout.ts";
import type { LogicalType } from "../../schema/mod.ts";
import { PAGE_ROWS_MAX } from "../row_batch.ts";
import { Scratch } from "../scratch.ts";
import { createNumberStore } from "./number_store.ts";

function stored(type: LogicalType, units: readonly number[], divisor = 1) {
  const store = createNumberStore(columnLayout(type), { divisor, scratch: new Scratch() });
  store.units.set(units);
  return store.store(units.length);
}

const WHOLE = [
  0,
  1,
  -1,
  127,
  -128,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 32,
  -(2 ** 32),
  2 ** 53 - 1,
  -(2 ** 53),
];

Deno.test("64-bit numbers are two words, the low one first", () => {
  const { data } = stored({ kind: "integer", bits: 64 }, WHOLE) as { data: Int32Array };
  const words = data.slice();
  assert.deepEqual([...new BigInt64Array(words.buffer)], WHOLE.map(BigInt));
});

Deno.test("nanoseconds are exact although they pass what a double can hold", () => {
  const micros = [0, 1, -1, 1_700_000_000_123_457, -1_700_000_000_123_457];
  const type: LogicalType = { kind: "timestamp", precision: 9, zoned: false };
  const { data } = stored(type, micros) as { data: Int32Array };
  const words = data.slice();
  assert.deepEqual(
    [...new BigInt64Array(words.buffer)],
    micros.map((value) => BigInt(value) * 1000n),
  );
});

Deno.test("wide decimals are big-endian two's complement of the least width", () => {
  for (const precision of [19, 20, 24, 28, 33, 38]) {
    const layout = columnLayout({ kind: "decimal", precision, scale: 0 });
    const { data } = stored({ kind: "decimal", precision, scale: 0 }, WHOLE) as {
      data: Uint8Array;
    };
    const values = WHOLE.map((_, index) => {
      const bytes = data.subarray(index * layout.width, (index + 1) * layout.width);
      const unsigned = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
      return BigInt.asIntN(layout.width * 8, unsigned);
    });
    assert.deepEqual(values, WHOLE.map(BigInt), `precision ${precision}`);
  }
  assert.equal(columnLayout({ kind: "decimal", precision: 38, scale: 10 }).width, 16);
});

Deno.test("floats are units over their divisor, which is the nearest double there is", () => {
  assert.deepEqual([
    ...(stored({ kind: "float", bits: 64 }, [1999, 5], 100) as { data: Float64Array }).data,
  ], [19.99, 0.05]);
});

Deno.test("intervals are months, days and milliseconds", () => {
  const { data } = stored({ kind: "interval" }, [3, -2]) as { data: Uint8Array };
  const words = new Int32Array(data.slice().buffer);
  assert.deepEqual([...words], [0, 3, 0, 0, -2, 0]);
});

Deno.test("no layout keeps anything of the column that had its arrays before", () => {
  const types: readonly LogicalType[] = [
    { kind: "boolean" },
    { kind: "integer", bits: 32 },
    { kind: "integer", bits: 64 },
    { kind: "decimal", precision: 38, scale: 0 },
    { kind: "decimal", precision: 20, scale: 0 },
    { kind: "float", bits: 32 },
    { kind: "timestamp", precision: 9, zoned: false },
    { kind: "interval" },
  ];
  for (const type of types) {
    const scratch = dirtyScratch();
    const store = createNumberStore(columnLayout(type), { divisor: 1, scratch });
    store.units.set([1, 0, 1]);
    assert.deepEqual(store.store(3), stored(type, [1, 0, 1]), type.kind);
  }
});

/** Arrays full of another column's values. */
function dirtyScratch(): Scratch {
  const scratch = new Scratch();
  const length = 20 * PAGE_ROWS_MAX;
  for (const array of [scratch.uint8(length), scratch.int32(length), scratch.uint32(length)]) {
    array.fill(85);
  }
  for (const array of [scratch.float32(length), scratch.float64(length)]) array.fill(85);
  scratch.startColumn();
  return scratch;
}

Deno.test("createNumberStore stores the same by kernels, whatever the numbers", () => {
  const types: readonly LogicalType[] = [
    { kind: "integer", bits: 32 },
    { kind: "integer", bits: 64 },
    { kind: "timestamp", precision: 9, zoned: false },
    { kind: "decimal", precision: 30, scale: 2 },
    { kind: "float", bits: 32 },
    { kind: "float", bits: 64 },
  ];
  const number = fc.oneof(
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.constantFrom(2 ** 31, -(2 ** 31), 2 ** 51, -(2 ** 51), 2 ** 53, 0.5, -0.5, NaN, 0),
  );
  const memory = new KernelMemory();
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.array(number, { maxLength: 40 }), (type, numbers) => {
      memory.clear();
      const [expected, made] = [new Scratch(), new Scratch(memory)].map((scratch) => {
        const store = createNumberStore(columnLayout(type), { divisor: 100, scratch });
        store.units.set(numbers);
        const values = store.store(numbers.length);
        assert.ok("data" in values);
        const { buffer, byteOffset, byteLength } = values.data;
        return new Uint8Array(buffer, byteOffset, byteLength).slice();
      });
      assert.deepEqual(made, expected);
    }),
    { numRuns: 300 },
  );
});
