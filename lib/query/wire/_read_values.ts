import type { JsonValue } from "../query_result.ts";
import { padded } from "./batch_layout.ts";
import type { ColumnBytes } from "./decode_batch.ts";
import type { NumberArray, WireType } from "./engine_messages.ts";
import { shortFloat } from "./short_float.ts";
import { dateText, timestampText, zonedTimestampText } from "./_moment_text.ts";

/** Reads the value of one row, which is not NULL. */
export type ReadValue<Value> = (row: number) => Value;

/** How a column's values become JSON; see `RowBatch` for the rules. */
export function jsonReader(wire: WireType, part: ColumnBytes): ReadValue<JsonValue> {
  if (part.rendered) {
    const texts = readTexts(renderedBlock(part, "json"), part.rowCount);
    return (row) => JSON.parse(texts(row));
  }
  switch (wire.kind) {
    case "number": {
      // As the engine's own writer of JSON has them: a REAL is the double that it is.
      const numbers = numbersOf(wire.array, part);
      return (row) => {
        const value = numbers[row]!;
        return Number.isFinite(value) ? value : String(value);
      };
    }
    case "boolean":
      return (row) => part.values[row] !== 0;
    case "integer": {
      const integers = readIntegers(wire, part);
      return (row) => {
        const value = integers(row);
        return typeof value === "number" ? value : String(value);
      };
    }
    case "decimal": {
      const integers = readIntegers({ ...wire, signed: true }, part);
      const { scale } = wire;
      return (row) => decimalJson(integers(row), scale);
    }
    case "timestamp": {
      const text = timestampText(wire, part.values);
      return wire.zoned
        ? (row) => `${text(row).replace(" ", "T")}Z`
        : (row) => text(row).replace(" ", "T");
    }
    default:
      return textReader(wire, part, "UTC");
  }
}

/** How a column's values are printed in SQL. */
export function textReader(
  wire: WireType,
  part: ColumnBytes,
  timeZone: string,
): ReadValue<string> {
  if (part.rendered) return readTexts(renderedBlock(part, "text"), part.rowCount);
  switch (wire.kind) {
    case "number": {
      const numbers = readNumbers(wire.array, part);
      return (row) => String(numbers(row));
    }
    case "boolean":
      return (row) => part.values[row] !== 0 ? "true" : "false";
    case "integer": {
      const integers = readIntegers(wire, part);
      return (row) => String(integers(row));
    }
    case "decimal": {
      const integers = readIntegers({ ...wire, signed: true }, part);
      const { scale } = wire;
      return (row) => decimalText(integers(row), scale);
    }
    case "date":
      return dateText(part.values);
    case "timestamp":
      return wire.zoned
        ? zonedTimestampText(part.values, timeZone)
        : timestampText(wire, part.values);
    case "text":
    case "rendered":
      return readTexts(part.values, part.rowCount);
  }
}

/** A rendered column holds two blocks of texts: the first one's length, it, and the other. */
function renderedBlock({ values }: ColumnBytes, which: "json" | "text"): Uint8Array<ArrayBuffer> {
  const jsonBytes = new DataView(values.buffer, values.byteOffset).getUint32(0, true);
  return which === "json"
    ? values.subarray(8, 8 + jsonBytes)
    : values.subarray(8 + padded(jsonBytes));
}

/** A mark at the beginning of a text is part of it. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function readTexts(block: Uint8Array<ArrayBuffer>, rowCount: number): ReadValue<string> {
  const endBytes = padded(rowCount * 4);
  const ends = new Uint32Array(block.buffer, block.byteOffset, rowCount);
  const all = decoder.decode(block.subarray(endBytes));
  return (row) => all.slice(row === 0 ? 0 : ends[row - 1]!, ends[row]!);
}

const ARRAYS = {
  ...{ Int8Array, Int16Array, Int32Array, Uint8Array, Uint16Array, Uint32Array },
  ...{ Float32Array, Float64Array },
};

function readNumbers(array: NumberArray, part: ColumnBytes): ReadValue<number> {
  const numbers = numbersOf(array, part);
  return array === "Float32Array" ? (row) => shortFloat(numbers[row]!) : (row) => numbers[row]!;
}

function numbersOf(array: NumberArray, { values, rowCount }: ColumnBytes) {
  return new ARRAYS[array](values.buffer, values.byteOffset, rowCount);
}

interface IntegerForm {
  readonly byteCount: 2 | 4 | 8 | 16;
  readonly signed: boolean;
}

/** A number while it is exact, up to 2^53; a bigint beyond. */
function readIntegers(
  { byteCount, signed }: IntegerForm,
  part: ColumnBytes,
): ReadValue<number | bigint> {
  switch (byteCount) {
    case 2:
    case 4: {
      const numbers = numbersOf(byteCount === 2 ? "Int16Array" : "Int32Array", part);
      return (row) => numbers[row]!;
    }
    case 8:
      return readLongs(part, signed);
    case 16:
      return readHuges(part, signed);
  }
}

/** High words for which 64 bits are exact in a double. */
const HIGH_WORD_MAX = 2 ** 21;

function readLongs({ values, rowCount }: ColumnBytes, signed: boolean): ReadValue<number | bigint> {
  const low = new Uint32Array(values.buffer, values.byteOffset, rowCount * 2);
  const high = signed ? new Int32Array(low.buffer, low.byteOffset, low.length) : low;
  return (row) => {
    const top = high[row * 2 + 1]!;
    if (top >= -HIGH_WORD_MAX && top < HIGH_WORD_MAX) {
      const value = top * 2 ** 32 + low[row * 2]!;
      // -2^53 itself has a neighbour that rounds to it.
      if (value !== Number.MIN_SAFE_INTEGER - 1) return value;
    }
    return (BigInt(top) << 32n) | BigInt(low[row * 2]!);
  };
}

function readHuges({ values, rowCount }: ColumnBytes, signed: boolean): ReadValue<number | bigint> {
  const low = new BigUint64Array(values.buffer, values.byteOffset, rowCount * 2);
  const high = signed ? new BigInt64Array(low.buffer, low.byteOffset, low.length) : low;
  return (row) => {
    const value = (high[row * 2 + 1]! << 64n) | low[row * 2]!;
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  };
}

/** Decimals of up to 15 digits survive a trip through a double. IEEE 754, DBL_DIG. */
const EXACT_DECIMAL_MAX = 1e15;
/** The largest power of ten that is a double itself. */
const EXACT_POWER_MAX = 22;

/** The quotient of two exact doubles is the double nearest to the decimal, as its text would be. */
function decimalJson(digits: number | bigint, scale: number): JsonValue {
  const isExact = typeof digits === "number" && Math.abs(digits) <= EXACT_DECIMAL_MAX &&
    scale <= EXACT_POWER_MAX;
  return isExact ? digits / 10 ** scale : decimalText(digits, scale);
}

function decimalText(digits: number | bigint, scale: number): string {
  if (scale === 0) return String(digits);
  const isNegative = digits < 0;
  const text = String(digits).slice(isNegative ? 1 : 0).padStart(scale + 1, "0");
  const point = text.length - scale;
  return `${isNegative ? "-" : ""}${text.slice(0, point)}.${text.slice(point)}`;
}
