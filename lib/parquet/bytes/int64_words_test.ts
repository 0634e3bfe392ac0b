import assert from "node:assert/strict";
import fc from "fast-check";
import { highWord, lowWord } from "./int64_words.ts";

Deno.test("lowWord and highWord are the two's complement of every safe integer", () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (value) => {
    const words = Int32Array.of(lowWord(value), highWord(value));
    assert.equal(new BigInt64Array(words.buffer)[0], BigInt(value));
  }));
});
