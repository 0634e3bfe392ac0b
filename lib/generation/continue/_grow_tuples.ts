import type { OrdinalPlan, OrdinalStage, RestStep } from "../ordinals/ordinal_plan.ts";
import type { ColumnPlan, GenerationPlan, TablePlan } from "../plan/plan_types.ts";
import { NotContinuable } from "./_not_continuable.ts";
import { ownOrdinal } from "./_row_spaces.ts";
import {
  giveTuples,
  growTupleSpace,
  newTupleSpace,
  product,
  type TupleBox,
  type TupleShare,
  type TupleSpace,
} from "./_tuple_space.ts";

/** The tuple keys of all tables, by the stream they draw on. */
export type GrownTuples = ReadonlyMap<string, GrownTuple>;

/** A tuple key with all that was given of it, and what its columns are made of. */
export interface GrownTuple {
  readonly space: TupleSpace;
  /** Component of every column that has one, by the column's place. */
  readonly components: ReadonlyMap<number, number>;
  /** The component of every digit of the newest plan, which sorts them by their sizes then. */
  readonly componentOf: ReadonlyMap<number, number>;
  /** Second keys that share columns with it, by the place of the column that keeps them distinct. */
  readonly rests: ReadonlyMap<number, GrownRest>;
  /** The new rows' boxes. Empty when nothing was added; null when none is left, see `rowsMax`. */
  readonly shares: readonly TupleShare[] | null;
  readonly rowsMax: number;
}

interface GrownRest {
  readonly rest: Rest;
  /** How many values the column had after each step. */
  readonly counts: readonly number[];
}

type Digit = Extract<OrdinalPlan, { kind: "digit" }>;
type Rest = Extract<OrdinalPlan, { kind: "rest" }>["rest"];

/** The tuple keys of a first plan. */
export function firstTuples({ tables }: GenerationPlan): GrownTuples {
  return new Map(tables.flatMap((table) => [...tuplesOf(table)]));
}

/**
 * Decides for every tuple key where the tuples of new rows come from.
 *
 * @param tuples The keys so far.
 * @param step The last plan alone, and the new one.
 */
export function growTuples(
  tuples: GrownTuples,
  { before, after }: { readonly before: GenerationPlan; readonly after: GenerationPlan },
): GrownTuples {
  const grown = new Map<string, GrownTuple>();
  for (const [at, table] of after.tables.entries()) {
    const [from, until] = [before.tables[at]!.rowCount, table.rowCount];
    for (const [key, fresh] of tuplesOf(table)) {
      const tuple = tuples.get(key);
      // A table without rows has given nothing that had to be kept.
      if (tuple === undefined || from === 0) grown.set(key, fresh);
      else grown.set(key, growTuple(tuple, table, { from, until }));
    }
  }
  return grown;
}

/**
 * How the values of one component go on.
 *
 * @param tuple The key.
 * @param index The component's digit in the newest plan.
 * @returns A stage for every box that new rows have tuples of.
 */
export function digitStages(tuple: GrownTuple, index: number): readonly OrdinalStage[] {
  const component = tuple.componentOf.get(index)!;
  return stagesOf(tuple, (box) => ({
    offset: box.offsets[component]!,
    then: { kind: "digit", tuple: tuplePlan(tuple, box), index: component },
  }));
}

/** How a column goes on that takes the rest of a tuple; null when it takes none. */
export function restStages(tuple: GrownTuple, key: string): readonly OrdinalStage[] | null {
  const found = [...tuple.rests.values()].find(({ rest }) => String(rest.key) === key);
  if (found === undefined) return null;
  const { rest: { shared, key: restKey }, counts } = found;
  const steps = tuple.space.sizes.map((radices, at): RestStep => ({ radices, count: counts[at]! }));
  return stagesOf(tuple, (box) => ({
    offset: 0,
    then: {
      kind: "grown_rest",
      rest: { tuple: tuplePlan(tuple, box), offsets: box.offsets, shared, steps, key: restKey },
    },
  }));
}

function stagesOf(
  { shares, rowsMax }: GrownTuple,
  mapping: (box: TupleBox) => { readonly offset: number; readonly then: OrdinalPlan },
): readonly OrdinalStage[] {
  if (shares === null) {
    const rows = rowsMax.toLocaleString("en-US");
    throw new NotContinuable(`at most ${rows} rows in all can have keys that differ`);
  }
  return shares.map(({ box, from }) => {
    // The box's next tuple is that of its `used`-th row.
    const row = from - box.used;
    return { from, ordinal: { kind: "after", row, ...mapping(box) } };
  });
}

