import { DwSimError, invariant } from "../../errors/mod.ts";
import type { Domain } from "../domains/domain.ts";
import type { ColumnPlan, GenerationPlan, TablePlan } from "../plan/plan_types.ts";
import { firstTuples, type GrownTuples, growTuples } from "./_grow_tuples.ts";
import { joinOrdinals } from "./_join_ordinals.ts";
import { NotContinuable } from "./_not_continuable.ts";
import { rowSpaces } from "./_row_spaces.ts";

/**
 * Joins the plans of a growing experiment into one: the rows of the first plan are made as it says,
 * those that come later as the later plans say, but so that no key of theirs is one that was given
 * before. Foreign keys of later rows reach all parents, the old and the new. Since the whole is one
 * plan, it can be made in parts, resumed, and made again from its seed like any other.
 *
 * @param plans Plans of the same schema and seed, each with at least the rows of the one before.
 * @returns The plan of all rows.
 * @throws DwSimError PLAN_NOT_CONTINUABLE when a column's values cannot go on.
 */
export function continuePlan(plans: readonly GenerationPlan[]): GenerationPlan {
  const [first, ...later] = plans;
  invariant(first !== undefined, "a continuation has a first plan");
  let [joined, tuples] = [first, firstTuples(first)];
  for (const [at, after] of later.entries()) {
    const before = plans[at]!;
    tuples = growTuples(tuples, { before, after });
    joined = joinPlans({ joined, before, after, tuples });
  }
  return joined;
}

interface Step {
  /** All steps so far in one. */
  readonly joined: GenerationPlan;
  /** The last step alone. */
  readonly before: GenerationPlan;
  readonly after: GenerationPlan;
  readonly tuples: GrownTuples;
}

function joinPlans({ joined, before, after, tuples }: Step): GenerationPlan {
  const spaces = rowSpaces(before, after);
  const tables = after.tables.map((table, at): TablePlan => {
    const old = joined.tables[at]!;
    const earlierRowCounts = [...old.earlierRowCounts ?? [], old.rowCount];
    const columns = table.columns.map((column, place) =>
      joinColumns({ ...table, earlierRowCounts }, {
        ...{ joined: old.columns[place]!, before: before.tables[at]!.columns[place]! },
        ...{ after: column, join: { spaces, tuples } },
      })
    );
    return { ...table, columns, earlierRowCounts };
  });
  return { ...after, tables, pools: { ...joined.pools, ...after.pools } };
}

interface ColumnStep {
  readonly joined: ColumnPlan;
  readonly before: ColumnPlan;
  readonly after: ColumnPlan;
  readonly join: Parameters<typeof joinOrdinals>[1];
}

function joinColumns(table: TablePlan, { joined, before, after, join }: ColumnStep): ColumnPlan {
  try {
    if (JSON.stringify(before.rule) !== JSON.stringify(after.rule)) {
      throw new NotContinuable("so many rows follow another rule");
    }
    // A table without rows has none that were NULL.
    const hasRows = table.earlierRowCounts?.at(-1) !== 0;
    if (hasRows && JSON.stringify(before.nulls) !== JSON.stringify(after.nulls)) {
      throw new NotContinuable("it was NULL while its parent had no rows");
    }
    // What a column would hold without its rule matters where the rule asks for it.
    const isMadeOfOthers = after.rule?.nodes.every(({ kind }) => kind !== "generated") ?? false;
    if (isMadeOfOthers) return after;
    if (!isExtension(joined.domain, after.domain)) {
      throw new NotContinuable("so many rows need values of another form");
    }
    const ordinals = { joined: joined.ordinal, before: before.ordinal, after: after.ordinal };
    const domain = wider(joined.domain, after.domain);
    return { ...after, domain, ordinal: joinOrdinals(ordinals, join) };
  } catch (error) {
    if (!(error instanceof NotContinuable)) throw error;
    const { message: reason } = error;
    throw new DwSimError("PLAN_NOT_CONTINUABLE", {
      ...{ table: table.name, column: after.name, reason },
    });
  }
}

/** The same values for the same ordinals, and perhaps more of both. */
function isExtension(before: Domain, after: Domain): boolean {
  return JSON.stringify(withoutCount(before)) === JSON.stringify(withoutCount(after));
}

/** Rows that were there may have values that so many rows would not need. */
function wider(before: Domain, after: Domain): Domain {
  return before.kind === "affine" && after.kind === "affine" && before.count > after.count
    ? before
    : after;
}

function withoutCount(domain: Domain): unknown {
  return domain.kind === "affine" ? { ...domain, count: 0 } : domain;
}
