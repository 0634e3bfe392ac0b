/**
 * Up to PAGE_ROWS_MAX row indices (or ordinals, which are rows of a set of values): any rows in any
 * order, since a foreign key asks for its parents' rows and a nullable column for its present ones.
 * All share the high word, so that inner loops handle 32-bit numbers.
 */
export interface RowBatch {
  /** index = high * 2^32 + low[i] */
  high: number;
  readonly low: Uint32Array;
  length: number;
}

/** The most rows a kernel is asked for at once: small enough for its arrays to stay in the cache. */
export const PAGE_ROWS_MAX = 16_384;

/**
 * An empty batch with room for `capacity` rows.
 *
 * @param capacity At most PAGE_ROWS_MAX unless the caller knows better.
 */
export function createRowBatch(capacity: number = PAGE_ROWS_MAX): RowBatch {
  return { high: 0, low: new Uint32Array(capacity), length: 0 };
}
