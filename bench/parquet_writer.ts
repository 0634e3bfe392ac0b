/**
 * What writing a value costs, by kind of column: encoding, statistics and compression, with pages
 * that are already there and a sink that forgets. Then one table of five columns beside
 * parquet-wasm, which gets it as an Arrow table. Prints CPU time, and keeps it in `results/`.
 *
 * `deno run -A bench/parquet_writer.ts`
 */
import {
  Dictionary,
  Int32,
  makeVector,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import process from "node:process";
import {
  Compression,
  initSync,
  Table as WasmTable,
  writeParquet,
  WriterPropertiesBuilder,
} from "parquet-wasm/esm/parquet_wasm.js";
import type { ColumnPage, PageValues } from "../lib/columns/mod.ts";
import { KernelMemory } from "../lib/kernels/mod.ts";
import { type Codec, PageBuffers, type ParquetColumn, ParquetWriter } from "../lib/parquet/mod.ts";

const PAGE_ROWS = 32_768;
const GROUP_ROWS = 131_072;
const ROWS = 8 * GROUP_ROWS;
const ROUNDS = 7;

type Shape = Omit<ParquetColumn, "name" | "nullable">;

interface Path {
  readonly name: string;
  readonly shape: Shape;
  readonly values: PageValues;
  /** One byte a row, if some are NULL. */
  readonly validity?: Uint8Array;
  readonly codec?: Codec;
}

let state = 1;
function random(): number {
  state = Math.imul(state, 1_664_525) + 1_013_904_223;
  return (state >>> 8) / 2 ** 24;
}

function words(count: number): Int32Array {
  return Int32Array.from({ length: count }, () => random() * 2 ** 32);
}

function byteArrays(texts: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts = texts.map((text) => encoder.encode(text));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length, true);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytes;
}

function texts(count: number, make: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const EMAILS = texts(PAGE_ROWS, () => `${random().toString(36).slice(2, 10)}@example.com`);
const TEXT = { physical: "BYTE_ARRAY", annotation: { kind: "STRING" }, encoding: "PLAIN" } as const;

function names(entryCount: number, sorted: boolean): Path {
  const all = texts(entryCount, (index) => `name${index.toString(36)}`).sort();
  const dictionary = { count: entryCount, plain: byteArrays(all), sorted };
  const data = Uint32Array.from({ length: PAGE_ROWS }, () => random() * entryCount);
  return {
    name: `string, dictionary of ${entryCount}${sorted ? ", sorted" : ""}`,
    shape: { ...TEXT, encoding: "DICTIONARY", dictionary },
    values: { kind: "indices", data },
  };
}

const int32: Path = {
  name: "int32, random",
  shape: { physical: "INT32", encoding: "PLAIN" },
  values: { kind: "int32", data: words(PAGE_ROWS) },
};
const emails: Path = {
  name: "string, random",
  shape: TEXT,
  values: { kind: "bytes", data: byteArrays(EMAILS) },
};
const sequence: Path = {
  name: "int64, sequence as deltas",
  shape: { physical: "INT64", encoding: "DELTA_BINARY_PACKED" },
  values: { kind: "sequence", first: 1, step: 1 },
};
const doubles: Path = {
  name: "double, random",
  shape: { physical: "DOUBLE", encoding: "PLAIN" },
  values: { kind: "double", data: Float64Array.from({ length: PAGE_ROWS }, random) },
};
const int64: Path = {
  name: "int64, random",
  shape: { physical: "INT64", encoding: "PLAIN" },
  values: { kind: "int64", data: words(2 * PAGE_ROWS) },
};
const validity = Uint8Array.from({ length: PAGE_ROWS }, () => random() < 0.1 ? 0 : 1);
const smallNumbers = words(PAGE_ROWS).map((word) => word & 1023);

const PATHS: readonly Path[] = [
  int32,
  { ...int32, name: "int32, random, a tenth NULL", validity },
  {
    ...int32,
    name: "int32, random, as deltas",
    shape: { physical: "INT32", encoding: "DELTA_BINARY_PACKED" },
  },
  int64,
  { ...int64, name: "int64, random, as deltas", shape: sequence.shape },
  sequence,
  { ...sequence, name: "int64, sequence, plain", shape: int64.shape },
  doubles,
  {
    name: "boolean",
    shape: { physical: "BOOLEAN", encoding: "PLAIN" },
    values: { kind: "boolean", data: validity },
  },
  names(200, true),
  names(4000, true),
  names(4000, false),
  names(100_000, true),
  names(100_000, false),
  emails,
  {
    ...emails,
    name: "string, ascending",
    values: {
      kind: "bytes",
      data: byteArrays(texts(PAGE_ROWS, (i) => `CUST${i.toString().padStart(9, "0")}`)),
    },
  },
  {
    name: "uuid",
    shape: {
      physical: "FIXED_LEN_BYTE_ARRAY",
      typeLength: 16,
      annotation: { kind: "UUID" },
      encoding: "PLAIN",
    },
    values: { kind: "fixed", data: new Uint8Array(words(4 * PAGE_ROWS).buffer) },
  },
  { ...int32, name: "int32, random, snappy", codec: "snappy" },
  {
    ...int32,
    name: "int32 below 1024, snappy",
    values: { kind: "int32", data: smallNumbers },
    codec: "snappy",
  },
  ...(["snappy", "zstd", "gzip"] as const).map((codec) => ({
    ...emails,
    name: `string, random, ${codec}`,
    codec,
  })),
];

const MEMORY = new KernelMemory();

/** The page as a generator hands it over: in the memory of kernels. */
function pageOf({ values, validity }: Path): ColumnPage {
  const valueCount = validity?.reduce((sum, bit) => sum + bit, 0) ?? PAGE_ROWS;
  const placed = values.kind === "sequence" ? values : { ...values, data: copied(values.data) };
  return {
    rowCount: PAGE_ROWS,
    valueCount,
    validity: validity === undefined ? null : copied(validity),
    // Its kind says what its data is; the copy is of the same type.
    values: placed as PageValues,
  };
}

function copied<
  Elements extends Uint8Array | Int32Array | Uint32Array | Float32Array | Float64Array,
>(
  source: Elements,
): Elements {
  const { buffer, byteOffset } = MEMORY.take(source.byteLength);
  const Type = source.constructor as new (
    buffer: ArrayBuffer,
    byteOffset: number,
    length: number,
  ) => Elements;
  const copy = new Type(buffer, byteOffset, source.length);
  copy.set(source);
  return copy;
}

function write(paths: readonly Path[], codec: Codec): number {
  const columns = paths.map(({ shape, validity }, index) => ({
    ...shape,
    name: `c${index}`,
    nullable: validity !== undefined,
  }));
  MEMORY.clear();
  const pages = paths.map(pageOf);
  const writer = new ParquetWriter({ write() {} }, columns, {
    codec,
    pageRows: PAGE_ROWS,
    createdBy: "dw-sim-bench version 0.0.0",
    buffers: new PageBuffers(MEMORY),
  });
  for (let row = 0; row < ROWS; row += GROUP_ROWS) {
    writer.writeRowGroup(GROUP_ROWS, (column) => pages[column]!);
  }
  return writer.close().byteLength;
}

/** The least CPU time of some rounds, in milliseconds, and what the last one gave. */
function leastCpuMs(work: () => number): { cpuMs: number; byteLength: number } {
  let cpuMs = Infinity;
  let byteLength = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    byteLength = work();
    const { user, system } = process.cpuUsage(before);
    cpuMs = Math.min(cpuMs, (user + system) / 1000);
  }
  return { cpuMs, byteLength };
}

