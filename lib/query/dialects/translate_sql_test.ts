import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import fc from "fast-check";
import { DwSimError } from "../../errors/mod.ts";
import { translateSql } from "./translate_sql.ts";
import type { QueryDialect } from "./translated_sql.ts";

async function sqlOf(sql: string, dialect: QueryDialect): Promise<string> {
  return (await translateSql(sql, { dialect })).sql;
}

async function errorOf(sql: string, dialect: QueryDialect): Promise<DwSimError> {
  const error = await translateSql(sql, { dialect }).then(() => null, (thrown) => thrown);
  ok(error instanceof DwSimError, `${sql} is refused`);
  return error;
}

Deno.test("translateSql leaves the engine's own SQL as it is", async () => {
  const sql = "FROM t SELECT list_transform([1], lambda x: x + 1) -- any";
  const translated = await translateSql(sql, { dialect: "duckdb" });
  equal(translated.sql, sql);
  equal(translated.toSource(7), 7);
});

Deno.test("translateSql keeps what means the same, with its space and comments", async () => {
  const sql = "SELECT  a , b /* why */\nFROM t -- here\nWHERE a > 1";
  equal(await sqlOf(sql, "redshift"), sql);
});

Deno.test("translateSql gives columns the names that the vendor gives them", async () => {
  equal(
    await sqlOf("select sum(A) , B, c as D from t", "snowflake"),
    'select sum(A) AS "SUM(A)" , B, c as D from t',
  );
  equal(
    await sqlOf("select sum(A) , B, c as D, 1 from t", "redshift"),
    'select sum(A) AS "sum" , b, c as d, 1 AS "?column?" from t',
  );
});

Deno.test("translateSql quotes names that the engine alone reserves", async () => {
  equal(
    await sqlOf("select t.lambda from t as show", "redshift"),
    'select t."lambda" from t as "show"',
  );
});

Deno.test("names behind a table's are a column, and those behind a column lead into a document", async () => {
  const plain = [
    "select max(w.x), max(public.t.x) from t w, public.t",
    "with v as (select a.x y from a) select max(y), max(v.y) from v where v.y > 1",
  ];
  for (const sql of plain) ok(!(await sqlOf(sql, "redshift")).includes("dw_"), sql);
  const path = "select t.doc.a, doc.b from t where t.doc.a = 'x'";
  ok((await sqlOf(path, "redshift")).includes("dw_text(t.doc.a) = 'x'"));
});

Deno.test("columns that are said to hold documents are compared as their values are", async () => {
  const sql = "select v from t where v = 'x' and n = 'x'";
  const { sql: written } = await translateSql(sql, {
    dialect: "snowflake",
    documentColumns: ["v"],
  });
  ok(written.includes("dw_text(v) = 'x'"), written);
  ok(written.includes("and n = 'x'"), written);
});

Deno.test("notes tell once, and where, what does not answer in all as the vendor does", async () => {
  const sql = "select d.k,\n hll(n) from (select v:a as d, n from t) group by 1";
  const { notes } = await translateSql(sql, { dialect: "snowflake" });
  deepEqual(
    notes.map(({ code, severity, message, span }) => [code, severity, message, span?.line]),
    [["QUERY_ANSWER_DIFFERS", "info", "'hll' does not answer in all as Snowflake does", 2]],
  );
  deepEqual((await translateSql("select sum(n) from t", { dialect: "snowflake" })).notes, []);
});

Deno.test("toSource leads from every kept token to its place, also behind a rewritten call", async () => {
  const sql = "select dateadd(day, 1, d1), zzz\nfrom t where charindex('x', yyy) > 2";
  const translated = await translateSql(sql, { dialect: "redshift" });
  for (const word of ["zzz", "yyy", "d1", "from t", "> 2"]) {
    equal(translated.toSource(translated.sql.indexOf(word)), sql.indexOf(word), word);
  }
  // What was written anew stands for the call.
  equal(translated.toSource(translated.sql.indexOf("strpos")), sql.indexOf("charindex"));
});

