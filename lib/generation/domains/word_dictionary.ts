import type { Dictionary } from "../../columns/mod.ts";

/** Dictionaries by the list they are of: columns that draw on one pool share its bytes. */
const DICTIONARIES = new WeakMap<readonly string[], Dictionary>();

/**
 * A list of words as a file's dictionary.
 *
 * @param words Distinct, in the order of their UTF-8 bytes.
 * @returns The dictionary, made once a list.
 */
export function wordDictionary(words: readonly string[]): Dictionary {
  const known = DICTIONARIES.get(words);
  if (known !== undefined) return known;
  const dictionary = { count: words.length, plain: plainText(words), sorted: true };
  DICTIONARIES.set(words, dictionary);
  return dictionary;
}

/** Parquet Encodings.md, PLAIN for BYTE_ARRAY: length as 32-bit little-endian, then the bytes. */
function plainText(words: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const encoded = words.map((word) => encoder.encode(word));
  const plain = new Uint8Array(encoded.reduce((sum, { length }) => sum + 4 + length, 0));
  const view = new DataView(plain.buffer);
  let at = 0;
  for (const bytes of encoded) {
    view.setUint32(at, bytes.length, true);
    plain.set(bytes, at + 4);
    at += 4 + bytes.length;
  }
  return plain;
}
