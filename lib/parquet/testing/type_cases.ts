import { decimalByteWidth, type ParquetColumn } from "../mod.ts";
import { bigEndian, type TestColumn, type TestValue, withDictionary } from "./test_columns.ts";

/** A column without its name, its NULLs and its encoding. */
export type Shape = Omit<ParquetColumn, "name" | "nullable" | "encoding">;

/** A shape, what each reader calls it, and values among which are its extremes. */
export interface TypeCase {
  readonly name: string;
  readonly shape: Shape;
  readonly types: Record<"duckdb" | "hyparquet" | "parquet-wasm", string>;
  readonly values: readonly TestValue[];
}

const INT64_MAX = 2n ** 63n - 1n;
const INT64_MIN = -(2n ** 63n);
const NINES_38 = 10n ** 38n - 1n;

export const TYPE_CASES: readonly TypeCase[] = [
  {
    name: "boolean",
    shape: { physical: "BOOLEAN" },
    types: { duckdb: "BOOLEAN", hyparquet: "BOOLEAN - -", "parquet-wasm": "Bool" },
    values: [true, false, false, true],
  },
  integerCase(8, true, [-128n, 127n, 0n, -1n]),
  integerCase(16, true, [-32_768n, 32_767n, 0n]),
  integerCase(32, true, [-(2n ** 31n), 2n ** 31n - 1n, 0n, -1n]),
  integerCase(64, true, [INT64_MIN, INT64_MAX, 0n, -1n, 2n ** 32n, -(2n ** 32n), 2n ** 53n + 1n]),
  integerCase(8, false, [255n, 0n, 128n]),
  integerCase(16, false, [65_535n, 0n, 40_000n]),
  integerCase(32, false, [2n ** 32n - 1n, 0n, 2n ** 31n]),
  integerCase(64, false, [2n ** 64n - 1n, 0n, 2n ** 63n, 2n ** 32n - 1n]),
  {
    name: "float",
    shape: { physical: "FLOAT" },
    types: { duckdb: "FLOAT", hyparquet: "FLOAT - -", "parquet-wasm": "Float32" },
    values: [1.5, -3.25e38, 1e-45, Infinity, -Infinity, NaN, -0, 0],
  },
  {
    name: "double",
    shape: { physical: "DOUBLE" },
    types: { duckdb: "DOUBLE", hyparquet: "DOUBLE - -", "parquet-wasm": "Float64" },
    values: [0.1, -Number.MAX_VALUE, Number.MIN_VALUE, Infinity, -Infinity, NaN, -0, 0],
  },
  {
    name: "finite float",
    shape: { physical: "FLOAT" },
    types: { duckdb: "FLOAT", hyparquet: "FLOAT - -", "parquet-wasm": "Float32" },
    values: [1.5, -0.25, 2 ** 127, NaN],
  },
  {
    name: "finite double",
    shape: { physical: "DOUBLE" },
    types: { duckdb: "DOUBLE", hyparquet: "DOUBLE - -", "parquet-wasm": "Float64" },
    values: [0, NaN, 1.25, 2 ** 1000],
  },
  {
    name: "string",
    shape: { physical: "BYTE_ARRAY", annotation: { kind: "STRING" } },
    types: { duckdb: "VARCHAR", hyparquet: "BYTE_ARRAY UTF8 STRING", "parquet-wasm": "Utf8" },
    values: [
      "",
      "a",
      "zoë",
      "日本語",
      "🦆 and 👩‍👩‍👧",
      "a\0b",
      "x".repeat(300),
      "\u{10ffff}".repeat(40),
    ],
  },
  {
    name: "json",
    shape: { physical: "BYTE_ARRAY", annotation: { kind: "JSON" } },
    types: { duckdb: "JSON", hyparquet: "BYTE_ARRAY JSON JSON", "parquet-wasm": "Utf8" },
    values: ['{"a":[1,2,null]}', "[]", '"ü"', "12"],
  },
  {
    name: "binary",
    shape: { physical: "BYTE_ARRAY" },
    types: { duckdb: "BLOB", hyparquet: "BYTE_ARRAY - -", "parquet-wasm": "Binary" },
    values: [Uint8Array.of(), Uint8Array.of(255, 0, 128), new Uint8Array(200).fill(254)],
  },
  {
    name: "fixed binary",
    shape: { physical: "FIXED_LEN_BYTE_ARRAY", typeLength: 3 },
    types: {
      duckdb: "BLOB",
      hyparquet: "FIXED_LEN_BYTE_ARRAY(3) - -",
      "parquet-wasm": "FixedSizeBinary[3]",
    },
    values: [Uint8Array.of(255, 0, 1), Uint8Array.of(0, 0, 0), Uint8Array.of(127, 255, 255)],
  },
  {
    name: "uuid",
    shape: { physical: "FIXED_LEN_BYTE_ARRAY", typeLength: 16, annotation: { kind: "UUID" } },
    types: {
      duckdb: "UUID",
      hyparquet: "FIXED_LEN_BYTE_ARRAY(16) - UUID",
      "parquet-wasm": "FixedSizeBinary[16]",
    },
    values: [
      Uint8Array.from({ length: 16 }, (_, i) => i * 17),
      new Uint8Array(16),
      new Uint8Array(16).fill(255),
    ],
  },
  {
    name: "date",
    shape: { physical: "INT32", annotation: { kind: "DATE" } },
    types: { duckdb: "DATE", hyparquet: "INT32 DATE DATE", "parquet-wasm": "Date32<DAY>" },
    values: [0n, -1n, 19_782n, 2_932_896n, -719_162n],
  },
  {
    name: "interval",
    shape: { physical: "FIXED_LEN_BYTE_ARRAY", typeLength: 12, annotation: { kind: "INTERVAL" } },
    types: {
      duckdb: "INTERVAL",
      hyparquet: "FIXED_LEN_BYTE_ARRAY(12) INTERVAL -",
      "parquet-wasm": "Interval<DAY_TIME>",
    },
    values: [intervalBytes(0, 0, 0), intervalBytes(0, 31, 86_399_999), intervalBytes(0, 0, 1)],
  },
  decimalCase(9, 2, [-(10n ** 9n) + 1n, 10n ** 9n - 1n, 0n, -1n]),
  decimalCase(18, 4, [-(10n ** 18n) + 1n, 10n ** 18n - 1n, 0n, -1n]),
  decimalCase(19, 0, [-(10n ** 19n) + 1n, 10n ** 19n - 1n, 0n, -1n]),
  decimalCase(38, 10, [-NINES_38, NINES_38, 0n, -1n, 2n ** 64n, -(2n ** 96n)]),
  timeCase("MILLIS", false, { duckdb: "TIME", "parquet-wasm": "Time32<MILLISECOND>" }),
  timeCase("MICROS", false, { duckdb: "TIME", "parquet-wasm": "Time64<MICROSECOND>" }),
  timestampCase("MILLIS", false, "TIMESTAMP"),
  timestampCase("MICROS", false, "TIMESTAMP"),
  timestampCase("MICROS", true, "TIMESTAMP WITH TIME ZONE"),
  timestampCase("NANOS", false, "TIMESTAMP_NS"),
];

