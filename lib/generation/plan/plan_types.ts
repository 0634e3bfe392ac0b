import type { LogicalType } from "../../schema/mod.ts";
import type { Domain } from "../domains/domain.ts";
import type { FamilyPlan, OrdinalPlan } from "../ordinals/ordinal_plan.ts";
import type { RulePlan } from "../rules/rule_plan.ts";
import type { RandomKey } from "../random/random_key.ts";

/**
 * Everything a worker needs to make any part of any table, as plain data: printable, comparable,
 * and transferable to a worker or another machine. Nothing in it depends on how many workers run.
 */
export interface GenerationPlan {
  readonly generatorVersion: number;
  readonly seed: number;
  readonly tables: readonly TablePlan[];
  /** Words by pool name, sorted by their UTF-8 bytes; one pool serves every column that draws on it. */
  readonly pools: Readonly<Record<string, readonly string[]>>;
}

export interface TablePlan {
  readonly name: string;
  readonly rowCount: number;
  /** For a table that rows were added to: how many it had before each time, oldest first. */
  readonly earlierRowCounts?: readonly number[];
  readonly columns: readonly ColumnPlan[];
}

/** value = domain(ordinal(row)), unless the row's NULL lot says otherwise. */
export interface ColumnPlan {
  readonly name: string;
  readonly type: LogicalType;
  readonly nullable: boolean;
  /** Generator that was asked for or inferred, for people to see; absent for keys. */
  readonly generator?: string;
  readonly nulls: NullPlan | null;
  readonly ordinal: OrdinalPlan;
  readonly domain: Domain;
  /** What the values are made of instead; ordinal and domain are then what they would be without. */
  readonly rule?: RulePlan;
  /** The table whose rows a foreign key picks; the pick is the first half of its ordinal. */
  readonly parent?: string;
}

/** Which rows are NULL: those whose lot under `key` falls below `rate`. */
export interface NullPlan {
  /** Share of rows in (0, 1]. */
  readonly rate: number;
  readonly key: RandomKey;
  /** Row 0 is NULL whatever its lot: the root of a tree of rows that reference earlier ones. */
  readonly first: boolean;
  /** Exactly so many rows are NULL instead: those that the order of `family` leaves over. */
  readonly family?: FamilyPlan;
}