function line(name: string, { cpuMs, byteLength }: { cpuMs: number; byteLength: number }): string {
  const nanos = (cpuMs * 1e6 / ROWS).toFixed(2);
  const size = (byteLength / ROWS).toFixed(2);
  const speed = (byteLength / 1e6 / (cpuMs / 1000)).toFixed(0);
  return `${name.padEnd(44)}${nanos.padStart(9)}${size.padStart(9)}${speed.padStart(9)}`;
}

function arrowTable(): Table {
  const repeated = <Item>(items: readonly Item[]) =>
    Array.from({ length: ROWS }, (_, row) => items[row % PAGE_ROWS]!);
  const picks = texts(PAGE_ROWS, () => `name${Math.floor(random() * 4000).toString(36)}`);
  const numbers = Array.from(words(PAGE_ROWS));
  return new Table({
    id: makeVector(BigInt64Array.from({ length: ROWS }, (_, row) => BigInt(row + 1))),
    code: makeVector(Int32Array.from(repeated(numbers))),
    price: makeVector(Float64Array.from(repeated(Array.from({ length: PAGE_ROWS }, random)))),
    name: vectorFromArray(repeated(picks), new Dictionary(new Utf8(), new Int32())),
    email: vectorFromArray(repeated(EMAILS), new Utf8()),
  });
}

/** The way from an Arrow table in memory to the bytes of a file. */
function writeWithParquetWasm(table: Table, codec: "none" | "snappy"): number {
  const properties = new WriterPropertiesBuilder()
    .setCompression(codec === "none" ? Compression.UNCOMPRESSED : Compression.SNAPPY)
    .setMaxRowGroupSize(GROUP_ROWS)
    .setDictionaryEnabled(false)
    .setColumnDictionaryEnabled("name", true)
    .build();
  const wasmTable = WasmTable.fromIPCStream(tableToIPC(table, "stream"));
  return writeParquet(wasmTable, properties).length;
}

const lines = [
  `${ROWS} rows, row groups of ${GROUP_ROWS}, pages of ${PAGE_ROWS}, least of ${ROUNDS} rounds`,
  "",
  `${"".padEnd(44)}${"ns/value".padStart(9)}${"B/value".padStart(9)}${"MB/s".padStart(9)}`,
  ...PATHS.map((path) => line(path.name, leastCpuMs(() => write([path], path.codec ?? "none")))),
  "",
  `${"five columns".padEnd(44)}${"ns/row".padStart(9)}${"B/row".padStart(9)}${"MB/s".padStart(9)}`,
];
const wasm = new URL(import.meta.resolve("parquet-wasm/esm/parquet_wasm_bg.wasm"));
initSync({ module: await Deno.readFile(wasm) });
const table = arrowTable();
const five = [sequence, int32, doubles, names(4000, true), emails];
for (const codec of ["none", "snappy"] as const) {
  lines.push(line(`dw-sim, ${codec}`, leastCpuMs(() => write(five, codec))));
  const measured = leastCpuMs(() => writeWithParquetWasm(table, codec));
  lines.push(line(`Arrow table and parquet-wasm, ${codec}`, measured));
}
const report = lines.join("\n") + "\n";
await Deno.stdout.write(new TextEncoder().encode(report));
await Deno.writeTextFile(new URL("results/parquet_writer.txt", import.meta.url), report);
