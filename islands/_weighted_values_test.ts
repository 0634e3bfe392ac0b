import assert from "node:assert/strict";
import { firstWeights, readWeights, weightsText } from "./_weighted_values.ts";

Deno.test("weights begin with values that the column has, as its type wants them", () => {
  const dates = ["2024-03-01", null, "2024-03-01", "2025-01-09", "2023-07-02", "2022-01-01"];
  assert.deepEqual(firstWeights(dates, "date"), [
    { value: "2024-03-01", weight: 3 },
    { value: "2025-01-09", weight: 2 },
    { value: "2023-07-02", weight: 1 },
  ]);
  assert.deepEqual(firstWeights(["3", "17"], "integer").map(({ value }) => value), [3, 17]);
  assert.deepEqual(firstWeights(["true", "false"], "boolean").map(({ value }) => value), [
    true,
    false,
  ]);
});

Deno.test("values that a comma would part are no beginning, and without any there is one", () => {
  assert.deepEqual(firstWeights(["Berlin, Mitte", "Ulm"], "string"), [{ value: "Ulm", weight: 3 }]);
  assert.deepEqual(firstWeights([null], "date"), [{ value: "2024-01-31", weight: 3 }]);
});

Deno.test("weights that were written are read again", () => {
  for (
    const [kind, samples] of [
      ["timestamp", ["2024-01-31 12:00:00", "2024-02-01 08:15:30.5"]],
      ["string", ["Platform 9", "open", "two words"]],
      ["decimal", ["10.5", "-3"]],
      ["boolean", ["false", "true"]],
    ] as const
  ) {
    const weights = firstWeights(samples, kind);
    assert.deepEqual(readWeights(weightsText(weights), kind), weights, kind);
  }
  assert.deepEqual(readWeights("2024-01-31 12:00:00", "timestamp"), [
    { value: "2024-01-31 12:00:00", weight: 1 },
  ]);
});
