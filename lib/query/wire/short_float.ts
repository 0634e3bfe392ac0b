/** Digits that tell every number of four bytes from its neighbours. IEEE 754, FLT_DECIMAL_DIG. */
const DIGITS_MAX = 9;
const DIGITS_MIN = 6;

/**
 * The double with few digits that is this number in four bytes: 0.1, and not
 * 0.10000000149011612. So engines and warehouses write it.
 *
 * @param value A number that was stored in four bytes.
 */
export function shortFloat(value: number): number {
  if (value === 0) return value;
  for (let digits = DIGITS_MIN; digits < DIGITS_MAX; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(DIGITS_MAX));
}
