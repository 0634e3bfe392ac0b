import type { LogicalType } from "../../schema/mod.ts";
import type { Domain } from "./domain.ts";
import type { OrdinalPlan } from "./ordinal_plan.ts";

/**
 * Everything a worker needs to make any part of any table, as plain data: printable, comparable,
 * and transferable to a worker or another machine. Nothing in it depends on how many workers run.
 */
export interface GenerationPlan {
  readonly generatorVersion: number;
  readonly seed: number;
  readonly tables: readonly TablePlan[];
  /** Words by pool name; the same pool serves every column that draws on it. */
  readonly pools: Readonly<Record<string, readonly string[]>>;
}

export interface TablePlan {
  readonly name: string;
  readonly rowCount: number;
  readonly columns: readonly ColumnPlan[];
}

/** value = domain(ordinal(row)), unless the row's NULL lot says otherwise. */
export interface ColumnPlan {
  readonly name: string;
  readonly type: LogicalType;
  readonly nullable: boolean;
  readonly nulls: NullPlan | null;
  readonly ordinal: OrdinalPlan;
  readonly domain: Domain;
}

/** Which rows are NULL: those whose lot under `key` falls below `rate`. */
export interface NullPlan {
  readonly rate: number;
  readonly key: RandomKey;
}

/** Two 32-bit words that address one stream of randomness. */
export type RandomKey = readonly [number, number];
