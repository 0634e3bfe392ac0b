import { SCHEMA_LIMITS } from "../schema/mod.ts";

/** Bounds of what one text may hold. Beyond them lies no schema, and reading on would only stall. */
export const DDL_LIMITS = {
  /** Characters of one string, comment body or quoted name. */
  stringLengthMax: 4 * 1024 * 1024,
  /** Brackets inside brackets. */
  nestingDepthMax: 1_000,
  /** Columns of one table. */
  columnCountMax: SCHEMA_LIMITS.columnCountMax,
  /** Columns and constraints of one table; what stands behind them is not even cut into tokens. */
  listLengthMax: 3 * SCHEMA_LIMITS.columnCountMax,
} as const;
