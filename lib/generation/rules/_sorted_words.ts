/**
 * Sorts words as Parquet compares them: by their UTF-8 bytes, which is by code points.
 *
 * @param words Any words.
 * @returns Each once.
 */
export function sortedWords(words: Iterable<string>): string[] {
  return [...new Set(words)].sort(compare);
}

function compare(one: string, other: string): number {
  let [at, code] = [0, 0];
  while (at < one.length && at < other.length) {
    code = one.codePointAt(at)!;
    const difference = code - other.codePointAt(at)!;
    if (difference !== 0) return difference;
    at += code > 0xffff ? 2 : 1;
  }
  return one.length - other.length;
}
