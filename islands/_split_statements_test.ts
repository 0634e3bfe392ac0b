import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { splitSql } from "../lib/query/mod.ts";
import { splitStatements, statementAt } from "./_split_statements.ts";

const DIALECTS = ["redshift", "snowflake", "postgres", "duckdb"] as const;

function texts(text: string, dialect: string): readonly string[] {
  return splitStatements(text, dialect).map(({ from, to }) => text.slice(from, to));
}

Deno.test("splitStatements cuts where the server does, whatever the text", () => {
  const piece = fc.constantFrom(
    ...["SELECT 1", ";", ";\n", "'", "''", '"', "--", "\n", "/*", "*/", "//", "$$", "$a$", "\\"],
    ...[" ", "E'", "a$", "😀", "x"],
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 14 }),
      fc.constantFrom(...DIALECTS),
      (parts, dialect) => {
        const text = parts.join("");
        deepEqual(texts(text, dialect), splitSql(text, dialect).map((each) => each.text), text);
      },
    ),
    { numRuns: 4_000 },
  );
});

Deno.test("statementAt finds the statement of a place, and the one before a place between", () => {
  const text = "SELECT 1;  \n\nSELECT 2; ";
  const statements = splitStatements(text, "postgres");
  const at = (place: number) => {
    const found = statementAt(statements, place)!;
    return text.slice(found.from, found.to);
  };
  equal(at(0), "SELECT 1");
  equal(at(10), "SELECT 1");
  equal(at(13), "SELECT 2");
  equal(at(text.length), "SELECT 2");
  equal(statementAt([], 0), null);
});
