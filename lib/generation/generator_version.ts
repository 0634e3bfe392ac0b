/**
 * Version of the mapping from (seed, table, column, row) to values. Any change that alters a value
 * raises it, is named in the changelog, and breaks a golden test on purpose.
 */
export const GENERATOR_VERSION = 2;
