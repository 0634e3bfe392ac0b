import {
  Bool,
  type Data,
  type DataType,
  Dictionary,
  Int32,
  Int64,
  makeData,
  makeVector,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import {
  Compression,
  initSync,
  Table as WasmTable,
  writeParquet,
  WriterPropertiesBuilder,
} from "parquet-wasm/esm/parquet_wasm.js";
import type { ColumnPage } from "../../lib/columns/mod.ts";
import { bindTable, type ColumnKernel } from "../../lib/generation/mod.ts";
import { KernelMemory } from "../../lib/kernels/mod.ts";
import { reportUsage } from "./report_usage.ts";
import { parseShape, planShape } from "./shapes.ts";

const PAGE_ROWS = 16_384;
const BATCH_ROWS = 1 << 20;

/**
 * Our values, as Arrow columns, written by parquet-wasm: what would be left to do had we no writer of
 * our own. ROWS DIRECTORY SHAPE CODEC.
 */
const [rows, directory, shape, codec] = Deno.args;
initSync({
  module: Deno.readFileSync(
    new URL(import.meta.resolve("parquet-wasm/esm/parquet_wasm_bg.wasm")),
  ),
});
const { plan, table } = await planShape(parseShape(shape), Number(rows));
const kernels = bindTable(plan, table, new KernelMemory());
for (let first = 0; first < Number(rows); first += BATCH_ROWS) {
  const count = Math.min(BATCH_ROWS, Number(rows) - first);
  const columns = kernels.map((kernel) => [kernel.name, vectorOf(kernel, first, count)] as const);
  const stream = tableToIPC(new Table(Object.fromEntries(columns)), "stream");
  const properties = new WriterPropertiesBuilder()
    .setCompression(codec === "snappy" ? Compression.SNAPPY : Compression.UNCOMPRESSED)
    .build();
  const bytes = writeParquet(WasmTable.fromIPCStream(stream), properties);
  Deno.writeFileSync(`${directory}/batch-${first}.parquet`, bytes);
}
reportUsage(Number(rows));

function vectorOf(kernel: ColumnKernel, first: number, count: number) {
  const { layout, dictionary } = kernel.format;
  if (dictionary !== undefined) {
    const type = new Dictionary(new Utf8(), new Int32());
    const words = vectorFromArray(textsOf(dictionary.plain), new Utf8());
    const { data, nullBitmap } = spread(kernel, { first, count }, new Int32Array(count));
    return makeVector(makeData({ type, length: count, data, nullBitmap, dictionary: words }));
  }
  if (layout === "bytes") return makeVector(textData(kernel, first, count));
  if (layout === "boolean") {
    const { data, nullBitmap } = spread(kernel, { first, count }, new Uint8Array(count));
    return makeVector(
      makeData({ type: new Bool(), length: count, data: packed(data), nullBitmap }),
    );
  }
  if (layout === "int32") {
    const { data, nullBitmap } = spread(kernel, { first, count }, new Int32Array(count));
    return makeVector(makeData({ type: new Int32(), length: count, data, nullBitmap }));
  }
  const { data, nullBitmap } = spread(kernel, { first, count }, new BigInt64Array(count));
  return makeVector(makeData({ type: new Int64(), length: count, data, nullBitmap }));
}

/** Arrow keeps a place for NULLs, pages do not. */
function spread<Elements extends Int32Array | Uint8Array | BigInt64Array>(
  kernel: ColumnKernel,
  { first, count }: { first: number; count: number },
  data: Elements,
): { data: Elements; nullBitmap: Uint8Array | undefined } {
  const validity = new Uint8Array(count);
  let nullCount = 0;
  for (let done = 0; done < count; done += PAGE_ROWS) {
    const page = kernel.page(first + done, Math.min(PAGE_ROWS, count - done));
    const values = elementsOf(page, data);
    nullCount += page.rowCount - page.valueCount;
    if (page.validity === null) {
      data.set(values as never, done);
      validity.fill(1, done, done + page.rowCount);
      continue;
    }
    validity.set(page.validity, done);
    let next = 0;
    for (let row = 0; row < page.rowCount; row++) {
      if (page.validity[row] === 1) data[done + row] = values[next++]!;
    }
  }
  return { data, nullBitmap: nullCount === 0 ? undefined : packed(validity) };
}

function elementsOf(
  { values, valueCount }: ColumnPage,
  data: Int32Array | Uint8Array | BigInt64Array,
): ArrayLike<number | bigint> {
  if (values.kind === "sequence") {
    return BigInt64Array.from(
      { length: valueCount },
      (_, index) => BigInt(values.first + index * values.step),
    );
  }
  if (!(data instanceof BigInt64Array)) return values.data;
  return new BigInt64Array(values.data.buffer, values.data.byteOffset, valueCount);
}

function textData(kernel: ColumnKernel, first: number, count: number): Data<DataType> {
  const valueOffsets = new Int32Array(count + 1);
  const parts: Uint8Array[] = [];
  let end = 0;
  for (let done = 0; done < count; done += PAGE_ROWS) {
    const { values, rowCount } = kernel.page(first + done, Math.min(PAGE_ROWS, count - done));
    if (values.kind !== "bytes") throw new Error("A text column has bytes");
    const plain = values.data;
    const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
    const texts = new Uint8Array(plain.length - 4 * rowCount);
    for (let row = 0, at = 0, to = 0; row < rowCount; row++) {
      const length = view.getUint32(at, true);
      texts.set(plain.subarray(at + 4, at + 4 + length), to);
      at += 4 + length;
      to += length;
      end += length;
      valueOffsets[done + row + 1] = end;
    }
    parts.push(texts);
  }
  const data = new Uint8Array(end);
  let at = 0;
  for (const part of parts) {
    data.set(part, at);
    at += part.length;
  }
  return makeData({ type: new Utf8(), length: count, data, valueOffsets });
}

function textsOf(plain: Uint8Array): string[] {
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const texts: string[] = [];
  for (let at = 0; at < plain.length;) {
    const length = view.getUint32(at, true);
    texts.push(new TextDecoder().decode(plain.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  return texts;
}

function packed(bytes: Uint8Array): Uint8Array {
  const bits = new Uint8Array((bytes.length + 7) >> 3);
  for (let i = 0; i < bytes.length; i++) bits[i >> 3]! |= bytes[i]! << (i & 7);
  return bits;
}
