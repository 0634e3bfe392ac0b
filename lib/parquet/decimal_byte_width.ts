/**
 * Finds the width of a decimal as FIXED_LEN_BYTE_ARRAY.
 *
 * @param precision Decimal digits, at least 1.
 * @returns The fewest bytes that hold every number of so many digits in two's complement.
 */
export function decimalByteWidth(precision: number): number {
  return Math.ceil((precision * Math.log2(10) + 1) / 8);
}
