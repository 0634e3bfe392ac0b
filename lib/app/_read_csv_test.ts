import assert from "node:assert/strict";
import fc from "fast-check";
import { readCsv } from "./_read_csv.ts";

Deno.test("readCsv tells empty cells from empty texts, whatever ends a line", () => {
  const expected = [["a", "b"], ["1", null], ["", 'say "x", \n y'], [null, null]];
  for (const newline of ["\n", "\r\n"]) {
    const text = ["a,b", "1,", '"","say ""x"", \n y"', ","].join(newline);
    assert.deepEqual([...readCsv(text)], expected);
    assert.deepEqual([...readCsv(`\uFEFF${text}${newline}`)], expected);
  }
  assert.deepEqual([...readCsv("")], []);
  assert.deepEqual([...readCsv('a\n"open')], [["a"], null]);
});

Deno.test("readCsv gives back what was written", () => {
  const cell = fc.option(fc.string({ unit: "grapheme" }));
  const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 })
  );
  fc.assert(fc.property(table, (rows) => {
    const text = rows.map((row) =>
      row.map((each) => each === null ? "" : `"${each.replaceAll('"', '""')}"`).join(",")
    ).join("\r\n");
    assert.deepEqual([...readCsv(text)], rows);
  }));
});
