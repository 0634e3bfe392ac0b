import type { WordsSource } from "../../sources/value_source.ts";
import { bytesMaxOf, cutToBytes } from "./byte_limit.ts";
import type { Fit, FitRequest } from "./fit.ts";
import { fitText } from "./fit_text.ts";
import { cutWordList, longestWord } from "./word_lists.ts";
import { weightedOrdinal } from "./weights.ts";

/**
 * Fits a list of words to a text column. A column that needs more distinct values than there are
 * words gets the words with a number behind them.
 *
 * @param source The words.
 * @param request The column.
 */
export function fitWords(source: WordsSource, request: FitRequest): Fit {
  const { context, column, distinct, key } = request;
  const bytesMax = bytesMaxOf(column.type);
  const { name, words, weights } = cutWords(source, bytesMax);
  if (distinct !== null && distinct > words.length) {
    return fitText([{ kind: "words", name, words }], request);
  }
  const domain = { kind: "pool", pool: context.keepPool(name, words) } as const;
  if (distinct !== null) return { kind: "distinct", domain, count: words.length };
  const ordinal = weights === null
    ? { kind: "hashed", count: words.length, key: key("value") } as const
    : weightedOrdinal(weights, key("value"));
  return { kind: "drawn", domain, ordinal };
}

interface CutWords {
  readonly name: string;
  readonly words: readonly string[];
  readonly weights: readonly number[] | null;
}

/** Cuts words to the column's length; what becomes alike is one word with the weights added up. */
function cutWords({ name, words, weights }: WordsSource, bytesMax: number | null): CutWords {
  const isCut = bytesMax !== null && longestWord(words) > bytesMax;
  const cutName = isCut ? `${name} in ${bytesMax} bytes` : name;
  const cut = cutWordList(words, bytesMax);
  if (weights === undefined) return { name: cutName, words: cut, weights: null };
  const sums = new Map<string, number>();
  words.forEach((word, index) => {
    const short = cutToBytes(word, bytesMax);
    sums.set(short, (sums.get(short) ?? 0) + weights[index]!);
  });
  return { name: cutName, words: cut, weights: cut.map((word) => sums.get(word)!) };
}