function integerCase(bits: 8 | 16 | 32 | 64, signed: boolean, values: bigint[]): TypeCase {
  const sizes = { 8: "TINYINT", 16: "SMALLINT", 32: "INTEGER", 64: "BIGINT" } as const;
  const physical = bits === 64 ? "INT64" : "INT32";
  const converted = `${signed ? "" : "U"}INT_${bits}`;
  return {
    name: `${signed ? "int" : "uint"}${bits}`,
    shape: { physical, annotation: { kind: "INTEGER", bits, signed } },
    types: {
      duckdb: (signed ? "" : "U") + sizes[bits],
      hyparquet: `${physical} ${converted} INTEGER(${bits},${signed})`,
      "parquet-wasm": `${signed ? "Int" : "Uint"}${bits}`,
    },
    values,
  };
}

function decimalCase(precision: number, scale: number, unscaled: bigint[]): TypeCase {
  const annotation = { kind: "DECIMAL", precision, scale } as const;
  const width = decimalByteWidth(precision);
  const shape: Shape = precision <= 9
    ? { physical: "INT32", annotation }
    : precision <= 18
    ? { physical: "INT64", annotation }
    : { physical: "FIXED_LEN_BYTE_ARRAY", typeLength: width, annotation };
  const physical = precision <= 18 ? shape.physical : `FIXED_LEN_BYTE_ARRAY(${width})`;
  return {
    name: `decimal(${precision},${scale})`,
    shape,
    types: {
      duckdb: `DECIMAL(${precision},${scale})`,
      hyparquet: `${physical} DECIMAL DECIMAL(${scale},${precision})`,
      "parquet-wasm": `Decimal[${precision}e${scale > 0 ? "+" : ""}${scale}]`,
    },
    values: precision <= 18 ? unscaled : unscaled.map((value) => bigEndian(value, width)),
  };
}

