import { deepEqual, equal } from "node:assert/strict";
import { isNumeric, isTemporal, shiftedProblem, sortedOrder, tsvOf } from "./_answer.ts";

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

Deno.test("isNumeric and isTemporal read the dialects' words", () => {
  for (const type of ["INTEGER", "bigint", "NUMBER(38,0)", "DECIMAL(12,2)", "DOUBLE PRECISION"]) {
    equal(isNumeric(type), true, type);
  }
  for (const type of ["VARCHAR(20)", "INTERVAL", "DATE", "POINT"]) equal(isNumeric(type), false);
  equal(isTemporal("TIMESTAMP_NTZ(9)"), true);
  equal(isTemporal("TIME"), false);
});

Deno.test("shiftedProblem moves the places of the first line alone by column", () => {
  const finding = { code: "X", severity: "error", message: "m", hint: "h" } as const;
  const problem = {
    ...{ detail: "", hint: "" },
    errors: [
      { ...finding, span: { offset: 10, length: 2, line: 1, column: 11 } },
      { ...finding, span: { offset: 30, length: 2, line: 2, column: 3 } },
    ],
  };
  const [first, second] = shiftedProblem(problem, 8).errors;
  deepEqual(first!.span, { offset: 2, length: 2, line: 1, column: 3 });
  deepEqual(second!.span, { offset: 22, length: 2, line: 2, column: 3 });
});
