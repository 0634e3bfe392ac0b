import { sortWords } from "../../generators/word_book.ts";
import { byteLength, cutToBytes } from "./byte_limit.ts";

/** What was found out about a list: hundreds of columns draw on the same few dozen lists. */
interface KnownList {
  readonly bytesMax: number;
  /** The list cut to a number of bytes, sorted. */
  readonly cuts: Map<number, readonly string[]>;
}

const KNOWN = new WeakMap<readonly string[], KnownList>();

/**
 * Bytes of the longest word of a list.
 *
 * @param words At least one.
 */
export function longestWord(words: readonly string[]): number {
  return known(words).bytesMax;
}

/**
 * A list with every word cut to a number of bytes, without what becomes alike.
 *
 * @param words Any words.
 * @param bytesMax The limit; null cuts nothing.
 * @returns The words sorted by their bytes, the same array for the same question.
 */
export function cutWordList(words: readonly string[], bytesMax: number | null): readonly string[] {
  const list = known(words);
  const limit = bytesMax === null ? list.bytesMax : Math.min(bytesMax, list.bytesMax);
  let cut = list.cuts.get(limit);
  if (cut === undefined) {
    cut = sortWords(words.map((word) => cutToBytes(word, limit)));
    list.cuts.set(limit, cut);
  }
  return cut;
}

function known(words: readonly string[]): KnownList {
  let list = KNOWN.get(words);
  if (list === undefined) {
    const bytesMax = words.reduce((most, word) => Math.max(most, byteLength(word)), 1);
    list = { bytesMax, cuts: new Map() };
    KNOWN.set(words, list);
  }
  return list;
}
