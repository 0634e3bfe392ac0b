import { findColumn, type Table } from "../../../schema/mod.ts";
import type { TuplePlan } from "../../ordinals/ordinal_plan.ts";
import { ORDINALS_MAX } from "../fit/fit.ts";
import { naturalCount } from "../natural_count.ts";
import type { PlanContext } from "../plan_context.ts";
import { type Room, shareRadices } from "./share_radices.ts";
import type { ColumnRole, Reference } from "./table_roles.ts";

/** A key's part that takes one digit of its tuples. */
export type Component =
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "column"; readonly name: string };

export interface TupleKey {
  readonly key: readonly string[];
  readonly components: readonly Component[];
  readonly roles: Map<string, ColumnRole>;
}

/**
 * Makes the tuples of a key distinct: every component becomes a digit of a number that each row has
 * for itself.
 *
 * @param context Receives a finding when there are fewer tuples than rows.
 * @param table The table.
 * @param tupleKey The key; its components' roles are set.
 */
export function planTuple(context: PlanContext, table: Table, tupleKey: TupleKey): void {
  const { key, components, roles } = tupleKey;
  const rows = context.rowCount(table);
  const radices = shareRadices(components.map((each) => roomOf(context, table, each)), rows);
  const product = radices.reduce((total, radix) => total * radix, 1);
  if (product < rows) {
    const detail = { table: table.name, columns: key, needed: rows, countMax: product };
    context.report("PLAN_TOO_FEW_TUPLES", detail, table);
  }
  // The last digit takes what the others leave over, so the largest component goes last.
  const order = components.map((_, index) => index).sort((a, b) => radices[a]! - radices[b]!);
  const tuple: TuplePlan = {
    radices: order.map((index) => Math.max(1, radices[index]!)),
    count: Math.max(1, Math.min(ORDINALS_MAX, product)),
    key: context.key(table, "tuple", ...key),
  };
  order.forEach((component, index) => assign(components[component]!, { tuple, index, roles }));
}

interface Assignment {
  readonly tuple: TuplePlan;
  readonly index: number;
  readonly roles: Map<string, ColumnRole>;
}

function assign(component: Component, { tuple, index, roles }: Assignment): void {
  const ordinal = { kind: "digit", tuple, index } as const;
  if (component.kind === "reference") component.reference.pick = ordinal;
  else {
    const count = tuple.radices[index]!;
    roles.set(component.name.toLowerCase(), { kind: "component", ordinal, count });
  }
}

/** What a component can have. */
export function roomOf(context: PlanContext, table: Table, component: Component): Room {
  if (component.kind === "reference") {
    const parent = context.table(component.reference.foreignKey.referencesTable);
    const count = context.rowCount(parent);
    return { count, countMax: count, small: false };
  }
  const column = findColumn(table, component.name);
  const { count, countMax } = naturalCount(context, table, column);
  return { count, countMax, small: SMALL_NUMBER.test(component.name) };
}

/** Names of numbers that count within their parent. */
const SMALL_NUMBER =
  /(^|_)(line|linenumber|line_no|line_number|seq|sequence|pos|position|idx|index|ordinal|rank|step|version|revision|item_no|lineno)(_|$)|linenumber$/i;
