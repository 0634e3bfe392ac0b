import type { OrdinalPlan, OrdinalStage } from "../ordinals/ordinal_plan.ts";
import { digitStages, type GrownTuples, restStages } from "./_grow_tuples.ts";
import { NotContinuable } from "./_not_continuable.ts";
import { type RowSpaces, streamOf } from "./_row_spaces.ts";

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
  if (before.kind === "rest") return joinRest(joined, before, after, joining);
  if (before.kind === "hashed" && after.kind === "rest") {
    // The column that keeps a second key distinct is chosen once, and it was not this one.
    const hashed = { kind: "hashed", count: after.rest.count, key: before.key } as const;
    return joinOrdinals({ joined, before, after: hashed }, joining);
  }
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
  if (before.kind === "digit" && after.kind === "digit") {
    return joinDigits(joined, { before, after }, joining);
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return joined;
  if (before.kind === "family" || before.kind === "member") {
    throw new NotContinuable("per_parent shares all rows out at once");
  }
  if (before.kind === "permuted" && after.kind === "permuted") {
    return joinPermuted(joined, before, after);
  }
  if (after.kind === "hashed" || after.kind === "weighted") {
    const from = joining.spaces.get(streamOf(after)!);
    if (from !== undefined) return staged(joined, [{ from, ordinal: after }]);
  }
  throw new NotContinuable("so many rows are made in another way");
}

type Permuted = Extract<OrdinalPlan, { kind: "permuted" }>;

/** A bijection of more numbers: of the first ones as before, of the others among themselves. */
function joinPermuted(joined: OrdinalPlan, before: Permuted, after: Permuted): OrdinalPlan {
  const from = before.count;
  if (after.count < from) throw new NotContinuable("fewer values are left than there were");
  const then: OrdinalPlan = { kind: "permuted", count: after.count - from, key: after.key };
  return staged(joined, [{ from, ordinal: { kind: "after", row: from, offset: from, then } }]);
}

type Digit = Extract<OrdinalPlan, { kind: "digit" }>;
type Rest = Extract<OrdinalPlan, { kind: "rest" }>;

function joinDigits(
  joined: OrdinalPlan,
  { before, after }: { readonly before: Digit; readonly after: Digit },
  { tuples, spaces }: Joining,
): OrdinalPlan {
  const tuple = tuples.get(String(before.tuple.key));
  if (tuple === undefined || String(after.tuple.key) !== String(before.tuple.key)) {
    throw new NotContinuable("its key changed");
  }
  // Rows that are the first of their table need not respect any.
  if (spaces.get(streamOf(before)!) === 0) return after;
  return staged(joined, digitStages(tuple, after.index));
}

function joinRest(
  joined: OrdinalPlan,
  before: Rest,
  after: OrdinalPlan,
  { tuples, spaces }: Joining,
): OrdinalPlan {
  if (spaces.get(streamOf(before)!) === 0) return after;
  const tuple = tuples.get(String(before.rest.tuple.key));
  const stages = tuple === undefined ? null : restStages(tuple, String(before.rest.key));
  if (stages === null || (after.kind !== "rest" && after.kind !== "hashed")) {
    throw new NotContinuable("so many rows are made in another way");
  }
  return staged(joined, stages);
}

function staged(joined: OrdinalPlan, added: readonly OrdinalStage[]): OrdinalPlan {
  const [first] = added;
  if (first === undefined) return joined;
  const stages = joined.kind === "staged" ? joined.stages : [{ from: 0, ordinal: joined }];
  // A table without rows has a stage without any.
  const kept = stages.filter(({ from }) => from < first.from);
  // What goes on just as before needs no stage of its own.
  const fresh = isSame(kept.at(-1)?.ordinal, first.ordinal) ? added.slice(1) : added;
  return { kind: "staged", stages: [...kept, ...fresh] };
}

function isSame(one: OrdinalPlan | undefined, other: OrdinalPlan): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
