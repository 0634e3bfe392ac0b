import { deepEqual, ok } from "node:assert/strict";
import fc from "fast-check";
import { moveOf, seenColumns, seenRows } from "./_grid_places.ts";

const AT = { row: 5, column: 1, anchorRow: 5, anchorColumn: 1 };

Deno.test("seenColumns has every column that is seen, and few others", () => {
  const widths = fc.array(fc.integer({ min: 44, max: 400 }), { minLength: 1, maxLength: 300 });
  fc.assert(fc.property(widths, fc.nat(40_000), fc.integer({ min: 1, max: 3_000 }), (...drawn) => {
    const [widths, left, width] = drawn;
    const { first, last, beforePx } = seenColumns({ top: 0, left, height: 100, width }, widths);
    let at = 0;
    for (const [column, each] of widths.entries()) {
      if (column === first) ok(at === beforePx);
      const isSeen = at + each > left && at < left + width;
      if (isSeen) ok(column >= first && column < last, `${column}`);
      if (at + each < left - 700 && column < widths.length - 1) ok(column < first);
      if (at > left + width + 700) ok(column >= last);
      at += each;
    }
  }));
});

Deno.test("seenRows stays within the rows, however far one has scrolled", () => {
  deepEqual(seenRows({ top: 0, left: 0, height: 300, width: 1 }, 5), [0, 5]);
  deepEqual(seenRows({ top: 3_000, left: 0, height: 300, width: 1 }, 1_000), [88, 122]);
  deepEqual(seenRows({ top: 90_000, left: 0, height: 300, width: 1 }, 10), [10, 10]);
});

Deno.test("moveOf leads where the pattern of grids has its keys lead", () => {
  const size = { rowCount: 100, widths: [1, 1, 1], height: 346 };
  const to = (key: string, ctrlKey = false) => moveOf({ key, ctrlKey, metaKey: false }, AT, size);
  deepEqual(to("ArrowDown"), { row: 6 });
  deepEqual(to("ArrowUp", true), { row: 0 });
  deepEqual(to("ArrowRight", true), { column: 2 });
  deepEqual(to("PageDown"), { row: 14 });
  deepEqual(to("End", true), { row: 99, column: 2 });
  deepEqual(to("x"), null);
});
