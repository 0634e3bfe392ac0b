import { childCountBounds, findColumn, type PerParent, type Table } from "../../../schema/mod.ts";
import type { FamilyPlan } from "../../ordinals/ordinal_plan.ts";
import { ORDINALS_MAX } from "../fit/fit.ts";
import { nullRate } from "../null_rate.ts";
import type { PlanContext } from "../plan_context.ts";
import { familySizes } from "./family_sizes.ts";
import { referenceScope } from "./reference_scope.ts";
import type { Reference } from "./table_roles.ts";

/**
 * Shares the rows of a table out among those of a parent, as the reference asks.
 *
 * @param context Receives a finding, with the count that would do, when they cannot be.
 * @param table The child.
 * @param reference Its foreign key has `perParent`.
 * @returns Null when there is nothing to share out, or no way.
 */
export function planFamily(
  context: PlanContext,
  table: Table,
  reference: Reference,
): FamilyPlan | null {
  const { foreignKey } = reference;
  const law = foreignKey.perParent!;
  const rowCount = context.rowCount(table);
  const parentCount = context.rowCount(context.table(foreignKey.referencesTable));
  if (rowCount === 0 || parentCount === 0) return null;
  const filled = rowCount - nullCount(context, table, reference);
  const familyCount = parentCount - Math.round((law.childless ?? 0) * parentCount);
  const refusal = refuse(law, { rowCount, filled, familyCount, table: table.name });
  if (refusal !== null) {
    report(context, table, { reference, ...refusal });
    return null;
  }
  tellMean(context, table, { reference, actual: filled / parentCount });
  const { sizes, counts } = familySizes({ law, familyCount, rowCount: filled });
  const shared = sizes.findLastIndex((size) => size > 0) + 1;
  return {
    ...{ rowCount, filled, parentCount },
    ...{ sizes: sizes.slice(0, shared), counts: counts.slice(0, shared) },
    key: context.key(table, ...referenceScope(reference, "slot")),
    parentKey: context.key(table, ...referenceScope(reference, "family")),
  };
}

interface Refusal {
  readonly reason: string;
  readonly advice: string;
}

/** Says so on the reference's first column. */
export function report(
  context: PlanContext,
  table: Table,
  { reference, reason, advice }: Refusal & { readonly reference: Reference },
): void {
  const { columns, referencesTable: parent } = reference.foreignKey;
  const detail = { table: table.name, columns, parent, reason, advice };
  context.report("PLAN_FAMILIES_IMPOSSIBLE", detail, table, columns[0]);
}

/** A reference is NULL as a whole where one of its columns may be, and the rate says so. */
function nullCount(context: PlanContext, table: Table, reference: Reference): number {
  const rates = reference.foreignKey.columns.map((name) =>
    nullRate(context, { table, column: findColumn(table, name), foreign: reference })
  );
  return Math.round(Math.max(...rates) * context.rowCount(table));
}

interface Shared {
  readonly rowCount: number;
  readonly filled: number;
  readonly familyCount: number;
  readonly table: string;
}

function refuse(law: PerParent, { rowCount, filled, familyCount, table }: Shared): Refusal | null {
  if (rowCount > ORDINALS_MAX) {
    const advice = `Ask for at most ${written(ORDINALS_MAX)} rows of '${table}'`;
    return { reason: "there are more rows than can be shared out", advice };
  }
  const { min, max } = childCountBounds(law);
  const [least, most] = [min * familyCount, familyCount === 0 ? 0 : max * familyCount];
  if (filled >= least && filled <= most) return null;
  const families = `${written(familyCount)} ${familyCount === 1 ? "parent" : "parents"}`;
  const [bound, wanted] = filled > most ? ["at most", most] : ["at least", least];
  const words = least === most ? "exactly" : bound;
  const reason = `${families} with rows have ${words} ${written(wanted)} rows, and ` +
    `${written(filled)} have a parent`;
  const nulls = rowCount - filled === 0 ? "" : " that have a parent";
  return { reason, advice: `Ask for ${words} ${written(wanted)} rows of '${table}'${nulls}` };
}

/** Further off than this the mean that was written is not what the rows show. */
const MEAN_TOLERANCE = 0.1;

function tellMean(
  context: PlanContext,
  table: Table,
  { reference, actual }: { readonly reference: Reference; readonly actual: number },
): void {
  const { perParent: law, referencesTable: parent, columns } = reference.foreignKey;
  if (law?.kind !== "poisson" || Math.abs(actual / law.mean - 1) <= MEAN_TOLERANCE) return;
  const detail = { table: table.name, parent, mean: law.mean, actual };
  context.report("PLAN_MEAN_UNMET", detail, table, columns[0]);
}

function written(count: number): string {
  return count.toLocaleString("en-US");
}
