import { findColumn, type ForeignKey, type Table } from "../../../schema/mod.ts";
import type { PlanContext } from "../plan_context.ts";
import type { ColumnRole, Reference } from "./table_roles.ts";

/**
 * Gives every column with foreign keys to the one that decides it. A reference of several columns
 * goes first; a further one on columns already taken must follow from it, as when a return's item
 * is an item because the sale it returns has one.
 *
 * @param context Receives a finding when two references contradict each other.
 * @param table The child table.
 * @returns Roles of the columns that references decide, by name in lower case.
 */
export function ownReferences(context: PlanContext, table: Table): Map<string, ColumnRole> {
  const roles = new Map<string, ColumnRole>();
  for (const foreignKey of byPrecedence(context, table)) {
    const taken = foreignKey.columns.filter((name) => roles.has(name.toLowerCase()));
    if (taken.length === 0) own(roles, foreignKey);
    else settle(context, { table, roles, foreignKey, taken });
  }
  return roles;
}

/** More columns first; of two on the same column, the smaller parent, whose keys the other may hold. */
function byPrecedence(context: PlanContext, table: Table): ForeignKey[] {
  const rows = (foreignKey: ForeignKey) =>
    context.rowCount(context.table(foreignKey.referencesTable));
  return [...table.foreignKeys].sort((a, b) =>
    b.columns.length - a.columns.length || rows(a) - rows(b)
  );
}

function own(roles: Map<string, ColumnRole>, foreignKey: ForeignKey): void {
  const reference: Reference = { foreignKey, pick: null, distinct: false };
  foreignKey.columns.forEach((name, position) =>
    roles.set(name.toLowerCase(), { kind: "foreign", reference, position })
  );
}

interface Contested {
  readonly table: Table;
  readonly roles: Map<string, ColumnRole>;
  readonly foreignKey: ForeignKey;
  readonly taken: readonly string[];
}

function settle(context: PlanContext, contested: Contested): void {
  const { table, roles, foreignKey, taken } = contested;
  if (isImplied(context, contested)) return;
  const rest = foreignKey.columns.filter((name) => !taken.includes(name));
  const parent = foreignKey.referencesTable;
  if (rest.length > 0 && rest.every((name) => findColumn(table, name).nullable)) {
    for (const name of rest) roles.set(name.toLowerCase(), { kind: "void" });
    const detail = { table: table.name, columns: rest, parent };
    context.report("PLAN_REFERENCE_LEFT_NULL", detail, table);
    return;
  }
  const column = taken[0]!;
  const owner = roles.get(column.toLowerCase());
  const first = owner?.kind === "foreign" ? owner.reference.foreignKey.referencesTable : parent;
  const detail = { table: table.name, column, first, second: parent };
  context.report("PLAN_REFERENCES_OVERLAP", detail, table, column);
}

/** All columns come from one reference already, and its parent's columns reference the same ones. */
function isImplied(context: PlanContext, { roles, foreignKey, taken }: Contested): boolean {
  if (taken.length < foreignKey.columns.length) return false;
  const owners = taken.map((name) => roles.get(name.toLowerCase()));
  const first = owners[0];
  if (first?.kind !== "foreign") return false;
  const sources = owners.map((role) =>
    role?.kind === "foreign" && role.reference === first.reference
      ? role.reference.foreignKey.referencesColumns[role.position]!
      : null
  );
  if (sources.includes(null)) return false;
  const parent = context.table(first.reference.foreignKey.referencesTable);
  return leadsTo(context, { table: parent, columns: sources as string[] }, foreignKey);
}

interface Columns {
  readonly table: Table;
  readonly columns: readonly string[];
}

/** Follows references from a parent's columns upwards until they are those that are asked for. */
function leadsTo(context: PlanContext, from: Columns, target: ForeignKey): boolean {
  const visited = new Set<string>();
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const place = JSON.stringify([at.table.name, at.columns]);
    if (visited.has(place)) continue;
    visited.add(place);
    if (isTarget(at, target) || holdsSameSequence(context, at, target)) return true;
    for (const foreignKey of at.table.foreignKeys) {
      const positions = at.columns.map((name) => indexOfName(foreignKey.columns, name));
      if (positions.includes(-1)) continue;
      const columns = positions.map((position) => foreignKey.referencesColumns[position]!);
      waiting.push({ table: context.table(foreignKey.referencesTable), columns });
    }
  }
  return false;
}

function isTarget(at: Columns, target: ForeignKey): boolean {
  return at.table.name.toLowerCase() === target.referencesTable.toLowerCase() &&
    at.columns.every((name, index) =>
      name.toLowerCase() === target.referencesColumns[index]!.toLowerCase()
    );
}

/** Two surrogate keys counted from the same number: the shorter one is part of the longer one. */
function holdsSameSequence(context: PlanContext, at: Columns, target: ForeignKey): boolean {
  if (at.columns.length > 1) return false;
  const other = context.table(target.referencesTable);
  const start = sequenceStart(at.table, at.columns[0]!);
  return start !== null && start === sequenceStart(other, target.referencesColumns[0]!) &&
    context.rowCount(at.table) <= context.rowCount(other);
}

/** Where an integer primary key with no range and no reference of its own starts counting. */
function sequenceStart(table: Table, name: string): string | null {
  const column = findColumn(table, name);
  const isKey = table.primaryKey.length === 1 && indexOfName(table.primaryKey, name) === 0;
  const isForeign = table.foreignKeys.some(({ columns }) => indexOfName(columns, name) >= 0);
  if (!isKey || isForeign || column.range !== undefined || column.type.kind !== "integer") {
    return null;
  }
  return `${column.identity?.start ?? 1} ${column.identity?.step ?? 1}`;
}

function indexOfName(names: readonly string[], wanted: string): number {
  return names.findIndex((name) => name.toLowerCase() === wanted.toLowerCase());
}
