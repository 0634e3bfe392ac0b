import type { ColumnPage, PageValues } from "../../columns/mod.ts";
import {
  bigEndianInteger,
  dateText,
  decimalText,
  hexText,
  intervalText,
  timestampText,
  timeText,
  uuidText,
} from "../../../tests/oracles/format_cell.ts";
import type { OracleCell } from "../../../tests/oracles/oracle_table.ts";
import { KernelMemory } from "../../kernels/mod.ts";
import { type Codec, PageBuffers, type ParquetColumn, ParquetWriter } from "../mod.ts";

/** A value as tests write it down: integers as bigint whatever their width. */
export type TestValue = bigint | number | boolean | string | Uint8Array;

/** A column with all of its values; the test's own model of what a file must hold. */
export interface TestColumn {
  readonly column: ParquetColumn;
  readonly values: readonly (TestValue | null)[];
  /** The values are `first`, `first + step`, …; pages then hold no array. */
  readonly sequence?: { readonly first: number; readonly step: number };
}

const NANOS_PER_UNIT = { MILLIS: 1_000_000n, MICROS: 1000n, NANOS: 1n } as const;

/** @returns The column with its distinct values as its dictionary, in order of appearance. */
export function withDictionary({ column, values }: TestColumn, sort = false): TestColumn {
  const distinct = distinctValues(values);
  if (sort) distinct.sort(compareValues);
  const plain = plainBytes(column, distinct);
  const dictionary = { count: distinct.length, plain, sorted: sort };
  return { column: { ...column, encoding: "DICTIONARY", dictionary }, values };
}

/**
 * Writes columns of equal length to a file, in row groups of the given sizes; with the pages in the
 * memory of kernels if there is one.
 */
export function writeTestFile(
  path: string,
  columns: readonly TestColumn[],
  options: {
    rowGroups: readonly number[];
    pageRows: number;
    codec?: Codec;
    memory?: KernelMemory;
  },
): { byteLength: number; rowCount: number } {
  using file = Deno.openSync(path, { write: true, create: true, truncate: true });
  const sink = {
    write(bytes: Uint8Array) {
      for (let done = 0; done < bytes.length;) done += file.writeSync(bytes.subarray(done));
    },
  };
  const writer = new ParquetWriter(sink, columns.map(({ column }) => column), {
    codec: options.codec ?? "none",
    pageRows: options.pageRows,
    createdBy: "dw-sim-test version 0.0.0",
    buffers: new PageBuffers(options.memory),
  });
  const { memory } = options;
  for (const rowCount of options.rowGroups) {
    writer.writeRowGroup(rowCount, (index, first, count) => {
      const page = pageOf(columns[index]!, first, count);
      return memory === undefined ? page : placedIn(memory, page);
    });
  }
  return writer.close();
}

/** @returns What every reader must give for a value of the column. */
export function expectedCell(column: ParquetColumn, value: TestValue | null): OracleCell {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return column.physical === "FLOAT" ? Math.fround(value) : value;
  const { annotation } = column;
  const integer = value instanceof Uint8Array ? null : value;
  switch (annotation?.kind) {
    case "DECIMAL":
      return decimalText(integer ?? bigEndianInteger(asBytes(value)), annotation.scale);
    case "DATE":
      return dateText(Number(value));
    case "TIME":
      return timeText(integer! * NANOS_PER_UNIT[annotation.unit]);
    case "TIMESTAMP":
      return timestampText(integer! * NANOS_PER_UNIT[annotation.unit]);
    case "UUID":
      return uuidText(asBytes(value));
    case "INTERVAL":
      return intervalText(asBytes(value));
  }
  return integer === null ? hexText(asBytes(value)) : integer.toString();
}

/** @returns A decimal's unscaled value as FIXED_LEN_BYTE_ARRAY. */
export function bigEndian(value: bigint, width: number): Uint8Array {
  const digits = BigInt.asUintN(8 * width, value).toString(16).padStart(2 * width, "0");
  return Uint8Array.from(digits.match(/../g)!, (pair) => parseInt(pair, 16));
}

/** @returns Below, above or equal to 0 in the order of the format, for values of one column. */
export function compareValues(left: TestValue, right: TestValue): number {
  if (typeof left === "string" || left instanceof Uint8Array) {
    return compareBytes(asBytes(left), asBytes(right));
  }
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    if (left[i] !== right[i]) return left[i]! - right[i]!;
  }
  return left.length - right.length;
}

