import type { OrdinalPlan, OrdinalStage } from "../ordinals/ordinal_plan.ts";
import type { GrownTuples } from "./_grow_tuples.ts";
import { type RowSpaces, streamOf } from "./_row_spaces.ts";

/** Why a column cannot go on; whoever knows its name tells it. */
export class NotContinuable extends Error {}

interface Ordinals {
  readonly joined: OrdinalPlan;
  readonly before: OrdinalPlan;
  readonly after: OrdinalPlan;
}

interface Joining {
  readonly spaces: RowSpaces;
  readonly tuples: GrownTuples;
}

/**
 * Joins the mapping of one column: as it was for the rows that were there, and one for the rest that
 * keeps distinct what has to be.
 *
 * @param ordinals All steps so far in one, the last step alone, and the new one.
 * @param joining What is known of the tables' rows and tuples.
 * @throws NotContinuable.
 */
export function joinOrdinals(
  { joined, before, after }: Ordinals,
  joining: Joining,
): OrdinalPlan {
  if (before.kind !== after.kind) throw new NotContinuable("so many rows are made in another way");
  if (before.kind === "through" && after.kind === "through") {
    if (joined.kind !== "through") throw new NotContinuable("its parents changed");
    const first = { joined: joined.first, before: before.first, after: after.first };
    const then = { joined: joined.then, before: before.then, after: after.then };
    return {
      kind: "through",
      first: joinOrdinals(first, joining),
      then: joinOrdinals(then, joining),
    };
  }
  if (before.kind === "digit" && after.kind === "digit") return joinDigits(joined, before, joining);
  if (JSON.stringify(before) === JSON.stringify(after)) return joined;
  if (before.kind === "permuted" && after.kind === "permuted") {
    return joinPermuted(joined, before, after);
  }
  if (after.kind === "hashed" || after.kind === "weighted") {
    const from = joining.spaces.get(streamOf(after)!);
    if (from !== undefined) return staged(joined, { from, ordinal: after });
  }
  throw new NotContinuable("a second key depends on how many rows there are");
}

type Permuted = Extract<OrdinalPlan, { kind: "permuted" }>;

/** A bijection of more numbers: of the first ones as before, of the others among themselves. */
function joinPermuted(joined: OrdinalPlan, before: Permuted, after: Permuted): OrdinalPlan {
  const from = before.count;
  if (after.count < from) throw new NotContinuable("fewer values are left than there were");
  const then: OrdinalPlan = { kind: "permuted", count: after.count - from, key: after.key };
  return staged(joined, { from, ordinal: { kind: "after", row: from, offset: from, then } });
}

function joinDigits(
  joined: OrdinalPlan,
  before: Extract<OrdinalPlan, { kind: "digit" }>,
  { tuples }: Joining,
): OrdinalPlan {
  const grown = tuples.get(String(before.tuple.key));
  if (grown === undefined) throw new NotContinuable("its key changed");
  const stage = grown.stageOf(before.index);
  return stage === null ? joined : staged(joined, stage);
}

function staged(joined: OrdinalPlan, stage: OrdinalStage): OrdinalPlan {
  const stages = joined.kind === "staged" ? joined.stages : [{ from: 0, ordinal: joined }];
  // A table without rows has a stage without any.
  return { kind: "staged", stages: [...stages.filter(({ from }) => from < stage.from), stage] };
}
