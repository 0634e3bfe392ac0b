/**
 * How the values of a column spread. Values outside the column's range are never produced: the
 * distribution is truncated, not clamped.
 */
export type Distribution =
  | { readonly kind: "uniform" }
  | { readonly kind: "normal"; readonly mean: number; readonly stddev: number }
  | { readonly kind: "lognormal"; readonly mu: number; readonly sigma: number }
  | { readonly kind: "exponential"; readonly lambda: number }
  | { readonly kind: "beta"; readonly alpha: number; readonly beta: number }
  | { readonly kind: "poisson"; readonly lambda: number }
  | { readonly kind: "zipf"; readonly exponent: number }
  | { readonly kind: "values"; readonly values: readonly WeightedValue[] };

export interface WeightedValue {
  readonly value: string | number | boolean;
  /** Relative, at least 0; the weights need not sum to 1. */
  readonly weight: number;
}
