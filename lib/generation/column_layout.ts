import type { LogicalType } from "../schema/mod.ts";
import type { ValueLayout } from "./column_kernel.ts";

/** The physical half of a type. */
export interface ColumnLayout {
  readonly layout: ValueLayout;
  /** Bytes a value; 0 unless `fixed`. */
  readonly width: number;
  /** A day count that is stored among months and milliseconds. */
  readonly interval: boolean;
  /** What a unit of the domain is multiplied by on its way into the page. */
  readonly multiplier: number;
}

/** Digits of a second above which times and timestamps are stored in nanoseconds. */
export const MICROSECOND_DIGITS = 6;

/**
 * How values of a type lie in a page.
 *
 * @param type The logical type.
 * @returns Its layout; the same type always has the same one.
 */
export function columnLayout(type: LogicalType): ColumnLayout {
  switch (type.kind) {
    case "boolean":
      return plain("boolean");
    case "integer":
      return plain(type.bits === 64 ? "int64" : "int32");
    case "decimal":
      return decimalLayout(type.precision);
    case "float":
      return plain(type.bits === 32 ? "float" : "double");
    case "date":
      return plain("int32");
    case "time":
    case "timestamp":
      return { ...plain("int64"), multiplier: type.precision > MICROSECOND_DIGITS ? 1000 : 1 };
    case "uuid":
      return { ...plain("fixed"), width: 16 };
    case "interval":
      return { ...plain("fixed"), width: 12, interval: true };
    case "string":
    case "binary":
    case "json":
    case "geography":
      return plain("bytes");
  }
}

function plain(layout: ValueLayout): ColumnLayout {
  return { layout, width: 0, interval: false, multiplier: 1 };
}

/** Parquet LogicalTypes.md, DECIMAL: 9 digits fit 32 bits, 18 fit 64, more take fixed bytes. */
function decimalLayout(precision: number): ColumnLayout {
  if (precision <= 9) return plain("int32");
  if (precision <= 18) return plain("int64");
  const bits = precision * Math.log2(10) + 1;
  return { ...plain("fixed"), width: Math.ceil(bits / 8) };
}
