import { deepEqual, equal } from "node:assert/strict";
import { csvOf, isNumeric, isTemporal, shiftedProblem, sortedOrder, tsvOf } from "./_answer.ts";

Deno.test("sortedOrder sorts numbers by size and texts by their letters, NULLs last", () => {
  const rows = [[10, "b"], [null, "a"], ["9", null], [-1, "B"]];
  const by = (column: number, isNumber: boolean, direction: "ascending" | "descending") => [
    ...sortedOrder(rows, { column, isNumber, direction }),
  ];
  deepEqual(by(0, true, "ascending"), [3, 2, 0, 1]);
  deepEqual(by(0, true, "descending"), [0, 2, 3, 1]);
  deepEqual(by(1, false, "ascending"), [3, 1, 0, 2]);
  deepEqual(by(1, false, "descending"), [0, 1, 3, 2]);
});

Deno.test("sortedOrder keeps the order of what is equal", () => {
  const rows = [[1, 0], [0, 1], [1, 2], [0, 3]];
  const order = sortedOrder(rows, { column: 0, isNumber: true, direction: "descending" });
  deepEqual([...order], [0, 2, 1, 3]);
});

Deno.test("tsvOf quotes what would break a cell", () => {
  equal(
    tsvOf([["a\tb", null, 1], ['x"y', { k: 1 }, "l\nm"]]),
    '"a\tb"\t\t1\n"x""y"\t"{""k"":1}"\t"l\nm"\n',
  );
});

Deno.test("csvOf tells an empty text from NULL, and quotes what would break a cell", () => {
  equal(csvOf([["a,b", null, ""], ['x"y', 1, "l\nm"]]), '"a,b",,""\n"x""y",1,"l\nm"\n');
});

Deno.test("isNumeric and isTemporal read the dialects' words", () => {
  for (const type of ["INTEGER", "bigint", "NUMBER(38,0)", "DECIMAL(12,2)", "DOUBLE PRECISION"]) {
    equal(isNumeric(type), true, type);
  }
  for (const type of ["VARCHAR(20)", "INTERVAL", "DATE", "POINT"]) equal(isNumeric(type), false);
  equal(isTemporal("TIMESTAMP_NTZ(9)"), true);
  equal(isTemporal("TIME"), false);
});

Deno.test("shiftedProblem takes a word out of a text: places behind it move, columns in its line", () => {
  const finding = { code: "X", severity: "error", message: "m", hint: "h" } as const;
  const problem = {
    ...{ detail: "", hint: "" },
    errors: [
      { ...finding, span: { offset: 10, length: 2, line: 2, column: 5 } },
      { ...finding, span: { offset: 25, length: 2, line: 2, column: 20 } },
      { ...finding, span: { offset: 40, length: 2, line: 3, column: 3 } },
    ],
  };
  const { errors } = shiftedProblem(problem, { from: 12, by: 8 });
  deepEqual(errors.map(({ span }) => [span!.offset, span!.line, span!.column]), [
    [10, 2, 5],
    [17, 2, 12],
    [32, 3, 3],
  ]);
});
