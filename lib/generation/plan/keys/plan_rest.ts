import type { Table } from "../../../schema/mod.ts";
import type { OrdinalPlan, TuplePlan } from "../../ordinals/ordinal_plan.ts";
import type { PlanContext } from "../plan_context.ts";
import { type Component, roomOf } from "./plan_tuple.ts";
import type { ColumnRole } from "./table_roles.ts";

/** A key of which another key's tuple has decided some columns. */
export interface OverlappingKey {
  readonly key: readonly string[];
  /** The parts that nothing has decided yet. */
  readonly components: readonly Component[];
  /** What the decided parts are, null where it is no share of a tuple. */
  readonly shares: readonly (OrdinalPlan | null)[];
  readonly roles: Map<string, ColumnRole>;
}

/**
 * Lets a second key share columns with a tuple: one of its other columns takes the rest of the tuple,
 * which differs between all rows that agree in the shared columns.
 *
 * @param context The plan so far.
 * @param table The table.
 * @param overlapping The key; the chosen component's role is set.
 * @returns False if no component has room for the rest, or the shares are of several tuples.
 */
export function planRest(context: PlanContext, table: Table, overlapping: OverlappingKey): boolean {
  const { key, components, shares, roles } = overlapping;
  const digits = shares.flatMap((share) => (share?.kind === "digit" ? [share] : []));
  const tuple = digits[0]?.tuple;
  if (tuple === undefined || digits.some((digit) => digit.tuple !== tuple)) return false;
  const shared = digits.map(({ index }) => index);
  const needed = restCount(tuple, shared);
  const component = components.find((each) => roomOf(context, table, each).countMax >= needed);
  if (component === undefined) return false;
  const room = roomOf(context, table, component);
  const count = Math.max(needed, room.count ?? needed);
  const { countMax } = room;
  const rest = { tuple, shared, count, countMax, key: context.key(table, "rest", ...key) };
  const ordinal = { kind: "rest", rest } as const;
  if (component.kind === "reference") component.reference.pick = ordinal;
  else roles.set(component.name.toLowerCase(), { kind: "component", ordinal, count });
  return true;
}

/** How many rows can agree in the shared digits. */
function restCount({ radices }: TuplePlan, shared: readonly number[]): number {
  return radices.reduce(
    (product, radix, index) => shared.includes(index) ? product : product * radix,
    1,
  );
}