function timeCase(
  unit: "MILLIS" | "MICROS",
  utc: boolean,
  types: { duckdb: string; "parquet-wasm": string },
): TypeCase {
  const physical = unit === "MILLIS" ? "INT32" : "INT64";
  const perSecond = unit === "MILLIS" ? 1000n : 1_000_000n;
  return {
    name: `time ${unit}`,
    shape: { physical, annotation: { kind: "TIME", unit, utc } },
    types: { ...types, hyparquet: `${physical} TIME_${unit} TIME(${utc},${unit})` },
    values: [0n, 86_400n * perSecond - 1n, 45_296n * perSecond + 500n],
  };
}

function timestampCase(
  unit: "MILLIS" | "MICROS" | "NANOS",
  utc: boolean,
  duckdb: string,
): TypeCase {
  const perSecond = { MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n }[unit];
  const arrowUnit = { MILLIS: "MILLISECOND", MICROS: "MICROSECOND", NANOS: "NANOSECOND" }[unit];
  const converted = unit === "NANOS" ? "-" : `TIMESTAMP_${unit}`;
  return {
    name: `timestamp ${unit}${utc ? " utc" : ""}`,
    shape: { physical: "INT64", annotation: { kind: "TIMESTAMP", unit, utc } },
    types: {
      duckdb,
      hyparquet: `INT64 ${converted} TIMESTAMP(${utc},${unit})`,
      "parquet-wasm": `Timestamp<${arrowUnit}${utc ? ", UTC" : ""}>`,
    },
    values: [0n, -1n, 1_709_209_800n * perSecond + 7n, -2_000_000_000n * perSecond],
  };
}

export function intervalBytes(months: number, days: number, millis: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(months, days, millis).buffer);
}

/** @returns The values in turn, as many as asked for, NULL where `isNull` says so. */
export function rowsOf(
  values: readonly TestValue[],
  rowCount: number,
  isNull: (row: number) => boolean = () => false,
): (TestValue | null)[] {
  return Array.from({ length: rowCount }, (_, i) => isNull(i) ? null : values[i % values.length]!);
}

/** Lends a file of its own to a test. */
export async function withFile(run: (path: string) => Promise<void>): Promise<void> {
  const path = await Deno.makeTempFile({ suffix: ".parquet" });
  try {
    await run(path);
  } finally {
    await Deno.remove(path);
  }
}

/** @returns A column of the type, with values of its own. */
export function plainColumn(
  { name, shape }: TypeCase,
  values: readonly (TestValue | null)[],
): TestColumn {
  const nullable = values.includes(null);
  return { column: { ...shape, name, nullable, encoding: "PLAIN" }, values };
}

/** Ways to encode a column; where one does not suit the type, the column stays as it is. */
export const ENCODED_AS = {
  PLAIN: (column: TestColumn) => column,
  DICTIONARY: (column: TestColumn) =>
    column.column.physical === "BOOLEAN" ? column : withDictionary(column),
  DELTA_BINARY_PACKED: (column: TestColumn): TestColumn =>
    column.column.physical === "INT32" || column.column.physical === "INT64"
      ? { ...column, column: { ...column.column, encoding: "DELTA_BINARY_PACKED" } }
      : column,
} as const;

/** Which rows are NULL. */
export const NULLS = {
  none: () => false,
  some: (row: number) => row % 3 === 1,
  all: () => true,
} as const;
