import assert from "node:assert/strict";
import type { OracleTable } from "../../tests/oracles/oracle_table.ts";
import { queryWithDuckdb, readWithDuckdb } from "../../tests/oracles/read_with_duckdb.ts";
import { readWithHyparquet } from "../../tests/oracles/read_with_hyparquet.ts";
import { readWithParquetWasm } from "../../tests/oracles/read_with_parquet_wasm.ts";
import { type Codec, type ParquetColumn, ParquetWriter } from "./mod.ts";
import {
  bigEndian,
  expectedCell,
  type TestColumn,
  type TestValue,
  withDictionary,
  writeTestFile,
} from "./testing/test_columns.ts";
import {
  ENCODED_AS,
  intervalBytes,
  NULLS,
  plainColumn,
  rowsOf,
  type Shape,
  TYPE_CASES,
  type TypeCase,
  withFile,
} from "./testing/type_cases.ts";

const READERS = {
  duckdb: readWithDuckdb,
  hyparquet: readWithHyparquet,
  "parquet-wasm": readWithParquetWasm,
} as const;

/** Asserts that all three readers find exactly what was written. */
async function assertReadBack(path: string, columns: readonly TestColumn[]): Promise<void> {
  const rowCount = columns[0]!.values.length;
  for (const [reader, read] of Object.entries(READERS)) {
    const table = await read(path);
    assert.equal(table.rows.length, rowCount, `${reader}: number of rows`);
    columns.forEach(({ column, values }, index) => {
      const expected = values.map((value) => expectedCell(column, value));
      assert.deepEqual(columnOf(table, index), expected, `${reader}: column "${column.name}"`);
    });
  }
}

function columnOf(table: OracleTable, index: number): unknown[] {
  return table.rows.map((row) => row[index]);
}

for (const [encoding, encode] of Object.entries(ENCODED_AS)) {
  for (const [amount, isNull] of Object.entries(NULLS)) {
    Deno.test(`ParquetWriter writes every type as ${encoding} with NULL in ${amount} of the rows`, () =>
      withFile(async (path) => {
        const columns = TYPE_CASES.map((each) =>
          encode(plainColumn(each, rowsOf(each.values, 50, isNull)))
        );
        writeTestFile(path, columns, { rowGroups: [30, 20], pageRows: 12 });
        await assertReadBack(path, columns);
      }));
  }
}

Deno.test("ParquetWriter states types that every reader takes as meant", () =>
  withFile(async (path) => {
    const columns = TYPE_CASES.map((each) => plainColumn(each, []));
    writeTestFile(path, columns, { rowGroups: [], pageRows: 10 });
    for (const [reader, read] of Object.entries(READERS)) {
      const table = await read(path);
      const types = TYPE_CASES.map((each) => each.types[reader as keyof typeof READERS]);
      assert.deepEqual(table.columns.map(({ type }) => type), types, reader);
      assert.deepEqual(table.columns.map(({ name }) => name), TYPE_CASES.map(({ name }) => name));
      assert.equal(table.rows.length, 0);
    }
  }));

Deno.test("ParquetWriter writes times in nanoseconds, in UTC and intervals with months for those who read them", () =>
  withFile(async (path) => {
    const column = (name: string, shape: Shape, values: TestValue[]): TestColumn => ({
      column: { ...shape, name, nullable: false, encoding: "PLAIN" },
      values,
    });
    const columns = [
      column("nanos", {
        physical: "INT64",
        annotation: { kind: "TIME", unit: "NANOS", utc: false },
      }, [1n, 86_399_999_999_999n]),
      column("months", {
        physical: "FIXED_LEN_BYTE_ARRAY",
        typeLength: 12,
        annotation: { kind: "INTERVAL" },
      }, [intervalBytes(14, 3, 5), intervalBytes(1, 0, 0)]),
    ];
    writeTestFile(path, columns, { rowGroups: [2], pageRows: 10 });
    const table = await readWithHyparquet(path);
    assert.deepEqual(table.columns.map(({ type }) => type), [
      "INT64 - TIME(false,NANOS)",
      "FIXED_LEN_BYTE_ARRAY(12) INTERVAL -",
    ]);
    assert.deepEqual(table.rows, [["00:00:00.000000001", "14 3 5"], [
      "23:59:59.999999999",
      "1 0 0",
    ]]);
    assert.deepEqual(columnOf(await readWithDuckdb(path), 1), ["14 3 5", "1 0 0"]);
    assert.deepEqual(columnOf(await readWithParquetWasm(path), 0), columnOf(table, 0));
  }));

