import assert from "node:assert/strict";
import { translateSql } from "./translate_sql.ts";

const translated = async (pattern: string) =>
  (await translateSql(`SELECT regexp_replace(x, '${pattern}', '')`, { dialect: "postgres" })).sql;

Deno.test("classes of PostgreSQL hold the letters of all languages", async () => {
  assert.match(
    await translated("^\\w+[[:alpha:]_]"),
    /\^\[\\p\{L\}\\p\{M\}\\p\{N\}_\]\+\[\\p\{L\}_\]/,
  );
});

Deno.test("patterns whose longest match is not the first are refused where it matters", async () => {
  for (const pattern of ["a|ab", "a.*?b+", "(?:x|\\w)y"]) {
    await assert.rejects(translated(pattern), { code: "QUERY_UNSUPPORTED" }, pattern);
  }
  for (const pattern of ["ab|a", "foo|bar", "(x|y)+", "a+b*", "a+?b*?"]) {
    assert.match(await translated(pattern), /regexp_replace/);
  }
  const tested = await translateSql("SELECT x ~ 'a|ab'", { dialect: "postgres" });
  assert.match(tested.sql, /regexp_matches/);
});

Deno.test("what RE2 has not is refused at its place", async () => {
  for (const pattern of ["foo(?=bar)", "(a)\\1", "***=a"]) {
    await assert.rejects(translated(pattern), { code: "QUERY_UNSUPPORTED" }, pattern);
  }
});