Deno.test("what is refused is named at its line and column, with what to write instead", async () => {
  const error = await errorOf("select a,\n  RANDSTR(5, 1)\nfrom t", "snowflake");
  equal(error.code, "QUERY_UNSUPPORTED");
  const [problem] = error.problems;
  deepEqual([problem!.span!.line, problem!.span!.column, problem!.span!.length], [2, 3, 7]);
  ok(problem!.message.includes("RANDSTR") && problem!.hint.length > 0);
});

Deno.test("a function that nobody knows is refused with similar names, even if the engine has it", async () => {
  const error = await errorOf("select regexp_substrr(a, 'b') from t", "snowflake");
  ok(error.problems[0]!.hint.includes("REGEXP_SUBSTR"));
  equal(
    (await errorOf("select list_transform(a, b) from t", "redshift")).code,
    "QUERY_UNSUPPORTED",
  );
  equal((await errorOf("select read_text('/etc/passwd')", "snowflake")).code, "QUERY_UNSUPPORTED");
  equal(
    (await errorOf("select * from read_text('/etc/passwd')", "redshift")).code,
    "QUERY_UNSUPPORTED",
  );
  equal((await errorOf("select dw_text(a) from t", "redshift")).code, "QUERY_UNSUPPORTED");
});

Deno.test("statements that are no questions are refused by their word", async () => {
  for (const sql of ["insert into t values (1)", "DROP TABLE t", "copy t to 'x'", "set a = 1"]) {
    const { problems } = await errorOf(sql, "redshift");
    equal(problems[0]!.code, "QUERY_NOT_SELECT");
  }
  equal((await errorOf("  -- nothing", "snowflake")).problems[0]!.code, "QUERY_EMPTY");
});

Deno.test("a text that no dialect has is refused at the word where it ends to make sense", async () => {
  const cases: readonly (readonly [sql: string, column: number])[] = [
    ["select a from from t", 15],
    ["select (a from t", 11],
    ["select 'abc", 8],
    ["select a b c from t", 12],
    ["select case when a then b from t", 27],
  ];
  for (const [sql, column] of cases) {
    const { code, problems } = await errorOf(sql, "postgres");
    deepEqual([sql, code, problems[0]!.code, problems[0]!.span!.column], [
      sql,
      "QUERY_REFUSED",
      "QUERY_SYNTAX",
      column,
    ]);
  }
});

Deno.test("texts that are too deep or too long end in an error, and soon", async () => {
  const deep = ["(", "upper(", "case when ", "not ", "- ", "array("];
  for (const piece of deep) {
    const { problems } = await errorOf(`select ${piece.repeat(20_000)}`, "redshift");
    equal(problems[0]!.code, "QUERY_TOO_COMPLEX");
  }
  const nested = `${"regexp_substr(".repeat(40)}a${", 'x')".repeat(40)}`;
  equal((await errorOf(`select ${nested}`, "redshift")).problems[0]!.code, "QUERY_TOO_COMPLEX");
  await rejects(translateSql("a,".repeat(300_000), { dialect: "redshift" }));
  // Chains are long and not deep.
  ok((await sqlOf(`select ${Array(20_000).fill("a").join(" + ")} from t`, "snowflake")).length > 0);
});

const PIECES = [
  ..."select from where group by order limit with as ( ) , . :: : [ ] + - / || = like in".split(
    " ",
  ),
  ..."case when then else end t a b 1 'x' \"q\" null not and or between is values over".split(" "),
  ..."sum( dateadd( day to_char( 'YYYY' flatten( lateral => $1 interval '1 day' ; --\n".split(" "),
];

Deno.test("any text is translated or refused in our words, with a place inside of it", async () => {
  const dialects = fc.constantFrom<QueryDialect>("redshift", "snowflake", "postgres");
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 })
    .map((pieces) => `select ${pieces.join(" ")}`);
  await fc.assert(
    fc.asyncProperty(dialects, texts, async (dialect, sql) => {
      try {
        const translated = await translateSql(sql, { dialect });
        for (let offset = 0; offset <= translated.sql.length; offset++) {
          const source = translated.toSource(offset);
          ok(source >= 0 && source <= sql.length);
        }
      } catch (error) {
        ok(error instanceof DwSimError, String(error));
        const span = error.problems[0]?.span;
        if (span !== undefined) ok(span.offset >= 0 && span.offset <= sql.length);
      }
    }),
    { numRuns: 2000 },
  );
});