function tuplePlan({ space: { key } }: GrownTuple, { radices, count }: TupleBox) {
  return { radices, count, key };
}

function tuplesOf({ columns, rowCount }: TablePlan): Map<string, GrownTuple> {
  const tuples = new Map<string, GrownTuple>();
  const ordinals = columns.map(({ ordinal }) => ownOrdinal(ordinal));
  for (const { tuple } of ordinals.filter((ordinal) => ordinal.kind === "digit")) {
    if (tuples.has(String(tuple.key))) continue;
    const isOurs = (other: { readonly key: readonly number[] }) =>
      String(other.key) === String(tuple.key);
    const components = new Map<number, number>();
    const rests = new Map<number, GrownRest>();
    for (const [place, ordinal] of ordinals.entries()) {
      if (ordinal.kind === "digit" && isOurs(ordinal.tuple)) components.set(place, ordinal.index);
      if (ordinal.kind === "rest" && isOurs(ordinal.rest.tuple)) {
        rests.set(place, { rest: ordinal.rest, counts: [ordinal.rest.count] });
      }
    }
    tuples.set(String(tuple.key), {
      ...{ components, rests, shares: [], rowsMax: rowCount },
      space: newTupleSpace(tuple, rowCount),
      componentOf: new Map(tuple.radices.map((_, index) => [index, index])),
    });
  }
  return tuples;
}

function growTuple(
  tuple: GrownTuple,
  { columns }: TablePlan,
  { from, until }: { readonly from: number; readonly until: number },
): GrownTuple {
  const ordinals = columns.map(({ ordinal }) => ownOrdinal(ordinal));
  const places = [...tuple.components].flatMap(([place, component]): readonly Place[] => {
    const ordinal = ordinals[place]!;
    // What is no component any more is refused where its column is joined.
    return isDigit(ordinal) ? [{ ordinal, component }] : [];
  });
  const sizes = [...tuple.space.sizes.at(-1)!];
  for (const { ordinal, component } of places) {
    sizes[component] = ordinal.tuple.radices[ordinal.index]!;
  }
  const space = growTupleSpace(tuple.space, sizes);
  const componentOf = new Map(places.map((each) => [each.ordinal.index, each.component]));
  const rests = new Map([...tuple.rests].map(([place, rest]) => [
    place,
    growRest(rest, space.sizes.at(-1)!, columns[place]!),
  ]));
  const isUsable = (box: TupleBox) =>
    [...rests.values()].every((rest) => hasRoom(rest, space, box));
  const given = giveTuples(space, { from, until, isUsable });
  const grown = { ...tuple, componentOf, rests };
  if (typeof given === "number") return { ...grown, space, shares: null, rowsMax: given };
  return { ...grown, ...given, rowsMax: until };
}

interface Place {
  readonly ordinal: Digit;
  readonly component: number;
}

function isDigit(ordinal: OrdinalPlan): ordinal is Digit {
  return ordinal.kind === "digit";
}

/** What is counted goes on as far as its type reaches; any other column has what it was planned. */
function growRest(
  { rest, counts }: GrownRest,
  sizes: readonly number[],
  { ordinal, domain }: ColumnPlan,
): GrownRest {
  const own = ownOrdinal(ordinal);
  let count = counts.at(-1)!;
  if (own.kind === "hashed") count = Math.max(count, own.count);
  if (own.kind === "rest") {
    const { countMax } = own.rest;
    const needed = product(sizes.filter((_, at) => !rest.shared.includes(at)));
    count = Math.max(count, own.rest.count);
    if (domain.kind === "affine") count = Math.max(count, Math.min(needed, countMax));
  }
  return { rest, counts: [...counts, count] };
}

/** Whether there are numbers for all that rows of a box may have beside the shared components. */
function hasRoom({ rest, counts }: GrownRest, { sizes }: TupleSpace, box: TupleBox): boolean {
  const others = box.radices.map((_, at) => at).filter((at) => !rest.shared.includes(at));
  const step = sizes.findIndex((radices) =>
    others.every((at) => box.offsets[at]! + box.radices[at]! <= radices[at]!)
  );
  return product(others.map((at) => sizes[step]![at]!)) <= counts.at(-1)!;
}
