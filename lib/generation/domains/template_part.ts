import type { RandomKey } from "../random/random_key.ts";

/**
 * One part of a composed text.
 *
 * - `literal`: the same in every row.
 * - `pool`: a word of a pool.
 * - `symbols`: `width` random characters of `alphabet`.
 * - `ordinal`: the ordinal itself in base `alphabet.length`, padded to `width`: what makes a text
 *   unique. `alphabet` has ASCII characters alone.
 */
export type TemplatePart =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "pool"; readonly pool: string; readonly key: RandomKey }
  | {
    readonly kind: "symbols";
    readonly alphabet: string;
    readonly width: number;
    readonly key: RandomKey;
  }
  | { readonly kind: "ordinal"; readonly alphabet: string; readonly width: number };
