import type { LogicalType } from "../../schema/mod.ts";
import type { TypeArgument, TypeReading, TypeRule } from "../dialect_rules.ts";

/** Parquet, DuckDB and two of three warehouses stop at 38 digits. */
const DECIMAL_PRECISION_MAX = 38;
const FRACTION_DIGITS_MAX = 9;

/** A type without arguments that matter. */
export function plain(type: LogicalType): TypeRule {
  const reading: TypeReading = { kind: "exact", type: Object.freeze(type) };
  return () => reading;
}

export function integer(bits: 8 | 16 | 32 | 64): TypeRule {
  return plain({ kind: "integer", bits });
}

export function float(bits: 32 | 64): TypeRule {
  return plain({ kind: "float", bits });
}

/** FLOAT(p): up to 24 binary digits fit 32 bits. */
export function floatByDigits(): TypeRule {
  return ([digits]) => {
    if (typeof digits === "number" && digits >= 1 && digits <= 24) {
      return { kind: "exact", type: { kind: "float", bits: 32 } };
    }
    return { kind: "exact", type: { kind: "float", bits: 64 } };
  };
}

/**
 * Text of so many characters.
 *
 * @param options.length Without an argument; null means unbounded.
 * @param options.max What the word MAX stands for.
 */
export function text(
  options: { readonly length: number | null; readonly max?: number; readonly fixed?: boolean },
): TypeRule {
  const fixed = options.fixed ?? false;
  return (typeArguments) => {
    const length = lengthOf(typeArguments, options);
    if (length === "invalid") return badLength();
    return { kind: "exact", type: { kind: "string", maxLength: length, fixed } };
  };
}

export function bytes(
  options: { readonly length: number | null; readonly max?: number },
): TypeRule {
  return (typeArguments) => {
    const length = lengthOf(typeArguments, options);
    if (length === "invalid") return badLength();
    return { kind: "exact", type: { kind: "binary", maxLength: length } };
  };
}

/** DECIMAL(p, s), with what the dialect takes when both are left out. */
export function decimal(
  fallback: { readonly precision: number; readonly scale: number; readonly unbounded?: boolean },
): TypeRule {
  return (typeArguments) => {
    if (typeArguments.length === 0) {
      const { precision, scale, unbounded } = fallback;
      return {
        kind: unbounded ? "unbounded" : "exact",
        type: { kind: "decimal", precision, scale },
      };
    }
    return readDecimal(typeArguments);
  };
}

function readDecimal([precision, scale = 0]: readonly TypeArgument[]): TypeReading {
  if (!isCount(precision) || precision < 1) {
    return { kind: "invalid", reason: "the precision is a whole number of at least 1" };
  }
  if (typeof scale !== "number" || !Number.isInteger(scale)) {
    return { kind: "invalid", reason: "the scale is a whole number" };
  }
  if (scale > precision) {
    return { kind: "invalid", reason: `scale ${scale} is larger than precision ${precision}` };
  }
  if (scale >= 0 && precision <= DECIMAL_PRECISION_MAX) {
    return { kind: "exact", type: { kind: "decimal", precision, scale } };
  }
  const type = narrowedDecimal(precision, scale);
  const reason = `DECIMAL(${type.precision},${type.scale}) is used`;
  return { kind: "adjusted", type, reason };
}

function narrowedDecimal(precision: number, scale: number) {
  const narrowed = Math.min(DECIMAL_PRECISION_MAX, precision - Math.min(0, scale));
  return {
    kind: "decimal",
    precision: narrowed,
    scale: Math.max(0, Math.min(narrowed, scale)),
  } as const;
}

/** TIME and TIMESTAMP with so many digits of a second. */
export function fraction(
  kind: "time" | "timestamp",
  options: { readonly precision: number; readonly zoned: boolean },
): TypeRule {
  const { zoned } = options;
  return ([precision = options.precision]) => {
    if (!isCount(precision)) {
      return { kind: "invalid", reason: "the precision is a whole number of at least 0" };
    }
    if (precision <= FRACTION_DIGITS_MAX) {
      return { kind: "exact", type: { kind, precision, zoned } };
    }
    return {
      kind: "adjusted",
      type: { kind, precision: FRACTION_DIGITS_MAX, zoned },
      reason: `${FRACTION_DIGITS_MAX} digits of a second are used`,
    };
  };
}

function lengthOf(
  typeArguments: readonly TypeArgument[],
  options: { readonly length: number | null; readonly max?: number },
): number | null | "invalid" {
  const [length] = typeArguments;
  if (length === undefined) return options.length;
  if (length === "MAX") return options.max ?? null;
  return isCount(length) && length >= 1 ? length : "invalid";
}

function badLength(): TypeReading {
  return { kind: "invalid", reason: "the length is a whole number of at least 1" };
}

function isCount(value: TypeArgument | undefined): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

/** Spells several names for one rule. */
export function named(names: string, rule: TypeRule): readonly (readonly [string, TypeRule])[] {
  return names.split(",").map((name) => [name.trim(), rule] as const);
}
