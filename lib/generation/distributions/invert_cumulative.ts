/**
 * Inverts a cumulative distribution over [0, 1] by bisection.
 *
 * @param cumulative Non-decreasing on [0, 1].
 * @param probability In (0, 1).
 * @returns The fraction below which that share of values lies, to the last bits of a double.
 */
export function invertCumulative(
  cumulative: (fraction: number) => number,
  probability: number,
): number {
  return invertMonotone(cumulative, probability, { from: 0, to: 1 });
}

/**
 * Finds where a non-decreasing function reaches a value.
 *
 * @param f Non-decreasing between the bounds.
 * @param target The value looked for.
 * @param bounds Where to look.
 */
export function invertMonotone(
  f: (x: number) => number,
  target: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let low = from;
  let high = to;
  for (let step = 0; step < 64; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (f(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
