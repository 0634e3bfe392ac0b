import { deepStrictEqual, ok } from "node:assert/strict";
import { describeTypes } from "./describe_types.ts";
import { importDdl } from "./import_ddl.ts";

Deno.test("describeTypes lists a word with and without brackets, where they matter", () => {
  const words = describeTypes("redshift").map(({ word }) => word);
  ok(words.includes("VARCHAR") && words.includes("VARCHAR(n)") && !words.includes("VARCHAR(p,s)"));
  ok(words.includes("DECIMAL(n)") && words.includes("DECIMAL(p,s)"));
  ok(words.includes("DATE") && !words.includes("DATE(n)"));
});

Deno.test("describeTypes says what an import makes of the word", () => {
  for (const dialect of ["redshift", "snowflake", "postgres"] as const) {
    for (const { word, type } of describeTypes(dialect)) {
      const declared = word.replace("(n)", "(7)").replace("(p,s)", "(17,5)");
      const { schema } = importDdl(`CREATE TABLE t (a ${declared})`, { name: "types", dialect });
      deepStrictEqual(schema?.tables[0]?.columns[0]?.type, type, `${dialect} ${word}`);
    }
  }
});
