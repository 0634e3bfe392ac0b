import type { Code } from "./code.ts";
import { isName, writeTitle } from "./names.ts";
import type { Reader } from "./reader.ts";

/** Reads `(a, b)`. */
export function readNameList(reader: Reader): Code {
  const open = reader.expectOperator("(");
  const names = reader.list(() => {
    const name = reader.take();
    return isName(name) ? writeTitle(name, reader) : reader.syntax("expected a name", name);
  });
  const close = reader.expectOperator(")");
  return [open, names.map(({ item, comma }) => [comma, item]), close];
}
