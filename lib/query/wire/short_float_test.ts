import assert from "node:assert/strict";
import fc from "fast-check";
import { shortFloat } from "./short_float.ts";

Deno.test("a number of four bytes is written as it was given", () => {
  for (const value of [0.1, 4404.3467, 1e20, -3.4028235e38, 16777216, 0.5]) {
    assert.equal(shortFloat(Math.fround(value)), Number(value.toPrecision(9)));
  }
});

Deno.test("a number of four bytes is the same number when it is read again", () => {
  fc.assert(fc.property(fc.float(), (value) => {
    assert.ok(Object.is(Math.fround(shortFloat(value)), value));
  }));
});
