import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import fc from "fast-check";
import { BOUND_BYTES_MAX, shortenBounds } from "./shorten_bounds.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

function shortenedText(min: string, max: string): { min: string; max: string } {
  const bounds = shortenBounds({ min: encode(min), max: encode(max) }, "text")!;
  return { min: decode(bounds.min), max: decode(bounds.max) };
}

function isBelow(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) < 0;
}

Deno.test("shortenBounds leaves bounds of the greatest length alone", () => {
  const text = "y".repeat(BOUND_BYTES_MAX);
  const bounds = shortenBounds({ min: encode(text), max: encode(text) }, "text")!;
  assert.deepEqual([decode(bounds.min), decode(bounds.max)], [text, text]);
  assert.deepEqual([bounds.minExact, bounds.maxExact], [true, true]);
});

Deno.test("shortenBounds cuts a smallest text and raises the last character of a largest one", () => {
  const { min, max } = shortenedText("a".repeat(99), "b".repeat(99));
  assert.equal(min, "a".repeat(64));
  assert.equal(max, "b".repeat(63) + "c");
});

Deno.test("shortenBounds cuts text between characters", () => {
  const { min, max } = shortenedText("é".repeat(40) + "a", "a" + "日".repeat(40));
  assert.equal(min, "é".repeat(32));
  assert.equal(max, "a" + "日".repeat(20) + String.fromCodePoint("日".codePointAt(0)! + 1));
});

Deno.test("shortenBounds steps over surrogates, which are no characters", () => {
  const { max } = shortenedText("", "a" + "\ud7ff".repeat(40));
  assert.equal(max, "a" + "\ud7ff".repeat(20) + "\ue000");
});

Deno.test("shortenBounds raises an earlier character where the last has no successor as short", () => {
  assert.equal(shortenedText("", "ab" + "\u{10ffff}".repeat(40)).max, "ac");
  assert.equal(shortenedText("", "ab" + "\x7f".repeat(90)).max, "ac");
});

Deno.test("shortenBounds keeps a largest value that nothing short exceeds", () => {
  const value = new Uint8Array(70).fill(255);
  const bounds = shortenBounds({ min: Uint8Array.of(1), max: value }, "binary")!;
  assert.deepEqual(bounds.max, value);
  assert.equal(bounds.maxExact, true);
});

Deno.test("shortenBounds gives up where a shorter value would not be one", () => {
  assert.equal(shortenBounds({ min: encode("1"), max: new Uint8Array(65) }, "omit"), null);
  assert.notEqual(shortenBounds({ min: encode("1"), max: encode("2") }, "omit"), null);
});

Deno.test("shortenBounds always encloses the values, in valid UTF-8, and says what is exact", () => {
  const long = fc.string({ unit: "binary", minLength: 0, maxLength: 90 });
  fc.assert(fc.property(long, long, (one, other) => {
    const [min, max] = [encode(one), encode(other)].sort(Buffer.compare) as [
      Uint8Array,
      Uint8Array,
    ];
    const bounds = shortenBounds({ min, max }, "text")!;
    decode(bounds.min);
    decode(bounds.max);
    assert.ok(!isBelow(min, bounds.min));
    assert.ok(!isBelow(bounds.max, max));
    assert.equal(bounds.minExact, Buffer.compare(bounds.min, min) === 0);
    assert.equal(bounds.maxExact, Buffer.compare(bounds.max, max) === 0);
    assert.ok(bounds.min.length <= BOUND_BYTES_MAX);
    assert.ok(bounds.maxExact || bounds.max.length <= BOUND_BYTES_MAX);
  }));
});
