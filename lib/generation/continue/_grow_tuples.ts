import type { OrdinalPlan, OrdinalStage, TuplePlan } from "../ordinals/ordinal_plan.ts";
import type { GenerationPlan, TablePlan } from "../plan/plan_types.ts";
import { NotContinuable } from "./_join_ordinals.ts";
import { ownOrdinal } from "./_row_spaces.ts";

/** How the digits of each tuple go on, by the tuple's key. */
export type GrownTuples = ReadonlyMap<string, GrownTuple>;

export interface GrownTuple {
  /** The stage of a digit's new rows; null when they are made as those before them. */
  stageOf(index: number): OrdinalStage | null;
}

interface Step {
  readonly joined: GenerationPlan;
  readonly before: GenerationPlan;
  readonly after: GenerationPlan;
}

/** 32-bit ordinals count no further. */
const ORDINALS_MAX = 2 ** 32;

/** Decides for every tuple key where the tuples of new rows come from. */
export function growTuples({ joined, before, after }: Step): GrownTuples {
  const grown = new Map<string, GrownTuple>();
  for (const [at, table] of after.tables.entries()) {
    for (const [key, digits] of digitsOf({ joined, before, after }, at)) {
      const rows = { from: before.tables[at]!.rowCount, until: table.rowCount };
      grown.set(key, growTuple(digits, rows));
    }
  }
  return grown;
}

type Digit = Extract<OrdinalPlan, { kind: "digit" }>;

/** A component of a tuple: its digit before and after, and its stages so far. */
interface Component {
  readonly before: Digit;
  readonly after: Digit;
  readonly stages: readonly OrdinalStage[];
}

function digitsOf({ joined, before, after }: Step, at: number): Map<string, Component[]> {
  const tuples = new Map<string, Component[]>();
  const columnsOf = ({ columns }: TablePlan) => columns.map(({ ordinal }) => ownOrdinal(ordinal));
  const [old, last, next] = [joined, before, after].map(({ tables }) => columnsOf(tables[at]!));
  for (const [place, digit] of next!.entries()) {
    const beforeDigit = last![place]!;
    if (digit.kind !== "digit" || beforeDigit.kind !== "digit") continue;
    const ordinal = old![place]!;
    const stages = ordinal.kind === "staged" ? ordinal.stages : [{ from: 0, ordinal }];
    const key = String(beforeDigit.tuple.key);
    const components = tuples.get(key) ?? [];
    components.push({ before: beforeDigit, after: digit, stages });
    tuples.set(key, components);
  }
  return tuples;
}

interface NewRows {
  readonly from: number;
  readonly until: number;
}

/**
 * New tuples come from a box that no old tuple lies in: one component takes values that none had
 * before, the others all they have now. A parent with new rows is such a component, so that new
 * children go with new parents. Without one the tuples left over are used up, and then a component
 * that can grow has to.
 */
function growTuple(components: readonly Component[], { from, until }: NewRows): GrownTuple {
  const unchanged: GrownTuple = { stageOf: () => null };
  if (until === from) return unchanged;
  const roomy = components.filter((each) => boxOf(each) >= until - from);
  const leftOver = capacity(components[0]!) >= until;
  if (roomy.length === 0) {
    return leftOver ? unchanged : {
      stageOf: () => {
        throw new NotContinuable("no tuples are left that were not given before");
      },
    };
  }
  const growing = roomy.toSorted((a, b) => boxOf(b) - boxOf(a))[0]!;
  return { stageOf: (index) => stageIn(growing, components, { index, from }) };
}

/** Values of a component that some row may have had. */
function usedBy({ stages, before }: Component): number {
  return stages.reduce((most, { ordinal }) => {
    if (ordinal.kind === "digit") return Math.max(most, ordinal.tuple.radices[ordinal.index]!);
    if (ordinal.kind !== "after" || ordinal.then.kind !== "digit") return most;
    const { tuple, index } = ordinal.then;
    return Math.max(most, ordinal.offset + tuple.radices[index]!);
  }, before.tuple.radices[before.index]!);
}

/** How many tuples there are whose one component has a new value. */
function boxOf(component: Component): number {
  const { tuple, index } = component.after;
  const fresh = tuple.radices[index]! - usedBy(component);
  return Math.max(0, fresh) * product(tuple.radices.filter((_, at) => at !== index));
}

/** The row up to which the last stage has tuples. */
function capacity({ stages }: Component): number {
  const { from, ordinal } = stages.at(-1)!;
  if (ordinal.kind === "digit") return ordinal.tuple.count;
  return ordinal.kind === "after" && ordinal.then.kind === "digit"
    ? from + ordinal.then.tuple.count
    : 0;
}

function stageIn(
  growing: Component,
  components: readonly Component[],
  { index, from }: { readonly index: number; readonly from: number },
): OrdinalStage {
  const place = growing.after.index;
  const used = usedBy(growing);
  const radices = growing.after.tuple.radices.map((radix, at) =>
    at === place ? radix - used : radix
  );
  const count = Math.min(ORDINALS_MAX, product(radices));
  const tuple: TuplePlan = { radices, count, key: growing.after.tuple.key };
  const component = components.find((each) => each.before.index === index)!;
  const offset = component.after.index === place ? used : 0;
  const then: OrdinalPlan = { kind: "digit", tuple, index: component.after.index };
  return { from, ordinal: { kind: "after", row: from, offset, then } };
}

function product(radices: readonly number[]): number {
  return radices.reduce((total, radix) => total * radix, 1);
}