const EDGE_PAGE_ROWS = 128;
for (
  const rowGroups of [
    [1],
    [EDGE_PAGE_ROWS - 1],
    [EDGE_PAGE_ROWS],
    [EDGE_PAGE_ROWS + 1],
    [2 * EDGE_PAGE_ROWS, 1],
    [EDGE_PAGE_ROWS + 1, EDGE_PAGE_ROWS - 1, 7],
  ]
) {
  Deno.test(`ParquetWriter keeps every row with row groups of ${rowGroups.join(" and ")} rows and pages of ${EDGE_PAGE_ROWS}`, () =>
    withFile(async (path) => {
      const rowCount = rowGroups.reduce((sum, count) => sum + count, 0);
      const columns = TYPE_CASES.flatMap((each) => {
        const values = rowsOf(each.values, rowCount, (row) => row % 5 === 4);
        return [
          plainColumn(each, values),
          ENCODED_AS.DELTA_BINARY_PACKED(plainColumn(each, values)),
        ]
          .map(({ column, values }, index) => ({
            column: { ...column, name: `${column.name} ${index}` },
            values,
          }));
      });
      writeTestFile(path, columns, { rowGroups, pageRows: EDGE_PAGE_ROWS });
      await assertReadBack(path, columns);
    }));
}

for (const codec of ["none", "snappy", "zstd", "gzip"] as const satisfies readonly Codec[]) {
  Deno.test(`ParquetWriter with codec ${codec} compresses what gets smaller and nothing else`, () =>
    withFile(async (path) => {
      let state = 1;
      const noise = Uint8Array.from(
        { length: 4 * 3000 },
        () => (state = Math.imul(state, 1_664_525) + 1_013_904_223) >>> 24,
      );
      const shape = { nullable: true, encoding: "PLAIN" } as const;
      const columns: TestColumn[] = [
        {
          column: { ...shape, name: "words", physical: "BYTE_ARRAY" },
          values: rowsOf(
            [new Uint8Array(90).fill(65), new Uint8Array(80).fill(66)],
            3000,
            NULLS.some,
          ),
        },
        {
          column: { ...shape, name: "noise", physical: "FIXED_LEN_BYTE_ARRAY", typeLength: 4 },
          values: Array.from({ length: 3000 }, (_, i) => noise.slice(4 * i, 4 * i + 4)),
        },
      ];
      columns.push({ ...withDictionary(columns[0]!) });
      columns[2] = { ...columns[2]!, column: { ...columns[2]!.column, name: "dictionary" } };
      writeTestFile(path, columns, { rowGroups: [2000, 1000], pageRows: 700, codec });
      await assertReadBack(path, columns);
      const used = await queryWithDuckdb(
        `SELECT DISTINCT path_in_schema, compression FROM parquet_metadata('${path}') ORDER BY 1`,
      );
      const name = codec === "none" ? "UNCOMPRESSED" : codec.toUpperCase();
      assert.deepEqual(used.rows.filter(([column]) => column !== "dictionary"), [
        ["noise", "UNCOMPRESSED"],
        ["words", name],
      ]);
    }));
}

Deno.test("ParquetWriter gives the same bytes for the same pages", () =>
  withFile(async (path) => {
    const columns = TYPE_CASES.map((each) => withNulls(each));
    const files = [];
    for (const codec of ["snappy", "zstd", "gzip", "snappy", "zstd", "gzip"] as const) {
      writeTestFile(path, columns, { rowGroups: [300], pageRows: 100, codec });
      files.push(await Deno.readFile(path));
    }
    assert.deepEqual(files.slice(0, 3), files.slice(3));
  }));

function withNulls(each: TypeCase): TestColumn {
  return plainColumn(each, rowsOf(each.values, 300, NULLS.some));
}

for (
  const [entryCount, width] of [[1, 0], [2, 1], [256, 8], [257, 9], [65_536, 16], [65_537, 17], [
    600_000,
    20,
  ]] as const
) {
  Deno.test(`ParquetWriter writes positions in a dictionary of ${entryCount} entries in ${width} bits`, () =>
    withFile(async (path) => {
      const entries = Int32Array.from({ length: entryCount }, (_, i) => i * 7 - 3);
      const rows = Uint32Array.from({ length: 1003 }, (_, i) => (i * 7919) % entryCount);
      rows[5] = entryCount - 1;
      writeWith(path, {
        name: "value",
        physical: "INT32",
        nullable: false,
        encoding: "DICTIONARY",
        dictionary: { count: entryCount, plain: new Uint8Array(entries.buffer), sorted: true },
      }, { kind: "indices", data: rows });
      for (const [reader, read] of Object.entries(READERS)) {
        const expected = Array.from(rows, (row) => String(entries[row]));
        assert.deepEqual(columnOf(await read(path), 0), expected, reader);
      }
    }));
}

