import type { PatternForm } from "../../schema/mod.ts";
import type { Curve } from "../domains/domain.ts";

/**
 * What the values of a column mean, before it is decided how its rows get them: the planner fits a
 * source to the column's type, range, length, uniqueness and NULLs.
 *
 * - `words`: a closed or sampled list of texts, each as likely as its weight.
 * - `text`: composed from parts.
 * - `number`: from a range; also for numeric-looking decimals of any type.
 * - `numbers`: one of a few numbers.
 * - `instant`: a date, timestamp or time in a span.
 * - `truth`: true with a probability.
 * - `pattern`: texts of a few forms, each place of which has its characters.
 * - `uuid`, `bytes`: random identifiers and bytes.
 */
export type ValueSource =
  | WordsSource
  | { readonly kind: "text"; readonly parts: readonly TextPart[] }
  | NumberSource
  | { readonly kind: "numbers"; readonly values: readonly WeightedNumber[] }
  | { readonly kind: "instant"; readonly start: string; readonly end: string }
  | { readonly kind: "truth"; readonly rate: number }
  | { readonly kind: "pattern"; readonly forms: readonly PatternForm[] }
  | { readonly kind: "uuid" }
  | { readonly kind: "bytes"; readonly length: number };

export interface WordsSource {
  readonly kind: "words";
  /** Names the list: sources of the same name have the same words. */
  readonly name: string;
  readonly words: readonly string[];
  /** Relative, one a word; absent means all alike. */
  readonly weights?: readonly number[];
}

export interface NumberSource {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
  /** Digits after the point for floats and wide decimals; whole numbers have 0. */
  readonly decimals: number;
  /** Uniform when absent. Its parameters are in the values' own scale. */
  readonly curve?: Curve;
}

export interface WeightedNumber {
  readonly value: number;
  readonly weight: number;
}

/**
 * A part of a composed text.
 *
 * - `literal`: the same in every row.
 * - `words`: a word of a list, each alike.
 * - `symbols`: random characters of an ASCII alphabet.
 * - `serial`: where a number goes that no other row has, when the column must be unique; it is left
 *   out otherwise. What follows it must be empty or begin with a character that neither the
 *   serial's alphabet nor any part before it has, so that two rows can never read the same.
 *   A text without a `serial` gets `-` and one at its end.
 */
export type TextPart =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "words"; readonly name: string; readonly words: readonly string[] }
  | { readonly kind: "symbols"; readonly alphabet: string; readonly width: number }
  | { readonly kind: "serial"; readonly alphabet: string };
