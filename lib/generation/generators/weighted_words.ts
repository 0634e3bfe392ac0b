import type { WordsSource } from "../sources/value_source.ts";
import { sortWords } from "./word_book.ts";

/**
 * A closed list of which some words are more common than others.
 *
 * @param name Names the list; no other list has this name.
 * @param weights How common each word is, relative to the others.
 * @returns The words, sorted, each with its weight.
 */
export function weightedWords(
  name: string,
  weights: Readonly<Record<string, number>>,
): WordsSource {
  const words = sortWords(Object.keys(weights));
  return { kind: "words", name, words, weights: words.map((word) => weights[word]!) };
}
