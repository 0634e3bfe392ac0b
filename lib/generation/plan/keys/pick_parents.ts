import { findColumn, type Table } from "../../../schema/mod.ts";
import type { OrdinalPlan } from "../../ordinals/ordinal_plan.ts";
import { ORDINALS_MAX } from "../fit/fit.ts";
import type { PlanContext } from "../plan_context.ts";
import { report } from "./plan_family.ts";
import { referenceScope } from "./reference_scope.ts";
import type { Reference, TableRoles } from "./table_roles.ts";

/**
 * Decides for every reference of a table which row of the parent each row picks, unless a tuple key
 * has decided it already.
 *
 * @param context Receives a finding when the parent has too few rows.
 * @param table The child table.
 * @param roles The roles of its columns; the references in them are completed.
 */
export function pickParents(context: PlanContext, table: Table, roles: TableRoles): void {
  const references = new Set<Reference>();
  for (const role of roles.values()) if (role.kind === "foreign") references.add(role.reference);
  for (const reference of references) {
    checkParent(context, table, reference);
    checkFamily(context, table, reference);
    reference.pick ??= pickOf(context, table, reference);
  }
}

function pickOf(context: PlanContext, table: Table, reference: Reference): OrdinalPlan {
  const parent = context.table(reference.foreignKey.referencesTable);
  const key = context.key(table, ...referenceScope(reference, "parent"));
  const count = Math.max(1, context.rowCount(parent));
  if (reference.distinct) return { kind: "permuted", count, key };
  if (parent === table) return { kind: "earlier", key };
  return { kind: "hashed", count, key };
}

/** What else decides the parents may not be what `perParent` asks for. */
function checkFamily(context: PlanContext, table: Table, reference: Reference): void {
  const { pick, distinct } = reference;
  if (reference.foreignKey.perParent === undefined || pick === null) return;
  if (pick.kind !== "family") {
    const reason = "another key of the table decides which row has which parent";
    report(context, table, { reference, reason, advice: "Drop per_parent, or that key" });
  } else if (distinct && (pick.family.sizes[0] ?? 0) > 1) {
    const reason = `a parent would have ${pick.family.sizes[0]} rows, and its columns are unique`;
    report(context, table, { reference, reason, advice: "Let no parent have more than 1" });
  }
}

function checkParent(context: PlanContext, table: Table, reference: Reference): void {
  const { columns, referencesTable } = reference.foreignKey;
  const rows = context.rowCount(table);
  const parentRows = context.rowCount(context.table(referencesTable));
  const detail = { table: table.name, columns, parent: referencesTable };
  const nullable = columns.some((name) => findColumn(table, name).nullable);
  if (parentRows === 0 && rows > 0 && !nullable) {
    context.report("PLAN_PARENT_EMPTY", detail, table, columns[0]);
  } else if (reference.distinct && rows > parentRows) {
    const counts = { needed: rows, countMax: parentRows };
    context.report("PLAN_PARENT_TOO_SMALL", { ...detail, ...counts }, table, columns[0]);
  } else if (parentRows > ORDINALS_MAX) {
    context.report(
      "PLAN_PARENT_TOO_LARGE",
      { ...detail, countMax: ORDINALS_MAX },
      table,
      columns[0],
    );
  }
}
