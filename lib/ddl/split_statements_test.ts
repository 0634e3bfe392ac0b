import { deepStrictEqual } from "node:assert/strict";
import { DIALECTS } from "./dialects/mod.ts";
import { lex } from "./lexer.ts";
import { splitStatements } from "./split_statements.ts";

/** First and last token of every statement. */
function ends(text: string): string[] {
  const { tokens } = lex(text, DIALECTS.snowflake);
  return splitStatements(tokens).map(({ from, to }) =>
    `${tokens.textOf(from)} ${tokens.textOf(to - 1)}`
  );
}

Deno.test("splitStatements ends statements at semicolons and skips empty ones", () => {
  deepStrictEqual(ends("a b; ;; c d;"), ["a b", "c d"]);
});

Deno.test("splitStatements keeps BEGIN … END of a procedure together", () => {
  const body = "BEGIN IF (x) THEN y; END IF; CASE WHEN 1 THEN 2 END; BEGIN z; END; END";
  deepStrictEqual(ends(`CREATE PROCEDURE p() AS ${body}; last one`), ["CREATE END", "last one"]);
});

Deno.test("splitStatements keeps DECLARE with the block it belongs to", () => {
  deepStrictEqual(ends("DECLARE x INT; BEGIN y; END; last one"), ["DECLARE END", "last one"]);
});

Deno.test("splitStatements takes BEGIN of a transaction as a statement", () => {
  deepStrictEqual(ends("BEGIN; a b; BEGIN TRANSACTION; c d; COMMIT;"), [
    "BEGIN BEGIN",
    "a b",
    "BEGIN TRANSACTION",
    "c d",
    "COMMIT COMMIT",
  ]);
});

Deno.test("splitStatements does not let an endless block swallow the file", () => {
  deepStrictEqual(ends("CREATE TASK t AS BEGIN a; b c; d e"), ["CREATE a", "b c", "d e"]);
});

Deno.test("splitStatements starts a statement at a table definition without a semicolon", () => {
  const text = "CREATE TABLE a (b INT)\nCREATE TABLE c (d INT)\nALTER TABLE e f";
  deepStrictEqual(ends(text), ["CREATE )", "CREATE )", "ALTER f"]);
});

Deno.test("splitStatements leaves CREATE TABLE in a GRANT alone", () => {
  deepStrictEqual(ends("GRANT\nCREATE TABLE ON SCHEMA s TO r; x y"), ["GRANT r", "x y"]);
});

Deno.test("splitStatements takes a client command as a statement", () => {
  deepStrictEqual(ends("!set a=b\nCREATE c"), ["!set a=b !set a=b", "CREATE c"]);
});

Deno.test("splitStatements ends a statement at GO and at a slash alone on their lines", () => {
  deepStrictEqual(ends("a b\nGO\nc /\nd\n/\ne f"), ["a b", "c d", "e f"]);
});

Deno.test("splitStatements starts a statement after a GRANT that has said to whom", () => {
  const text = "GRANT SELECT,\nINSERT INTO x ON t TO r\nCREATE TABLE t (a INT)";
  deepStrictEqual(ends(text), ["GRANT r", "CREATE )"]);
});
