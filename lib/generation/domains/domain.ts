import type { RandomKey } from "../random/random_key.ts";
import type { TemplatePart } from "./template_part.ts";

/**
 * Which value an ordinal stands for. Numbers are made in the column's units: the integer itself,
 * unscaled decimals, days since 1970 for dates, microseconds for times and timestamps, days for
 * intervals, 0 or 1 for booleans; floats are units over `divisor`.
 *
 * - `affine`: `start + step * ordinal`, distinct for every ordinal below `count`.
 * - `wide`: uniform over more than 2^32 steps; takes two hashes of the ordinal, so it may repeat.
 * - `quantile`: a continuous distribution cut to [low, high].
 * - `list`: the ordinal-th of a few numbers.
 * - `pool`: the ordinal-th word of a pool; the file holds the pool as its dictionary.
 * - `template`: text put together from parts.
 * - `pattern`: text whose places have characters of their own: drawn, or counted out.
 * - `uuid`, `binary`: random bytes, distinct for distinct ordinals.
 */
export type Domain =
  | {
    readonly kind: "affine";
    readonly start: number;
    readonly step: number;
    readonly count: number;
    readonly divisor: number;
  }
  | {
    readonly kind: "wide";
    readonly start: number;
    readonly step: number;
    /** At most 2^53. */
    readonly count: number;
    readonly divisor: number;
    readonly key: RandomKey;
  }
  | {
    readonly kind: "quantile";
    readonly curve: Curve;
    /** Inclusive bounds of the value itself, not in units. */
    readonly low: number;
    readonly high: number;
    /** Steps in 1: 100 for two decimals; values are rounded to whole steps unless it is null. */
    readonly scale: number | null;
    /** Units in a step. */
    readonly step: number;
    readonly divisor: number;
    readonly key: RandomKey;
  }
  | { readonly kind: "list"; readonly units: readonly number[]; readonly divisor: number }
  | {
    readonly kind: "pool";
    readonly pool: string;
    /** The word of each ordinal by its place in the pool; absent where that is the ordinal. */
    readonly order?: readonly number[];
  }
  | { readonly kind: "template"; readonly parts: readonly TemplatePart[] }
  | {
    readonly kind: "pattern";
    readonly forms: readonly (readonly string[])[];
    /** How many ordinals stand for texts of each form, all distinct; null when texts are drawn. */
    readonly counts: readonly number[] | null;
    readonly key: RandomKey;
  }
  | { readonly kind: "uuid"; readonly key: RandomKey }
  | { readonly kind: "binary"; readonly length: number; readonly key: RandomKey };

/** A continuous distribution, by its parameters. Beta spreads over [low, high] of its domain. */
export type Curve =
  | { readonly kind: "uniform" }
  | { readonly kind: "normal"; readonly mean: number; readonly stddev: number }
  | { readonly kind: "lognormal"; readonly mu: number; readonly sigma: number }
  | { readonly kind: "exponential"; readonly lambda: number }
  | { readonly kind: "beta"; readonly alpha: number; readonly beta: number };
