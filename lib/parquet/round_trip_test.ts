import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type OracleStatistics,
  readStatisticsWithHyparquet,
} from "../../tests/oracles/read_statistics.ts";
import { readWithDuckdb } from "../../tests/oracles/read_with_duckdb.ts";
import { readWithHyparquet } from "../../tests/oracles/read_with_hyparquet.ts";
import { readWithParquetWasm } from "../../tests/oracles/read_with_parquet_wasm.ts";
import { expectedStatistics } from "./testing/expected_statistics.ts";
import { KernelMemory } from "../kernels/mod.ts";
import {
  bigEndian,
  expectedCell,
  type TestColumn,
  type TestValue,
  withDictionary,
  writeTestFile,
} from "./testing/test_columns.ts";
import { type Shape, withFile } from "./testing/type_cases.ts";

const ROW_COUNT_MAX = 700;
const MEMORY = new KernelMemory();
const NINES_38 = 10n ** 38n - 1n;

const SHAPES: readonly { shape: Shape; value: fc.Arbitrary<TestValue> }[] = [
  { shape: { physical: "BOOLEAN" }, value: fc.boolean() },
  {
    shape: { physical: "INT32" },
    value: fc.oneof(fc.integer(), fc.integer({ min: -9, max: 9 })).map(BigInt),
  },
  {
    shape: { physical: "INT32", annotation: { kind: "INTEGER", bits: 32, signed: false } },
    value: fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }),
  },
  {
    shape: { physical: "INT64" },
    value: fc.oneof(
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.bigInt({ min: -(2n ** 33n), max: 2n ** 33n }),
    ),
  },
  { shape: { physical: "FLOAT" }, value: fc.float() },
  { shape: { physical: "DOUBLE" }, value: fc.double() },
  {
    shape: { physical: "BYTE_ARRAY", annotation: { kind: "STRING" } },
    value: fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.string({ unit: fc.constantFrom("a", "b", "é"), maxLength: 90 }),
    ),
  },
  { shape: { physical: "BYTE_ARRAY" }, value: fc.uint8Array({ maxLength: 80 }) },
  {
    shape: { physical: "FIXED_LEN_BYTE_ARRAY", typeLength: 3 },
    value: fc.uint8Array({ minLength: 3, maxLength: 3 }),
  },
  {
    shape: {
      physical: "FIXED_LEN_BYTE_ARRAY",
      typeLength: 16,
      annotation: { kind: "DECIMAL", precision: 38, scale: 9 },
    },
    value: fc.bigInt({ min: -NINES_38, max: NINES_38 }).map((value) => bigEndian(value, 16)),
  },
];

/** A few values are drawn, and repeated at random: drawing every row would take too long. */
function columnOf(rowCount: number): fc.Arbitrary<TestColumn> {
  return fc.constantFrom(...SHAPES).chain(({ shape, value }) =>
    fc.record({
      pool: fc.array(value, { minLength: 1, maxLength: 40 }),
      nullShare: fc.constantFrom(0, 0, 0.1, 0.9, 1),
      encoding: fc.constantFrom("PLAIN", "DICTIONARY", "SORTED", "DELTA"),
      seed: fc.integer(),
    }).map(({ pool, nullShare, encoding, seed }) => {
      const random = randomFrom(seed);
      const values = Array.from(
        { length: rowCount },
        () => random() < nullShare ? null : pool[Math.floor(random() * pool.length)]!,
      );
      return encoded({ ...shape, nullable: nullShare > 0 }, values, encoding);
    })
  );
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => ((state = Math.imul(state, 1_664_525) + 1_013_904_223) >>> 8) / 2 ** 24;
}

function encoded(
  shape: Shape & { nullable: boolean },
  values: (TestValue | null)[],
  encoding: string,
): TestColumn {
  const column: TestColumn = { column: { ...shape, name: "", encoding: "PLAIN" }, values };
  const { physical, annotation } = shape;
  const isInteger = physical === "INT32" || physical === "INT64";
  if (encoding === "DELTA" && isInteger) {
    return { values, column: { ...column.column, encoding: "DELTA_BINARY_PACKED" } };
  }
  if (!encoding.startsWith("D") && encoding !== "SORTED" || physical === "BOOLEAN") return column;
  return withDictionary(column, encoding === "SORTED" && annotation?.kind !== "DECIMAL");
}

const file = fc.record({
  rowGroups: fc.array(fc.integer({ min: 1, max: ROW_COUNT_MAX / 2 }), {
    minLength: 1,
    maxLength: 2,
  }),
  pageRows: fc.integer({ min: 1, max: ROW_COUNT_MAX }).map((rows) => Math.max(rows, 20)),
  codec: fc.constantFrom("none", "snappy", "zstd", "gzip"),
}).chain((options) => {
  const rowCount = options.rowGroups.reduce((sum, rows) => sum + rows, 0);
  return fc.record({
    options: fc.constant(options),
    columns: fc.array(columnOf(rowCount), { minLength: 1, maxLength: 6 }).map((columns) =>
      columns.map(({ column, values }, index) => ({
        column: { ...column, name: `c${index}` },
        values,
      }))
    ),
  });
});

Deno.test("any columns come back from three readers as they went in, with exact statistics", () =>
  withFile(async (path) => {
    await fc.assert(
      fc.asyncProperty(file, async ({ options, columns }) => {
        writeTestFile(path, columns, options);
        const bytes = await Deno.readFile(path);
        MEMORY.clear();
        writeTestFile(path, columns, { ...options, memory: MEMORY });
        assert.deepEqual(await Deno.readFile(path), bytes, "kernels give the same bytes");
        const rowCount = columns[0]!.values.length;
        const expected = Array.from(
          { length: rowCount },
          (_, row) => columns.map(({ column, values }) => expectedCell(column, values[row]!)),
        );
        for (const read of [readWithDuckdb, readWithHyparquet, readWithParquetWasm]) {
          assert.deepEqual((await read(path)).rows, expected, read.name);
        }
        const names = columns.filter(({ column }) => column.annotation?.kind !== "DECIMAL")
          .map(({ column }) => column.name);
        const unrounded = (each: OracleStatistics) => names.includes(each.column);
        assert.deepEqual(
          (await readStatisticsWithHyparquet(path)).filter(unrounded),
          expectedStatistics(columns, options.rowGroups).filter(unrounded),
        );
      }),
      { numRuns: 40 },
    );
  }));
