import { plainValues } from "./plain_values.ts";
import { Buffer } from "node:buffer";
import type { ColumnPage, PageValues } from "../columns/mod.ts";
import { invariant } from "../errors/mod.ts";
import { KernelMemory } from "../kernels/mod.ts";
import { bindColumn } from "./bind_column.ts";
import type { ColumnKernel } from "./column_kernel.ts";
import type { GenerationPlan } from "./plan/plan_types.ts";
import { Scratch } from "./scratch.ts";

export type Cell = number | bigint | string | boolean | null;

/** Of all tests in turn: each column has it for itself. */
const MEMORY = new KernelMemory();

/**
 * Makes a whole column and reads it back as plain values, for tests of small tables. It is made in
 * TypeScript and by kernels, which have to agree.
 *
 * @param plan The plan.
 * @param place Table and column by their names.
 * @param pageRows Rows asked for at once.
 */
export function cellsOf(
  plan: GenerationPlan,
  place: `${string}.${string}`,
  pageRows = 1000,
): Cell[] {
  const dot = place.indexOf(".");
  const [tableName, columnName] = [place.slice(0, dot), place.slice(dot + 1)];
  const table = plan.tables.find(({ name }) => name === tableName);
  invariant(table !== undefined, `the plan has '${tableName}'`);
  const column = table.columns.find(({ name }) => name === columnName);
  invariant(column !== undefined, `the plan has '${place}'`);
  MEMORY.clear();
  const [kernel, fast] = [new Scratch(), new Scratch(MEMORY)].map((scratch) =>
    bindColumn(column, { pools: plan.pools, scratch, home: { plan, table } })
  );
  const cells: Cell[] = [];
  for (let row = 0; row < table.rowCount; row += pageRows) {
    const rowCount = Math.min(pageRows, table.rowCount - row);
    const page = kernel!.page(row, rowCount);
    invariant(samePages(page, fast!.page(row, rowCount)), `kernels make the same of '${place}'`);
    cells.push(...pageCells(kernel!, page));
  }
  return cells;
}

function samePages(one: ColumnPage, other: ColumnPage): boolean {
  const same = (left: ArrayBufferView, right: ArrayBufferView) =>
    Buffer.compare(bytesOf(left), bytesOf(right)) === 0;
  const [left, right] = [one.values, other.values];
  const sameValues = "data" in left && "data" in right
    ? left.kind === right.kind && same(left.data, right.data)
    : JSON.stringify(left) === JSON.stringify(right);
  const sameNulls = one.validity === null || other.validity === null
    ? one.validity === other.validity
    : same(one.validity, other.validity);
  return sameValues && sameNulls && one.valueCount === other.valueCount;
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function pageCells(kernel: ColumnKernel, page: ColumnPage): Cell[] {
  const values = decode(kernel, page.values, page.valueCount);
  if (page.validity === null) return values;
  let next = 0;
  return Array.from(page.validity, (present) => (present === 1 ? values[next++]! : null));
}

function decode({ format }: ColumnKernel, values: PageValues, count: number): Cell[] {
  switch (values.kind) {
    case "int32":
    case "float":
    case "double":
      return [...values.data.subarray(0, count)];
    case "int64":
      return [...new BigInt64Array(values.data.slice(0, 2 * count).buffer)];
    case "boolean":
      return Array.from(values.data.subarray(0, count), (byte) => byte === 1);
    case "bytes":
      return texts(values.data);
    case "fixed":
      return Array.from({ length: count }, (_, index) => hex(values.data, index, format.width!));
    case "indices": {
      const words = texts(format.dictionary!.plain);
      return Array.from(values.data.subarray(0, count), (index) => words[index]!);
    }
    case "sequence":
      return Array.from({ length: count }, (_, index) => values.first + index * values.step);
  }
}

function texts(plain: Uint8Array): string[] {
  return plainValues(plain).map(decodeText);
}

/** Bytes that are not UTF-8 keep their difference in Latin-1. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }
}

function hex(bytes: Uint8Array, index: number, width: number): string {
  const value = bytes.subarray(index * width, (index + 1) * width);
  return Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
