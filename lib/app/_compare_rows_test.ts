import assert from "node:assert/strict";
import { compareRows } from "./_compare_rows.ts";

const HEADER = ["n", "name"];

function told(expected: readonly (string | null)[][], answered: readonly (string | null)[][]) {
  return [...compareRows([HEADER, ...expected], [HEADER, ...answered])].map((each) =>
    `${each.kind} ${each.row}.${each.column} ${each.expected} ${each.answered}`
  );
}

Deno.test("compareRows: numbers are equal however they are written, texts are not", () => {
  const same: readonly (readonly [string, string])[] = [
    ["1.50", "1.5"],
    ["-0.0", "0"],
    ["007", "7"],
    ["1e3", "1E+3"],
    ["123456789012345678901.10", "123456789012345678901.1"],
  ];
  for (const [a, b] of same) assert.deepEqual(told([[a, "x"]], [[b, "x"]]), [], `${a} ${b}`);
  assert.deepEqual(told([["123456789012345678901", "x"]], [["123456789012345678902", "X"]]), [
    "cell 1.0 123456789012345678901 123456789012345678902",
    "cell 1.1 x X",
  ]);
  assert.deepEqual(told([["1", ""]], [["1", null]]), ["cell 1.1  null"]);
});

Deno.test("compareRows: rows that are missing or too many are told whole", () => {
  assert.deepEqual(told([["1", "a"], ["2", null]], [["1", "a"]]), ["missing 2.0 2, NULL null"]);
  assert.deepEqual(told([], [["1", "a"]]), ["extra 1.0 null 1, a"]);
});

Deno.test("compareRows: below other headers nothing is compared", () => {
  const differences = [...compareRows([["a"], ["1"]], [["b"], ["2"]])];
  assert.deepEqual(differences.map(({ kind }) => kind), ["header"]);
});
