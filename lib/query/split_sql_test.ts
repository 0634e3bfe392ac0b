import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import type { QueryDialect } from "./dialects/mod.ts";
import { splitSql } from "./split_sql.ts";

const texts = (sql: string, dialect: QueryDialect) =>
  splitSql(sql, dialect).map(({ text }) => text);

Deno.test("splitSql cuts at semicolons that end statements, and says where each begins", () => {
  const sql = " -- all;\nSELECT ';', \";\" /* ; */ ;; SELECT 2 -- done;\n;\n -- nothing";
  const statements = splitSql(sql, "duckdb");
  equal(statements.length, 2);
  deepEqual(statements.map(({ text }) => text), [
    "-- all;\nSELECT ';', \";\" /* ; */",
    "SELECT 2 -- done;",
  ]);
  for (const { text, offset } of statements) equal(sql.slice(offset, offset + text.length), text);
});

Deno.test("splitSql knows what hides semicolons in each dialect", () => {
  deepEqual(texts("SELECT 'a\\';b'; SELECT 2", "snowflake"), ["SELECT 'a\\';b'", "SELECT 2"]);
  deepEqual(texts("SELECT 'a\\'; SELECT 2", "postgres"), ["SELECT 'a\\'", "SELECT 2"]);
  deepEqual(texts("SELECT E'a\\';b'; SELECT 2", "postgres"), ["SELECT E'a\\';b'", "SELECT 2"]);
  deepEqual(texts("SELECT 1 // a;b\n; SELECT 2", "snowflake"), [
    "SELECT 1 // a;b",
    "SELECT 2",
  ]);
  deepEqual(texts("SELECT 4 // 2; SELECT 2", "duckdb"), ["SELECT 4 // 2", "SELECT 2"]);
  deepEqual(texts("SELECT $x$;$x$; SELECT 2", "postgres"), ["SELECT $x$;$x$", "SELECT 2"]);
  deepEqual(texts("SELECT a$b; SELECT c$b", "postgres"), ["SELECT a$b", "SELECT c$b"]);
  deepEqual(texts("SELECT 1 /* /* ; */ ; */; SELECT 2", "redshift").length, 2);
  deepEqual(texts("SELECT 1 /* /* ; */; SELECT 2", "snowflake").length, 2);
});

Deno.test("splitSql finds nothing in a text of comments and semicolons alone", () => {
  deepEqual(texts("", "duckdb"), []);
  deepEqual(texts(" ; -- a\n ; /* b */ ;", "snowflake"), []);
});

Deno.test("splitSql loses no word of any text, and gives back what it says it does", () => {
  const piece = fc.constantFrom("'", '"', "$$", "$a$", "--", "/*", "*/", ";", "\n", "a", "\\", " ");
  const dialect = fc.constantFrom<QueryDialect>("redshift", "snowflake", "postgres", "duckdb");
  fc.assert(fc.property(fc.array(piece), dialect, (pieces, each) => {
    const sql = pieces.join("");
    let end = 0;
    for (const { text, offset } of splitSql(sql, each)) {
      equal(sql.slice(offset, offset + text.length), text);
      equal(offset >= end, true);
      end = offset + text.length;
    }
  }));
});
