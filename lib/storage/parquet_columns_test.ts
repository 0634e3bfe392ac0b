import assert from "node:assert/strict";
import type { ColumnFormat, ColumnKernel, ColumnPlan } from "../generation/mod.ts";
import { type LogicalAnnotation, type ParquetColumn, ParquetWriter } from "../parquet/mod.ts";
import type { LogicalType } from "../schema/mod.ts";
import { parquetColumns } from "./parquet_columns.ts";

const CASES: readonly (readonly [LogicalType, ColumnFormat, LogicalAnnotation | undefined])[] = [
  [{ kind: "boolean" }, plain("boolean"), undefined],
  [
    { kind: "integer", bits: 8 },
    plain("int32"),
    { kind: "INTEGER", bits: 8, signed: true },
  ],
  [
    { kind: "integer", bits: 64 },
    plain("int64"),
    { kind: "INTEGER", bits: 64, signed: true },
  ],
  [
    { kind: "decimal", precision: 9, scale: 2 },
    plain("int32"),
    { kind: "DECIMAL", precision: 9, scale: 2 },
  ],
  [
    { kind: "decimal", precision: 38, scale: 10 },
    { ...plain("fixed"), width: 16 },
    { kind: "DECIMAL", precision: 38, scale: 10 },
  ],
  [{ kind: "float", bits: 32 }, plain("float"), undefined],
  [{ kind: "float", bits: 64 }, plain("double"), undefined],
  [{ kind: "string", maxLength: 10, fixed: false }, plain("bytes"), { kind: "STRING" }],
  [{ kind: "binary", maxLength: null }, plain("bytes"), undefined],
  [{ kind: "date" }, plain("int32"), { kind: "DATE" }],
  [
    { kind: "time", precision: 0, zoned: false },
    plain("int64"),
    { kind: "TIME", unit: "MICROS", utc: false },
  ],
  [
    { kind: "timestamp", precision: 6, zoned: true },
    plain("int64"),
    { kind: "TIMESTAMP", unit: "MICROS", utc: true },
  ],
  [
    { kind: "timestamp", precision: 9, zoned: false },
    plain("int64"),
    { kind: "TIMESTAMP", unit: "NANOS", utc: false },
  ],
  [{ kind: "json" }, plain("bytes"), { kind: "JSON" }],
  [{ kind: "uuid" }, { ...plain("fixed"), width: 16 }, { kind: "UUID" }],
  [{ kind: "geography" }, plain("bytes"), { kind: "STRING" }],
  [{ kind: "interval" }, { ...plain("fixed"), width: 12 }, { kind: "INTERVAL" }],
];

for (const [type, format, annotation] of CASES) {
  Deno.test(`parquetColumns says what a ${JSON.stringify(type)} means`, () => {
    const column = columnOf(type, format);
    assert.deepEqual(column.annotation, annotation);
    assert.equal(column.typeLength, format.width);
    // The writer refuses a column that the format does not allow.
    const options = { codec: "none", pageRows: 1, createdBy: "test" } as const;
    new ParquetWriter({ write: () => {} }, [column], options);
  });
}

Deno.test("parquetColumns chooses the encoding by what the kernel hands over", () => {
  const text: LogicalType = { kind: "string", maxLength: null, fixed: false };
  const dictionary = { count: 1, plain: Uint8Array.of(1, 0, 0, 0, 65), sorted: true };
  const drawn = columnOf(text, { ...plain("bytes"), dictionary });
  assert.deepEqual([drawn.encoding, drawn.dictionary], ["DICTIONARY", dictionary]);
  const counted = columnOf({ kind: "integer", bits: 32 }, { ...plain("int32"), sequence: true });
  assert.equal(counted.encoding, "DELTA_BINARY_PACKED");
  assert.equal(columnOf(text, plain("bytes")).encoding, "PLAIN");
});

function plain(layout: ColumnFormat["layout"]): ColumnFormat {
  return { layout, sequence: false };
}

function columnOf(type: LogicalType, format: ColumnFormat): ParquetColumn {
  const column: ColumnPlan = {
    name: "value",
    type,
    nullable: false,
    nulls: null,
    ordinal: { kind: "row" },
    domain: { kind: "list", units: [0], divisor: 1 },
  };
  const kernel: ColumnKernel = {
    name: "value",
    format,
    page: () => assert.fail("the schema of a file is told without its values"),
  };
  return parquetColumns({ name: "t", rowCount: 0, columns: [column] }, [kernel])[0]!;
}
