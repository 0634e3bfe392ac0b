import type { PageValues } from "../../columns/mod.ts";
import { kernelsOver } from "../../kernels/mod.ts";
import type { ColumnLayout } from "../column_layout.ts";
import type { Scratch } from "../scratch.ts";

/**
 * Stores numbers made as doubles into the layout of their column. The domains that make numbers
 * write `units`; what a page needs is decided here, once per column.
 */
export interface NumberStore {
  /** Where the domain writes, one double a value. */
  readonly units: Float64Array;
  /**
   * @param length How many of `units` count.
   * @returns The values in the column's layout; the next call overwrites them.
   */
  store(length: number): PageValues;
}

/**
 * The store of a layout.
 *
 * @param layout Any layout but `bytes`.
 * @param options What units are divided by in float layouts, and where arrays come from.
 */
export function createNumberStore(
  layout: ColumnLayout,
  { divisor, scratch }: { readonly divisor: number; readonly scratch: Scratch },
): NumberStore {
  const units = scratch.float64();
  switch (layout.layout) {
    case "boolean":
      return { units, store: storeBooleans(units, scratch.uint8()) };
    case "int32":
      return { units, store: storeInt32(units, scratch.int32()) };
    case "int64":
      return {
        units,
        store: storeInt64(units, scratch.int32(2 * units.length), layout.multiplier),
      };
    case "float":
      return { units, store: storeFloats(units, scratch.float32(), divisor) };
    case "double":
      return { units, store: storeDoubles(units, scratch.float64(), divisor) };
    case "fixed": {
      const store = layout.interval
        ? storeIntervals(units, scratch.int32(3 * units.length))
        : storeFixed(units, scratch.uint8(16 * (units.length + 1)), layout.width);
      return { units, store };
    }
    case "bytes":
      throw new TypeError("Numbers have no text layout");
  }
}

type Store = (length: number) => PageValues;

function storeBooleans(units: Float64Array, data: Uint8Array): Store {
  return (length) => {
    const kernels = kernelsOver(units, data);
    if (kernels !== null) kernels.storeBooleans(units.byteOffset, length, data.byteOffset);
    else for (let i = 0; i < length; i++) data[i] = units[i]!;
    return { kind: "boolean", data: data.subarray(0, length) };
  };
}

function storeInt32(units: Float64Array, data: Int32Array): Store {
  return (length) => {
    const kernels = kernelsOver(units, data);
    if (kernels !== null) kernels.storeInt32(units.byteOffset, length, data.byteOffset);
    else for (let i = 0; i < length; i++) data[i] = units[i]!;
    return { kind: "int32", data: data.subarray(0, length) };
  };
}

/** A double's low word is its value modulo 2^32, which is what an Int32Array keeps of it. */
function storeInt64(units: Float64Array, data: Int32Array, multiplier: number): Store {
  const kernels = kernelsOver(units, data);
  if (kernels !== null) {
    const factor = BigInt(multiplier);
    return (length) => {
      kernels.storeInt64(units.byteOffset, length, factor, data.byteOffset);
      return { kind: "int64", data: data.subarray(0, 2 * length) };
    };
  }
  const store: Store = (length) => {
    for (let i = 0; i < length; i++) {
      const unit = Math.trunc(units[i]!);
      data[2 * i] = unit;
      data[2 * i + 1] = Math.floor(unit * 2 ** -32);
    }
    return { kind: "int64", data: data.subarray(0, 2 * length) };
  };
  return multiplier === 1 ? store : storeMultiplied(units, data, multiplier);
}

/** Products may pass 2^53, so the low word is multiplied apart and its carry added to the high one. */
function storeMultiplied(units: Float64Array, data: Int32Array, multiplier: number): Store {
  return (length) => {
    for (let i = 0; i < length; i++) {
      const unit = Math.trunc(units[i]!);
      const high = Math.floor(unit * 2 ** -32);
      const low = (unit - high * 2 ** 32) * multiplier;
      data[2 * i] = low;
      data[2 * i + 1] = high * multiplier + Math.floor(low * 2 ** -32);
    }
    return { kind: "int64", data: data.subarray(0, 2 * length) };
  };
}

function storeFloats(units: Float64Array, data: Float32Array, divisor: number): Store {
  return (length) => {
    const kernels = kernelsOver(units, data);
    if (kernels !== null) kernels.storeFloats(units.byteOffset, length, divisor, data.byteOffset);
    else for (let i = 0; i < length; i++) data[i] = units[i]! / divisor;
    return { kind: "float", data: data.subarray(0, length) };
  };
}

function storeDoubles(units: Float64Array, data: Float64Array, divisor: number): Store {
  return (length) => {
    const kernels = kernelsOver(units, data);
    if (kernels !== null) kernels.storeDoubles(units.byteOffset, length, divisor, data.byteOffset);
    else for (let i = 0; i < length; i++) data[i] = units[i]! / divisor;
    return { kind: "double", data: data.subarray(0, length) };
  };
}

/**
 * Big-endian two's complement. Four words are written per value whatever its width, last value
 * first, so that each overwrites the sign bytes that spilled into it from the one after.
 */
function storeFixed(units: Float64Array, bytes: Uint8Array<ArrayBuffer>, width: number): Store {
  const spill = 16 - width;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (length) => {
    for (let i = length - 1; i >= 0; i--) {
      const unit = units[i]!;
      const second = Math.floor(unit * 2 ** -32);
      const third = Math.floor(second * 2 ** -32);
      const fourth = Math.floor(third * 2 ** -32);
      const at = i * width;
      view.setInt32(at, fourth, false);
      view.setInt32(at + 4, third, false);
      view.setInt32(at + 8, second, false);
      view.setInt32(at + 12, unit, false);
    }
    return { kind: "fixed", data: bytes.subarray(spill, spill + length * width) };
  };
}

/** Parquet LogicalTypes.md, INTERVAL: months, days, milliseconds as 32-bit little-endian. */
function storeIntervals(units: Float64Array, words: Int32Array<ArrayBuffer>): Store {
  return (length) => {
    // The array is shared with other columns: what is not a day is written over as well.
    words.fill(0, 0, 3 * length);
    for (let i = 0; i < length; i++) words[3 * i + 1] = units[i]!;
    return { kind: "fixed", data: new Uint8Array(words.buffer, words.byteOffset, 12 * length) };
  };
}
