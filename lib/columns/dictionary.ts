/** Distinct values of a column, PLAIN-encoded one after another; pages then hold positions in it. */
export interface Dictionary {
  readonly count: number;
  readonly plain: Uint8Array;
  /** True when the values ascend in the column's own order, so that positions compare like values. */
  readonly sorted: boolean;
}
