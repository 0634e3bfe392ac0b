/**
 * How many rows of a child the rows of its parent have. The number of rows in all is that of the
 * table; this says how they are shared out.
 *
 * - `constant`: each the same.
 * - `range`: each between two counts, evenly as far as the number of rows in all lets it.
 * - `poisson`: as when every row chooses for itself; `mean` is what the author has in mind.
 * - `zipf`: the parent of rank r in proportion to r^-exponent.
 */
export type PerParent =
  & (
    | { readonly kind: "constant"; readonly count: number }
    | { readonly kind: "range"; readonly min: number; readonly max: number }
    | { readonly kind: "poisson"; readonly mean: number }
    | { readonly kind: "zipf"; readonly exponent: number }
  )
  & {
    /** Share of parents in [0, 1) without any; all others then have at least one. */
    readonly childless?: number;
  };
