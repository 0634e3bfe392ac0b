import assert from "node:assert/strict";
import { Pace } from "./_pace.ts";

Deno.test("Pace tells a steady speed from the first measure on, though work comes in lumps", () => {
  const pace = new Pace(0);
  const told: number[] = [];
  for (let at = 1; at <= 100; at++) {
    // A row group now and then: a million rows a second in all.
    if (at % 3 === 0) pace.add({ rows: 300_000, values: 3_000_000 });
    pace.measure(at * 100);
    told.push(pace.rowsPerSecond);
  }
  assert.equal(told.slice(20).every((speed) => Math.abs(speed - 1e6) < 1e5), true);
  assert.equal(Math.abs(pace.valuesPerSecond - 1e7) < 1e6, true);
});

Deno.test("Pace follows a change of speed within some seconds", () => {
  const pace = new Pace(0);
  for (let at = 1; at <= 400; at++) {
    pace.add({ rows: at <= 200 ? 100_000 : 10_000, values: 0 });
    pace.measure(at * 100);
  }
  assert.equal(Math.abs(pace.rowsPerSecond - 1e5) < 5e4, true);
});
