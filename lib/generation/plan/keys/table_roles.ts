import type { ForeignKey } from "../../../schema/mod.ts";
import type { OrdinalPlan } from "../../ordinals/ordinal_plan.ts";

/**
 * What keys ask of a column.
 *
 * - `free`: nothing; values may repeat.
 * - `distinct`: every row has a value of its own.
 * - `component`: takes part in a tuple that is distinct for every row: a digit of it, or the rest.
 * - `foreign`: the value of the parent's column at the row that the reference picks.
 * - `void`: NULL in every row, because two references contradict each other there.
 */
export type ColumnRole =
  | { readonly kind: "free" }
  | { readonly kind: "distinct" }
  | { readonly kind: "component"; readonly ordinal: TupleOrdinal; readonly count: number }
  | { readonly kind: "foreign"; readonly reference: Reference; readonly position: number }
  | { readonly kind: "void" };

/** A share of a tuple. */
export type TupleOrdinal = Extract<OrdinalPlan, { kind: "digit" | "rest" | "member" }>;

/** A foreign key that decides its columns, and which row of the parent each row picks. */
export interface Reference {
  readonly foreignKey: ForeignKey;
  pick: OrdinalPlan | null;
  /** No two rows pick the same parent. */
  distinct: boolean;
}

/** The roles of a table's columns by name in lower case; columns that are not there are free. */
export type TableRoles = ReadonlyMap<string, ColumnRole>;
