import { findColumn, keysOf, type Table } from "../../../schema/mod.ts";
import type { OrdinalPlan } from "../../ordinals/ordinal_plan.ts";
import type { PlanContext } from "../plan_context.ts";
import { ownReferences } from "./own_references.ts";
import { pickParents } from "./pick_parents.ts";
import { planFamily } from "./plan_family.ts";
import { planMembers } from "./plan_members.ts";
import type { ColumnRole, Reference, TableRoles } from "./table_roles.ts";
import { planRest } from "./plan_rest.ts";
import { type Component, planTuple } from "./plan_tuple.ts";

/**
 * Decides what keys ask of every column of a table, so that all of them hold together. Single keys
 * come first; a longer key that contains one already holds.
 *
 * @param context Receives a finding for what cannot hold.
 * @param table The table.
 */
export function assignRoles(context: PlanContext, table: Table): TableRoles {
  const roles = ownReferences(context, table);
  shareOutFamilies(context, table, roles);
  const keys = [...keysOf(table)].sort((a, b) => a.length - b.length);
  for (const key of keys) {
    const parts = partsOf(table, key, roles);
    if (!parts.some((part) => isDistinct(context, part))) {
      makeDistinct(context, table, { key, parts, roles });
    }
  }
  pickParents(context, table, roles);
  return roles;
}

/** How many rows a parent has goes before what keys would make of it. */
function shareOutFamilies(context: PlanContext, table: Table, roles: TableRoles): void {
  for (const role of roles.values()) {
    if (role.kind !== "foreign" || role.position > 0) continue;
    const { reference } = role;
    if (reference.foreignKey.perParent === undefined) continue;
    const family = planFamily(context, table, reference);
    if (family !== null) reference.pick = { kind: "family", family };
  }
}

/** The part of a key that one decision makes: a column by itself, or the columns of one reference. */
export interface KeyPart {
  readonly columns: readonly string[];
  readonly role: ColumnRole;
}

function partsOf(table: Table, key: readonly string[], roles: TableRoles): KeyPart[] {
  const parts: { columns: string[]; role: ColumnRole }[] = [];
  for (const name of key) {
    const column = findColumn(table, name).name;
    const role = roles.get(column.toLowerCase()) ?? FREE;
    const same = parts.find((part) =>
      role.kind === "foreign" && part.role.kind === "foreign" &&
      part.role.reference === role.reference
    );
    if (same === undefined) parts.push({ columns: [column], role });
    else same.columns.push(column);
  }
  return parts;
}

const FREE: ColumnRole = { kind: "free" };

function isDistinct(context: PlanContext, { columns, role }: KeyPart): boolean {
  if (role.kind === "distinct" || role.kind === "void") return true;
  if (role.kind !== "foreign") return false;
  const { reference } = role;
  // A reference to a table without rows is NULL in every row, and NULLs are never alike.
  if (context.rowCount(context.table(reference.foreignKey.referencesTable)) === 0) return true;
  return reference.distinct && namesOneParent(context, reference, columns);
}

/** True when the columns' values tell the parent's rows apart. */
function namesOneParent(
  context: PlanContext,
  { foreignKey }: Reference,
  columns: readonly string[],
): boolean {
  const parent = context.table(foreignKey.referencesTable);
  const lower = new Set(columns.map((name) => name.toLowerCase()));
  const referenced = new Set(
    foreignKey.referencesColumns
      .filter((_, position) => lower.has(foreignKey.columns[position]!.toLowerCase()))
      .map((name) => name.toLowerCase()),
  );
  return keysOf(parent).some((key) => key.every((name) => referenced.has(name.toLowerCase())));
}

interface KeyToHold {
  readonly key: readonly string[];
  readonly parts: readonly KeyPart[];
  readonly roles: Map<string, ColumnRole>;
}

/**
 * Makes a key hold: as a tuple of its own; or, where another key has decided some of its columns, by
 * a column that tells apart the rows which agree in those; or by one column that is distinct alone.
 */
function makeDistinct(context: PlanContext, table: Table, { key, parts, roles }: KeyToHold): void {
  const leader = familyOf(context, parts);
  if (leader !== undefined && parts.length === 1) {
    leader.reference.distinct = true;
    return;
  }
  const usable = parts.filter((part) => isUndecided(part) && tellsApart(context, part));
  if (usable.length === parts.length && parts.length > 1) {
    planTuple(context, table, { key, components: usable.map(toComponent), roles });
    return;
  }
  if (leader !== undefined && usable.length > 0) {
    planMembers(context, table, { key, ...leader, components: usable.map(toComponent), roles });
    return;
  }
  const decided = parts.filter((part) => !isUndecided(part) && tellsApart(context, part));
  const components = usable.map(toComponent);
  const shares = decided.map(({ role }) => shareOf(role));
  if (planRest(context, table, { key, components, shares, roles })) return;
  const alone = parts.length === 1
    ? usable[0]
    : usable.find((part) => hasRoom(context, table, part));
  if (alone === undefined) {
    context.report("PLAN_KEY_UNSUPPORTED", { table: table.name, columns: key }, table);
  } else holdAlone(roles, alone);
}

/** The first part whose rows are shared out among parents it tells apart. */
function familyOf(context: PlanContext, parts: readonly KeyPart[]) {
  return parts.flatMap((part) => {
    if (part.role.kind !== "foreign" || !tellsApart(context, part)) return [];
    const { reference } = part.role;
    const { pick } = reference;
    return pick?.kind === "family" ? [{ reference, family: pick.family }] : [];
  })[0];
}

/** The share of a tuple that a decided part already has. */
function shareOf(role: ColumnRole): OrdinalPlan | null {
  if (role.kind === "component") return role.ordinal;
  return role.kind === "foreign" ? role.reference.pick : null;
}

function isUndecided({ role }: KeyPart): boolean {
  return role.kind === "free" || (role.kind === "foreign" && role.reference.pick === null);
}

function tellsApart(context: PlanContext, { columns, role }: KeyPart): boolean {
  return role.kind !== "foreign" || namesOneParent(context, role.reference, columns);
}

/** Of a key whose other columns are decided already, one column must be distinct by itself. */
function hasRoom(context: PlanContext, table: Table, { role }: KeyPart): boolean {
  if (role.kind !== "foreign") return true;
  const parent = context.table(role.reference.foreignKey.referencesTable);
  return context.rowCount(parent) >= context.rowCount(table);
}

function holdAlone(roles: Map<string, ColumnRole>, { columns, role }: KeyPart): void {
  if (role.kind === "foreign") role.reference.distinct = true;
  else roles.set(columns[0]!.toLowerCase(), { kind: "distinct" });
}

function toComponent({ columns, role }: KeyPart): Component {
  return role.kind === "foreign"
    ? { kind: "reference", reference: role.reference }
    : { kind: "column", name: columns[0]! };
}
