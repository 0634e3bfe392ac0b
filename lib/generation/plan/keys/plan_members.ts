import type { Table } from "../../../schema/mod.ts";
import type { FamilyPlan } from "../../ordinals/ordinal_plan.ts";
import type { PlanContext } from "../plan_context.ts";
import { report } from "./plan_family.ts";
import { type Component, roomOf } from "./plan_tuple.ts";
import type { ColumnRole, Reference } from "./table_roles.ts";

interface FamilyKey {
  readonly key: readonly string[];
  /** The reference whose rows are shared out, and how. */
  readonly reference: Reference;
  readonly family: FamilyPlan;
  /** The key's parts that nothing has decided yet. */
  readonly components: readonly Component[];
  readonly roles: Map<string, ColumnRole>;
}

/**
 * Makes a key hold of which one part is a reference whose rows are shared out: another part tells
 * the rows of one parent apart, as line numbers do.
 *
 * @param context Receives a finding when no part has as many values as the largest family has rows.
 * @param table The child.
 * @param familyKey The key; the chosen component's role is set.
 */
export function planMembers(context: PlanContext, table: Table, familyKey: FamilyKey): void {
  const { key, reference, family, components, roles } = familyKey;
  const largest = family.sizes[0] ?? 1;
  const rooms = components.map((component) => ({
    component,
    room: roomOf(context, table, component),
  }));
  const chosen = rooms.find(({ room }) => room.small && room.countMax >= largest) ??
    rooms.find(({ room }) => room.countMax >= largest);
  if (chosen === undefined) {
    const countMax = Math.max(1, ...rooms.map(({ room }) => room.countMax));
    const reason = `a parent would have ${largest} rows, and the key (${key.join(", ")}) allows ` +
      `each at most ${countMax}`;
    report(context, table, {
      reference,
      reason,
      advice: `Let no parent have more than ${countMax}`,
    });
    return;
  }
  const { component, room } = chosen;
  const count = Math.max(largest, room.count ?? largest);
  const turn = room.count === null ? null : { count, key: context.key(table, "member", ...key) };
  const ordinal = { kind: "member", member: { family, turn } } as const;
  if (component.kind === "reference") component.reference.pick = ordinal;
  else roles.set(component.name.toLowerCase(), { kind: "component", ordinal, count });
}