function writeWith(
  path: string,
  column: ParquetColumn,
  values: { kind: "indices"; data: Uint32Array },
): void {
  const parts: Uint8Array[] = [];
  const sink = { write: (bytes: Uint8Array) => void parts.push(bytes.slice()) };
  const options = { codec: "none", pageRows: 500, createdBy: "dw-sim-test version 0.0.0" } as const;
  const writer = new ParquetWriter(sink, [column], options);
  writer.writeRowGroup(values.data.length, (_column, first, rowCount) => ({
    rowCount,
    valueCount: rowCount,
    validity: null,
    values: { kind: "indices", data: values.data.subarray(first, first + rowCount) },
  }));
  const { byteLength } = writer.close();
  const bytes = new Uint8Array(parts.flatMap((part) => [...part]));
  assert.equal(bytes.length, byteLength);
  Deno.writeFileSync(path, bytes);
}

Deno.test("ParquetWriter writes a sequence in every encoding and numeric type that can hold one", () =>
  withFile(async (path) => {
    const sequences = [
      { first: 1, step: 1 },
      { first: -700, step: 3 },
      { first: 5, step: -2 },
      { first: 9, step: 0 },
    ];
    const wide = [{ first: Number.MAX_SAFE_INTEGER - 999, step: 1 }, {
      first: -(2 ** 52),
      step: 2 ** 40,
    }];
    const shapes: { shape: Shape; encoding: "PLAIN" | "DELTA_BINARY_PACKED" }[] = [
      { shape: { physical: "INT32" }, encoding: "PLAIN" },
      { shape: { physical: "INT32" }, encoding: "DELTA_BINARY_PACKED" },
      { shape: { physical: "INT64" }, encoding: "PLAIN" },
      { shape: { physical: "INT64" }, encoding: "DELTA_BINARY_PACKED" },
      { shape: { physical: "DOUBLE" }, encoding: "PLAIN" },
      {
        shape: {
          physical: "FIXED_LEN_BYTE_ARRAY",
          typeLength: 16,
          annotation: { kind: "DECIMAL", precision: 38, scale: 0 },
        },
        encoding: "PLAIN",
      },
    ];
    const columns = shapes.flatMap(({ shape, encoding }, shapeIndex) =>
      [...sequences, ...(shape.physical === "INT32" ? [] : wide)].map(
        (sequence, index): TestColumn => {
          const at = (row: number) => sequence.first + row * sequence.step;
          const value = (row: number): TestValue =>
            shape.physical === "DOUBLE"
              ? at(row)
              : shape.typeLength === undefined
              ? BigInt(at(row))
              : bigEndian(BigInt(at(row)), shape.typeLength);
          const name = `${shapeIndex} ${index}`;
          return {
            column: { ...shape, name, nullable: false, encoding },
            values: Array.from({ length: 1000 }, (_, row) => value(row)),
            sequence,
          };
        },
      )
    );
    writeTestFile(path, columns, { rowGroups: [600, 400], pageRows: 300 });
    await assertReadBack(path, columns);
  }));

Deno.test("ParquetWriter stores who wrote the file and what else it is told", () =>
  withFile(async (path) => {
    const parts: Uint8Array[] = [];
    const sink = { write: (bytes: Uint8Array) => void parts.push(bytes.slice()) };
    const column = { name: "id", physical: "INT32", nullable: false, encoding: "PLAIN" } as const;
    new ParquetWriter(sink, [column], {
      codec: "none",
      pageRows: 10,
      createdBy: "dw-sim version 9.9.9",
      keyValueMetadata: { seed: "42", table: "größe" },
    }).close();
    await Deno.writeFile(path, new Uint8Array(parts.flatMap((part) => [...part])));
    const file = await queryWithDuckdb(
      `SELECT created_by, num_rows, num_row_groups FROM parquet_file_metadata('${path}')`,
    );
    assert.deepEqual(file.rows, [["dw-sim version 9.9.9", "0", "0"]]);
    const pairs = await queryWithDuckdb(
      `SELECT decode(key), decode(value) FROM parquet_kv_metadata('${path}') ORDER BY 1`,
    );
    assert.deepEqual(pairs.rows, [["seed", "42"], ["table", "größe"]]);
  }));

Deno.test("ParquetWriter refuses pages that are not what was asked for", () => {
  const column = { name: "id", physical: "INT32", nullable: false, encoding: "PLAIN" } as const;
  const options = { codec: "none", pageRows: 10, createdBy: "x version 1" } as const;
  const data = new Int32Array(10);
  const write = (page: { rowCount: number; valueCount: number }) => () =>
    new ParquetWriter({ write() {} }, [column], options)
      .writeRowGroup(10, () => ({ ...page, validity: null, values: { kind: "int32", data } }));
  assert.throws(write({ rowCount: 9, valueCount: 9 }), { code: "INTERNAL_INVARIANT" });
  assert.throws(write({ rowCount: 10, valueCount: 9 }), { code: "INTERNAL_INVARIANT" });
  assert.doesNotThrow(write({ rowCount: 10, valueCount: 10 }));
});
