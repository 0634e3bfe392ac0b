import assert from "node:assert/strict";
import { assertColumn } from "./assert_column.ts";
import type { ParquetColumn } from "./parquet_column.ts";
import { plainColumn, TYPE_CASES } from "./testing/type_cases.ts";

const REQUIRED = { name: "c", nullable: false, encoding: "PLAIN" } as const;

const REFUSED: Readonly<Record<string, ParquetColumn>> = {
  "fixed bytes of no length": { ...REQUIRED, physical: "FIXED_LEN_BYTE_ARRAY" },
  "a length where there is none": { ...REQUIRED, physical: "INT32", typeLength: 4 },
  "dictionary encoding without a dictionary": {
    ...REQUIRED,
    physical: "INT32",
    encoding: "DICTIONARY",
  },
  "deltas of strings": { ...REQUIRED, physical: "BYTE_ARRAY", encoding: "DELTA_BINARY_PACKED" },
  "a string of integers": { ...REQUIRED, physical: "INT32", annotation: { kind: "STRING" } },
  "a UUID of 15 bytes": {
    ...REQUIRED,
    physical: "FIXED_LEN_BYTE_ARRAY",
    typeLength: 15,
    annotation: { kind: "UUID" },
  },
  "a 64-bit integer in 32 bits": {
    ...REQUIRED,
    physical: "INT32",
    annotation: { kind: "INTEGER", bits: 64, signed: true },
  },
  "a decimal of 10 digits in 32 bits": {
    ...REQUIRED,
    physical: "INT32",
    annotation: { kind: "DECIMAL", precision: 10, scale: 0 },
  },
  "a decimal of 38 digits in 15 bytes": {
    ...REQUIRED,
    physical: "FIXED_LEN_BYTE_ARRAY",
    typeLength: 15,
    annotation: { kind: "DECIMAL", precision: 38, scale: 0 },
  },
  "a scale above its precision": {
    ...REQUIRED,
    physical: "INT32",
    annotation: { kind: "DECIMAL", precision: 2, scale: 3 },
  },
  "microseconds in 32 bits": {
    ...REQUIRED,
    physical: "INT32",
    annotation: { kind: "TIME", unit: "MICROS", utc: false },
  },
};

for (const [what, column] of Object.entries(REFUSED)) {
  Deno.test(`assertColumn refuses ${what}`, () => {
    assert.throws(() => assertColumn(column), { code: "INTERNAL_INVARIANT" });
  });
}

Deno.test("assertColumn allows every type we write", () => {
  for (const each of TYPE_CASES) assertColumn(plainColumn(each, []).column);
});