function pageOf(
  { column, values, sequence }: TestColumn,
  first: number,
  count: number,
): ColumnPage {
  const rows = values.slice(first, first + count);
  const present = rows.filter((value) => value !== null);
  const validity = present.length === count
    ? null
    : Uint8Array.from(rows, (value) => value === null ? 0 : 1);
  const before = values.slice(0, first).filter((value) => value !== null).length;
  return {
    rowCount: count,
    valueCount: present.length,
    validity,
    values: sequence === undefined
      ? pageValues({ column, values }, present)
      : { kind: "sequence", first: sequence.first + before * sequence.step, step: sequence.step },
  };
}

function placedIn(memory: KernelMemory, page: ColumnPage): ColumnPage {
  const place = <Elements extends ArrayBufferView>(
    { buffer, byteOffset, byteLength, constructor }: Elements,
  ): Elements => {
    const bytes = memory.take(byteLength);
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength));
    const Type = constructor as new (buffer: ArrayBuffer, at: number, length: number) => Elements;
    const width = "BYTES_PER_ELEMENT" in Type ? Number(Type.BYTES_PER_ELEMENT) : 1;
    return new Type(bytes.buffer, bytes.byteOffset, byteLength / width);
  };
  const { values, validity } = page;
  if (values.kind === "sequence") return page;
  return {
    ...page,
    validity: validity === null ? null : place(validity),
    // Its kind says what its data is; the copy is of the same type.
    values: { ...values, data: place(values.data) } as PageValues,
  };
}

function pageValues({ column, values }: TestColumn, present: readonly TestValue[]): PageValues {
  if (column.encoding === "DICTIONARY") {
    const distinct = distinctValues(values);
    if (column.dictionary!.sorted) distinct.sort(compareValues);
    const places = new Map(distinct.map((value, index) => [keyOf(value), index]));
    return { kind: "indices", data: Uint32Array.from(present, (v) => places.get(keyOf(v))!) };
  }
  const bytes = plainBytes(column, present);
  switch (column.physical) {
    case "BOOLEAN":
      return { kind: "boolean", data: bytes };
    case "INT32":
      return { kind: "int32", data: new Int32Array(bytes.buffer) };
    case "INT64":
      return { kind: "int64", data: new Int32Array(bytes.buffer) };
    case "FLOAT":
      return { kind: "float", data: new Float32Array(bytes.buffer) };
    case "DOUBLE":
      return { kind: "double", data: new Float64Array(bytes.buffer) };
    case "BYTE_ARRAY":
      return { kind: "bytes", data: bytes };
    case "FIXED_LEN_BYTE_ARRAY":
      return { kind: "fixed", data: bytes };
  }
}

/** PLAIN, except that a boolean takes a byte. */
function plainBytes(
  { physical }: ParquetColumn,
  values: readonly TestValue[],
): Uint8Array<ArrayBuffer> {
  switch (physical) {
    case "BOOLEAN":
      return Uint8Array.from(values, (value) => value === true ? 1 : 0);
    case "INT32":
      return new Uint8Array(Int32Array.from(values, Number).buffer);
    case "INT64":
      return new Uint8Array(BigInt64Array.from(values, (value) => BigInt(String(value))).buffer);
    case "FLOAT":
      return new Uint8Array(Float32Array.from(values, Number).buffer);
    case "DOUBLE":
      return new Uint8Array(Float64Array.from(values, Number).buffer);
    case "BYTE_ARRAY":
      return concatenated(values.flatMap((value) => {
        const bytes = asBytes(value);
        return [new Uint8Array(Uint32Array.of(bytes.length).buffer), bytes];
      }));
    case "FIXED_LEN_BYTE_ARRAY":
      return concatenated(values.map(asBytes));
  }
}

function distinctValues(values: readonly (TestValue | null)[]): TestValue[] {
  const present = values.filter((value) => value !== null);
  return [...new Map(present.map((value) => [keyOf(value), value])).values()];
}

function keyOf(value: TestValue): string {
  return value instanceof Uint8Array
    ? hexText(value)
    : `${Object.is(value, -0) ? "-" : ""}${value}`;
}

/** @returns A string or binary value as it lies in a file. */
export function asBytes(value: TestValue): Uint8Array {
  return value instanceof Uint8Array ? value : new TextEncoder().encode(String(value));
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
