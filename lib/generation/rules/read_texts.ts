import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import type { Scratch } from "../scratch.ts";
import type { Bound } from "./number_steps.ts";
import { spanVector, type TextVector, wordVector } from "./vector.ts";

/**
 * Reads the texts that a column draws.
 *
 * @param words The column's pool; null where its texts are put together.
 * @param options Draws the values of the page under way.
 */
export function readTexts(
  words: readonly string[] | null,
  { values, scratch }: { readonly values: () => PageValues; readonly scratch: Scratch },
): Bound<TextVector> {
  if (words !== null) {
    const vector = wordVector(scratch, words);
    const step = (length: number) => {
      const drawn = values();
      invariant(drawn.kind === "indices", "a pool is drawn on by its places");
      vector.codes.set(drawn.data.subarray(0, length));
    };
    return { vector, step };
  }
  const vector = spanVector(scratch);
  const step = (length: number) => {
    const drawn = values();
    invariant(drawn.kind === "bytes", "composed texts are bytes");
    vector.bytes = drawn.data;
    const { starts, lengths } = vector;
    const { data } = drawn;
    let at = 0;
    for (let i = 0; i < length; i++) {
      // Parquet Encodings.md, PLAIN: the length as 32-bit little-endian, then the bytes.
      const bytes = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) |
        (data[at + 3]! << 24);
      starts[i] = at + 4;
      lengths[i] = bytes;
      at += 4 + bytes;
    }
  };
  return { vector, step };
}
