import type { TuplePlan } from "../ordinals/ordinal_plan.ts";
import type { RandomKey } from "../random/random_key.ts";

/**
 * The tuples of a key while its table and the components grow: boxes that do not overlap and leave
 * nothing out, each with how many of its tuples rows have. Whatever was given in one step is known
 * in all later ones, so that a tuple is given once and none is lost.
 */
export interface TupleSpace {
  readonly key: RandomKey;
  /** Sizes of the components after each step. */
  readonly sizes: readonly (readonly number[])[];
  /** Oldest first. */
  readonly boxes: readonly TupleBox[];
}

/** Values from `offsets` on, `radices` many of each component. */
export interface TupleBox {
  readonly offsets: readonly number[];
  readonly radices: readonly number[];
  /** How many tuples can be given. */
  readonly count: number;
  /** How many are. */
  readonly used: number;
}

/** Tuples of one box for rows from `from` on. */
export interface TupleShare {
  readonly box: TupleBox;
  readonly from: number;
}

/** 32-bit ordinals count no further. */
const ORDINALS_MAX = 2 ** 32;

/** The boxes that new rows are spread over; more of them would only make reading slower. */
const SPREAD_MAX = 3;

/** A space of which the first rows have tuples. */
export function newTupleSpace({ radices, key }: TuplePlan, rows: number): TupleSpace {
  const offsets = radices.map(() => 0);
  return { key, sizes: [radices], boxes: [{ ...newBox(offsets, radices), used: rows }] };
}

/** The space after its components grew; a size that is smaller than it was stays. */
export function growTupleSpace(space: TupleSpace, wanted: readonly number[]): TupleSpace {
  const old = space.sizes.at(-1)!;
  const sizes = old.map((size, at) => Math.max(size, wanted[at]!));
  const boxes = [...space.boxes, ...shellBoxes(old, sizes)];
  return { ...space, sizes: [...space.sizes, sizes], boxes };
}

/**
 * What is new when components grow, as boxes: in each one component has new values, those before it
 * old ones, those behind it all.
 *
 * @returns Boxes that are not empty.
 */
export function shellBoxes(old: readonly number[], sizes: readonly number[]): readonly TupleBox[] {
  return sizes.map((_, grown) =>
    newBox(
      sizes.map((_, at) => at === grown ? old[at]! : 0),
      sizes.map((size, at) => at < grown ? old[at]! : at === grown ? size - old[at]! : size),
    )
  ).filter(({ count }) => count > 0);
}

/**
 * Gives tuples to the next rows: of boxes that none was given of yet, in proportion, so that rows
 * are spread over all that is new; then of what earlier steps have left.
 *
 * @param space The space; its boxes' tuples are counted as given in the result.
 * @param rows The rows, and which boxes may be used.
 * @returns Null and how many rows could have tuples, when that is less.
 */
export function giveTuples(
  space: TupleSpace,
  { from, until, isUsable }: NewRows,
): { readonly space: TupleSpace; readonly shares: readonly TupleShare[] } | number {
  const usable = space.boxes.filter((box) => freeOf(box) > 0 && isUsable(box));
  const needed = until - from;
  if (total(usable) < needed) return from + total(usable);
  const untouched = usable.filter(({ used }) => used === 0)
    .toSorted((a, b) => b.count - a.count);
  const counts = total(untouched) >= needed
    ? spread(enough(untouched, needed), needed)
    : take([...untouched, ...usable.filter(({ used }) => used > 0).toReversed()], needed);
  let next = from;
  const shares: TupleShare[] = [];
  for (const [box, count] of counts) {
    if (count > 0) shares.push({ box, from: next });
    next += count;
  }
  const boxes = space.boxes.map((box) => ({ ...box, used: box.used + (counts.get(box) ?? 0) }));
  return { space: { ...space, boxes }, shares };
}

export interface NewRows {
  readonly from: number;
  readonly until: number;
  isUsable(box: TupleBox): boolean;
}

export function product(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total * number, 1);
}

function newBox(offsets: readonly number[], radices: readonly number[]): TupleBox {
  return { offsets, radices, count: Math.min(ORDINALS_MAX, product(radices)), used: 0 };
}

function freeOf({ count, used }: TupleBox): number {
  return count - used;
}

function total(boxes: readonly TupleBox[]): number {
  return boxes.reduce((sum, box) => sum + freeOf(box), 0);
}

/** The largest boxes, as many as it takes. */
function enough(boxes: readonly TupleBox[], needed: number): readonly TupleBox[] {
  let count = Math.min(SPREAD_MAX, boxes.length);
  while (total(boxes.slice(0, count)) < needed) count++;
  return boxes.slice(0, count);
}

function spread(boxes: readonly TupleBox[], needed: number): ReadonlyMap<TupleBox, number> {
  const counts = new Map<TupleBox, number>();
  let [rows, room] = [needed, total(boxes)];
  for (const box of boxes) {
    const free = freeOf(box);
    // What is left is never more than the boxes that are left can give.
    const count = Math.max(rows - (room - free), Math.min(free, Math.round(rows * free / room)));
    counts.set(box, count);
    [rows, room] = [rows - count, room - free];
  }
  return counts;
}

function take(boxes: readonly TupleBox[], needed: number): ReadonlyMap<TupleBox, number> {
  const counts = new Map<TupleBox, number>();
  let rows = needed;
  for (const box of boxes) {
    const count = Math.min(rows, freeOf(box));
    counts.set(box, count);
    rows -= count;
  }
  return counts;
}
