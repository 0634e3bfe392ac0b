import type { Code } from "./code.ts";
import type { Reader } from "./reader.ts";

/** Reads `VALUES (…), (…)`. */
export function readValues(reader: Reader): Code {
  const values = reader.expectWord("VALUES");
  const rows = reader.list(() => {
    const open = reader.expectOperator("(");
    const items = reader.list(() => reader.expression());
    return [open, items.map(({ item, comma }) => [comma, item.code]), reader.expectOperator(")")];
  });
  return [values, rows.map(({ item, comma }) => [comma, item])];
}

/** How many values stand in the first row that follows; nothing is taken. */
export function countValues(reader: Reader): number {
  const back = reader.mark();
  reader.expectWord("VALUES");
  reader.expectOperator("(");
  const count = reader.list(() => reader.expression()).length;
  back();
  return count;
}
