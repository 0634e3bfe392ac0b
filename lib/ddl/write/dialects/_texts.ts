import type { LogicalType } from "../../../schema/mod.ts";

/** One plain word or name, `az64`. */
export const WORD = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A whole number. */
export const COUNT = /^\d+$/;

/** A string literal on one line that holds no quote and no escape. */
export const PLAIN_STRING = /^'[^'\\\r\n]*'$/;

/** Something in brackets; that they match is looked at by the reader. */
export const BRACKETS = /^\(.+\)$/s;

export function bounded(word: string, length: number, lengthMax: number): string {
  return `${word}(${Math.min(length, lengthMax)})`;
}

export function decimalText(
  { precision, scale }: Extract<LogicalType, { kind: "decimal" }>,
  word = "DECIMAL",
): string {
  return `${word}(${precision},${scale})`;
}
