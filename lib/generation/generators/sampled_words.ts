import type { Faker } from "@faker-js/faker";
import type { WordsSource } from "../sources/value_source.ts";
import type { WordBook } from "./word_book.ts";

export interface Sampling {
  /** Names the list and seeds it; no other list has this name. */
  readonly name: string;
  readonly draw: (faker: Faker) => string;
  /** Fewer than usual, for texts that are long or take Faker long. */
  readonly countMax?: number;
}

/**
 * A list of words drawn from Faker, all alike.
 *
 * @param book Where they are drawn.
 * @param sampling Which, and how many.
 * @returns The words, sorted.
 */
export function sampledWords(book: WordBook, { name, draw, countMax }: Sampling): WordsSource {
  return { kind: "words", name, words: book.sample(name, draw, countMax) };
}
