import assert from "node:assert/strict";
import fc from "fast-check";
import { paintFor } from "./paint.ts";
import { textTable } from "./text_table.ts";
import { textWidth } from "./text_width.ts";

const paint = paintFor({ hasColor: false });

Deno.test("textTable lines up text on the left and figures on the right", () => {
  const columns = [{ title: "Table" }, { title: "Rows", align: "right" as const }];
  const { text } = textTable(columns, [["orders", "1,000"], ["a", null]], {
    ...{ width: Infinity, paint, nullText: "NULL" },
  });
  assert.equal(
    text,
    "Table    Rows\n──────  ─────\norders  1,000\na        NULL",
  );
});

Deno.test("textTable never writes a line wider than the terminal", () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 40 });
  const table = fc.integer({ min: 1, max: 9 }).chain((columnCount) =>
    fc.record({
      titles: fc.array(cell, { minLength: columnCount, maxLength: columnCount }),
      rows: fc.array(fc.array(cell, { minLength: columnCount, maxLength: columnCount }), {
        maxLength: 4,
      }),
      width: fc.integer({ min: 20, max: 120 }),
    })
  );
  fc.assert(fc.property(table, ({ titles, rows, width }) => {
    const columns = titles.map((title) => ({ title }));
    const { text, hiddenCount } = textTable(columns, rows, { width, paint });
    const lines = text.split("\n");
    assert.equal(lines.length, rows.length + 2);
    for (const line of lines) assert.ok(textWidth(line) <= width, `${line} in ${width}`);
    assert.ok(hiddenCount < titles.length);
  }));
});

Deno.test("textTable cuts no column that has to be whole", () => {
  const id = "20261123-014559-163-9rpw5d1k";
  const columns = [{ title: "Run", isWhole: true }, { title: "Note" }, { title: "Last" }];
  const rows = [[id, "n".repeat(60), "l".repeat(60)]];
  const { text, hiddenCount } = textTable(columns, rows, { width: 60, paint });
  assert.ok(text.includes(id), text);
  assert.equal(hiddenCount, 0);
  for (const line of text.split("\n")) assert.ok(textWidth(line) <= 60, line);
});
