import assert from "node:assert/strict";
import { deriveKey } from "./derive_key.ts";
import { mix } from "./mix.ts";

Deno.test("deriveKey is the same everywhere and for ever", () => {
  assert.deepEqual(
    deriveKey(42, ["orders", "status", "value"]),
    deriveKey(42, ["orders", "status", "value"]),
  );
  assert.deepEqual(deriveKey(42, ["orders", "status", "value"]), GOLDEN);
});

Deno.test("deriveKey does not confuse where one name ends and the next begins", () => {
  assert.notDeepEqual(deriveKey(1, ["ab", "c"]), deriveKey(1, ["a", "bc"]));
});

Deno.test("neighbouring seeds share no pattern: their streams agree in half of the bits", () => {
  const [a, b] = [deriveKey(1, ["t", "c"]), deriveKey(2, ["t", "c"])];
  let ones = 0;
  for (let row = 0; row < 10_000; row++) {
    for (let bits = mix(row, ...a) ^ mix(row, ...b); bits !== 0; bits &= bits - 1) ones++;
  }
  assert.ok(Math.abs(ones / 320_000 - 0.5) < 0.005, `${ones / 320_000} of the bits differ`);
});

/** A change here changes every value there is: see GENERATOR_VERSION. */
const GOLDEN = [-1152181861, 1298693297];
