import { deepEqual } from "node:assert/strict";
import { readDdlLine } from "./_ddl_language.ts";

function read(lines: readonly string[]) {
  const painted: string[] = [];
  let inside = "";
  for (const line of lines) {
    inside = readDdlLine(line, inside, (from, to, colour) => {
      painted.push(`${colour} ${line.slice(from, to)}`);
    });
  }
  return { painted, inside };
}

Deno.test("words, types, texts, numbers and comments of DDL have their colours", () => {
  const { painted } = read([
    "CREATE TABLE \"table\" (id INT DEFAULT 7, t TEXT DEFAULT 'it''s') -- x",
  ]);
  deepEqual(painted, [
    ...["keyword CREATE", "keyword TABLE", "type INT", "keyword DEFAULT", "number 7"],
    ...["type TEXT", "keyword DEFAULT", "string 'it''s'", "comment -- x"],
  ]);
});

Deno.test("comments and dollar quotes go over lines, and end where they end", () => {
  const { painted, inside } = read(["/* table", "", "int */ INT $f$ int", "$$ int $f$ INT /* int"]);
  deepEqual(painted, [
    ...["comment /*", "comment  table", "comment int */", "type INT", "string $f$"],
    ...["string  int", "string $$ int $f$", "type INT", "comment /*", "comment  int"],
  ]);
  deepEqual(inside, "*/");
});
