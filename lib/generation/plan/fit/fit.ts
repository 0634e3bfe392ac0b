import type { Column, Table } from "../../../schema/mod.ts";
import type { Domain } from "../../domains/domain.ts";
import type { OrdinalPlan } from "../../ordinals/ordinal_plan.ts";
import type { RandomKey } from "../../random/random_key.ts";
import type { PlanContext } from "../plan_context.ts";

/** One column whose source is to be fitted to its type, range and length. */
export interface FitRequest {
  readonly context: PlanContext;
  readonly table: Table;
  readonly column: Column;
  /** How many ordinals must have values of their own; null when values may repeat. */
  readonly distinct: number | null;
  /** The key of one of the column's streams. */
  readonly key: (purpose: string) => RandomKey;
}

/**
 * - `drawn`: values may repeat; the ordinal says how they are drawn.
 * - `distinct`: ordinals in [0, count) have distinct values, count ≥ what was asked.
 * - `shortage`: no more than `countMax` distinct values exist.
 */
export type Fit =
  | { readonly kind: "drawn"; readonly domain: Domain; readonly ordinal: OrdinalPlan }
  | { readonly kind: "distinct"; readonly domain: Domain; readonly count: number }
  | { readonly kind: "shortage"; readonly countMax: number };

/** Ordinals are 32-bit, so this is as many distinct values as any column can be asked for. */
export const ORDINALS_MAX = 2 ** 32;
