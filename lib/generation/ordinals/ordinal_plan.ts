import type { RandomKey } from "../random/random_key.ts";

/**
 * Which number in [0, count) a row has. A column's domain turns that number into a value; a foreign
 * key takes it for a row of its parent. Either way it is a pure function of the row index, so no
 * list of keys is ever held.
 *
 * - `row`: the row index itself.
 * - `permuted`: a keyed bijection of [0, count); distinct rows below `count` stay distinct.
 * - `hashed`: uniform, with repetition.
 * - `weighted`: index of the first threshold above 32 random bits.
 * - `earlier`: uniform among the rows before this one; row 0 has itself. Makes trees.
 * - `digit`: one digit of a number that is distinct for every row, see {@linkcode TuplePlan}.
 * - `rest`: the other digits of such a tuple, for a second key that shares some, see
 *   {@linkcode RestPlan}.
 * - `grown_rest`: the same of a tuple whose components grew, see {@linkcode GrownRestPlan}.
 * - `family`: the parent of a row where it is settled how many rows each has, see
 *   {@linkcode FamilyPlan}.
 * - `member`: a number that differs between all rows of one parent, see {@linkcode MemberPlan}.
 * - `staged`: of another plan from some row on, for tables that rows are added to.
 * - `after`: `then` of the rows from `row` on, counted from 0, and its ordinals from `offset` on.
 * - `through`: `then` applied to the result of `first`: the parent's ordinal at the picked row.
 */
export type OrdinalPlan =
  | { readonly kind: "row" }
  | { readonly kind: "permuted"; readonly count: number; readonly key: RandomKey }
  | { readonly kind: "hashed"; readonly count: number; readonly key: RandomKey }
  | {
    readonly kind: "weighted";
    /** Ascending, in units of 2^-32; the last is 2^32. */
    readonly thresholds: readonly number[];
    readonly key: RandomKey;
  }
  | { readonly kind: "earlier"; readonly key: RandomKey }
  | { readonly kind: "digit"; readonly tuple: TuplePlan; readonly index: number }
  | { readonly kind: "rest"; readonly rest: RestPlan }
  | { readonly kind: "grown_rest"; readonly rest: GrownRestPlan }
  | { readonly kind: "family"; readonly family: FamilyPlan }
  | { readonly kind: "member"; readonly member: MemberPlan }
  | { readonly kind: "staged"; readonly stages: readonly OrdinalStage[] }
  | {
    readonly kind: "after";
    readonly row: number;
    readonly offset: number;
    readonly then: OrdinalPlan;
  }
  | { readonly kind: "through"; readonly first: OrdinalPlan; readonly then: OrdinalPlan };

/** The rows from `from` up to the next stage; the first stage is from row 0. */
export interface OrdinalStage {
  readonly from: number;
  readonly ordinal: OrdinalPlan;
}

/**
 * Distinct tuples: each row's permuted index is written in the mixed radix of the components' sizes,
 * least significant first, and every digit is then turned by a hash of the digits before it. Both
 * steps are bijections, so tuples are distinct as long as rows ≤ the product of the radices; and
 * every component is used evenly even when that product is far above 2^32.
 */
export interface TuplePlan {
  /** Size of each component, at most 2^32 each. */
  readonly radices: readonly number[];
  /** Size of the permuted index: min(2^32, product of the radices). */
  readonly count: number;
  readonly key: RandomKey;
}

/**
 * A number that differs between all rows that agree in some digits of a tuple: their other digits,
 * taken together and turned by a hash of the shared ones. With it a second key can share columns
 * with the first, as (order, product) does with (order, line).
 */
export interface RestPlan {
  readonly tuple: TuplePlan;
  /** Places of the shared digits. */
  readonly shared: readonly number[];
  /** How many numbers there are, at least the product of the other radices. */
  readonly count: number;
  /** How many there could be if the tuple's components grew. */
  readonly countMax: number;
  readonly key: RandomKey;
}

/**
 * The rest of a tuple whose components have grown: for tuples of the first sizes the number that
 * {@linkcode RestPlan} gives, for others one that none of them has who agrees in the shared digits.
 * The other digits are numbered shell by shell, so that a number stays when there are more of them;
 * and it is turned among as many as there were when the shared digits came to be, so that nothing
 * that was given is given again, and what is new is used at once by what is new.
 */
export interface GrownRestPlan {
  /** The box that the rows' tuples are of. */
  readonly tuple: TuplePlan;
  /** Where the box begins. */
  readonly offsets: readonly number[];
  readonly shared: readonly number[];
  /** From the first plan to this one. */
  readonly steps: readonly RestStep[];
  readonly key: RandomKey;
}

/** A step of growth; nothing in it is less than in the one before. */
export interface RestStep {
  /** Sizes of all components. */
  readonly radices: readonly number[];
  /** How many numbers there are. */
  readonly count: number;
}

/**
 * Rows shared out among the rows of a parent. The rows take slots in a random order: first those of
 * the largest families, then those of the next. Which parent a family is, a permutation says. So a
 * division finds a row's parent, and nothing is kept but how many families there are of each size.
 */
export interface FamilyPlan {
  /** Rows of the child, at most 2^32. */
  readonly rowCount: number;
  /** Of which so many have a parent; the others are NULL. */
  readonly filled: number;
  /** Rows of a family, descending, above 0; and how many families have so many. */
  readonly sizes: readonly number[];
  readonly counts: readonly number[];
  /** Orders the rows. */
  readonly key: RandomKey;
  readonly parentCount: number;
  /** Orders the parents. */
  readonly parentKey: RandomKey;
}

/** The place of a row among those of its parent, from 0; or one of `count` places, in disorder. */
export interface MemberPlan {
  readonly family: FamilyPlan;
  /** At least as many places as the largest family has rows. */
  readonly turn: { readonly count: number; readonly key: RandomKey } | null;
}
