import { equal } from "node:assert/strict";
import { expandedRows } from "./expanded_rows.ts";
import { paintFor } from "./paint.ts";

Deno.test("every column stands in a line of its own, uncut and under no other", () => {
  const paint = paintFor({ hasColor: false });
  const text = expandedRows({
    ...{ paint, titles: ["id", "名前"] },
    rows: [["1", "x".repeat(200)], ["2", null], ["3", "a\nb\x1b[31m"]],
  });
  equal(
    text,
    [
      "─[ 1 ]──────",
      "id   │ 1",
      `名前 │ ${"x".repeat(200)}`,
      "─[ 2 ]──────",
      "id   │ 2",
      "名前 │ NULL",
      "─[ 3 ]──────",
      "id   │ 3",
      "名前 │ a⏎b␛[31m",
    ].join("\n"),
  );
});
