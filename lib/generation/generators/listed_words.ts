import type { WordsSource } from "../sources/value_source.ts";
import { sortWords } from "./word_book.ts";

/**
 * A closed list of words, all alike.
 *
 * @param name Names the list; no other list has this name.
 * @param words In any order.
 * @returns The words, sorted.
 */
export function listedWords(name: string, words: readonly string[]): WordsSource {
  return { kind: "words", name, words: sortWords(words) };
}
