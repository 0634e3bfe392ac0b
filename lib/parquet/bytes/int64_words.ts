const WORD = 2 ** 32;

/** @returns The low 32 bits, in two's complement, of a safe integer. */
export function lowWord(value: number): number {
  return value | 0;
}

/** @returns The high 32 bits, in two's complement, of a safe integer. */
export function highWord(value: number): number {
  return Math.floor(value / WORD) | 0;
}
