import { deepEqual, equal, throws } from "node:assert/strict";
import fc from "fast-check";
import { bindParameters } from "./bind_parameters.ts";
import type { QueryDialect } from "./dialects/mod.ts";
import { findParameters } from "./find_parameters.ts";
import { openWarehouse } from "./open_warehouse.ts";
import { readParameter } from "./parameter_value.ts";

const DIALECTS: readonly QueryDialect[] = ["redshift", "snowflake", "postgres", "duckdb"];

const values = (given: Readonly<Record<string, string>>) =>
  new Map(Object.entries(given).map(([name, text]) => [name, readParameter({ name, text })]));

Deno.test("parameters are found where a value can stand, and nowhere else", () => {
  const cases: readonly [string, readonly string[], QueryDialect?][] = [
    ["SELECT :a, (:b),:c+-:d", ["a", "b", "c", "d"]],
    ["SELECT ':a', \":b\", $$ :c $$, $t$ :d $t$ -- :e\n /* :f */", []],
    ["SELECT x::int, :a::int, now()::date", ["a"]],
    ['SELECT v:field.name, v:a:b, (v):c, v[0]:d, "V":e FROM t WHERE v:f = :g', ["g"], "snowflake"],
    ["SELECT 'it\\'s :a', :b // :c", ["b"], "snowflake"],
    ["SELECT l[1:n], l[:n], [:a, :b], ARRAY[:c], {'k':x, k :y}", ["a", "b", "c", "y"]],
    ["SELECT 1 WHERE x BETWEEN :from AND :to LIMIT :n", ["from", "to", "n"]],
    ["SELECT '12:30', 1:a, x:=1", []],
    ["SELECT E'\\':a' || :b", ["b"], "postgres"],
  ];
  for (const [sql, names, dialect = "duckdb"] of cases) {
    deepEqual(findParameters(sql, dialect).map(({ name }) => name), names, sql);
  }
});

Deno.test("the type of a value is told from its form, unless it is said", () => {
  const types: Readonly<Record<string, string>> = {
    ...{ "12": "number", "-1.5e3": "number", "007": "text", "1,5": "text", "": "text" },
    ...{ "2024-02-29": "date", "2023-02-29": "text", "2024-05-01 10:30": "timestamp" },
    ...{ "2024-05-01T10:30:00Z": "timestamp", "TRUE": "boolean", "null": "null", "x": "text" },
  };
  for (const [text, type] of Object.entries(types)) {
    equal(readParameter({ name: "p", text }).type, type, text);
  }
  equal(readParameter({ name: "p", text: "12", type: "text" }).type, "text");
  for (
    const [type, text] of [["number", "1;2"], ["date", "2024-13-01"], ["text", "a\0b"]] as const
  ) {
    throws(() => readParameter({ name: "p", text, type }), { code: "QUERY_PARAMETER_INVALID" });
  }
});

Deno.test("a parameter without a value is refused at its place, with near names", () => {
  const bind = () =>
    bindParameters("SELECT 1,\n  :daay", { dialect: "duckdb", values: values({ day: "1" }) });
  throws(bind, (error: { problems: { hint: string; span: unknown }[] }) => {
    deepEqual(error.problems[0]!.span, { offset: 12, length: 5, line: 2, column: 3 });
    equal(error.problems[0]!.hint, "Did you mean 'day'?");
    return true;
  });
});

Deno.test("places of the bound text lead back to the user's", () => {
  const text = "SELECT :long_name, :b, nope";
  const { sql, toText } = bindParameters(text, {
    ...{ dialect: "duckdb", values: values({ long_name: "7", b: "a much longer text" }) },
  });
  equal(sql, "SELECT 7, 'a much longer text', nope");
  equal(toText(sql.indexOf("nope")), text.indexOf("nope"));
  equal(toText(sql.indexOf("longer")), text.indexOf(":b"));
  equal(toText(sql.indexOf("7")), text.indexOf(":long"));
});

Deno.test("every value of every type comes back as it was given, in every dialect", async () => {
  const types: Readonly<Record<string, string>> = {
    ...{ "-12.50": "-12.50", "2024-02-29": "2024-02-29", "true": "true" },
    ...{
      "2024-05-01 10:30": "2024-05-01 10:30:00",
      "2024-05-01T10:30:00+02:00": "2024-05-01 08:30:00+00",
    },
  };
  for (const dialect of DIALECTS) {
    await using warehouse = await openWarehouse([], { dialect });
    for (const [text, told] of Object.entries(types)) {
      const { sql } = bindParameters("SELECT :p AS p", { dialect, values: values({ p: text }) });
      const result = await warehouse.query(sql);
      for await (const batch of result.batches()) {
        equal(batch.text()[0]![0], told, `${dialect} ${text}`);
      }
    }
  }
});

Deno.test("no text breaks out of its literal", async () => {
  for (const dialect of DIALECTS) {
    await using warehouse = await openWarehouse([], { dialect });
    const piece = fc.constantFrom(
      "'",
      "\\",
      "''",
      "\\'",
      "--",
      "/*",
      "*/",
      ";",
      "$$",
      ":p",
      "a",
      "\n",
      "é",
      "😀",
      '"',
    );
    const texts = fc.sample(fc.array(piece, { maxLength: 8 }).map((all) => all.join("")), {
      numRuns: 60,
      seed: 7,
    });
    const given = new Map(
      texts.map((text, i) => [`p${i}`, readParameter({ name: "p", text, type: "text" })]),
    );
    const list = texts.map((_, i) => `:p${i} AS c${i}`).join(", ");
    const { sql } = bindParameters(`SELECT ${list}`, { dialect, values: given });
    const result = await warehouse.query(sql);
    for await (const batch of result.batches()) deepEqual(batch.text()[0], texts, dialect);
  }
});

Deno.test("a literal never grows together with what stands beside it", () => {
  const bind = (text: string, p: string) =>
    bindParameters(text, { dialect: "duckdb", values: values({ p }) }).sql;
  equal(bind("SELECT 5-:p", "-1"), "SELECT 5- (-1)");
  equal(bind("SELECT :p'x'", "a"), "SELECT 'a' 'x'");
  equal(bind("SELECT U&:p", "a"), "SELECT U& 'a'");
  equal(bind("SELECT :p.5", "1"), "SELECT 1 .5");
});
