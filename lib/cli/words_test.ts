import assert from "node:assert/strict";
import { bytes, count, counted, duration, rate } from "./words.ts";

Deno.test("figures are grouped and their nouns agree", () => {
  assert.equal(count(1234567), "1,234,567");
  assert.equal(counted(1, "row"), "1 row");
  assert.equal(counted(2000, "row"), "2,000 rows");
  assert.equal(counted(0, "key", "keys"), "0 keys");
});

Deno.test("durations and sizes read as people say them", () => {
  const durations = [0, 999, 1000, 59_940, 59_960, 61_000, 3_599_000, 7_320_000].map(duration);
  assert.deepEqual(durations, [
    ...["0 ms", "999 ms", "1.0 s", "59.9 s", "1 min 0 s", "1 min 1 s", "59 min 59 s", "2 h 2 min"],
  ]);
  assert.deepEqual([999, 1000, 34_250_000].map(bytes), ["999 B", "1.0 kB", "34.3 MB"]);
});

Deno.test("rate keeps to three digits or so", () => {
  assert.equal(rate(1_234_567, 1000), "1.2M rows/s");
  assert.equal(rate(45_678, 1000), "46k rows/s");
  assert.equal(rate(5, 1000), "5 rows/s");
  assert.equal(rate(5, 0), "5,000 rows/s");
});
