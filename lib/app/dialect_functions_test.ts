import { equal, ok } from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { withContext } from "./_testing.ts";
import { dialectFunctions } from "./dialect_functions.ts";
import { generate } from "./generate.ts";
import { importDdl } from "./import_ddl.ts";
import { runQuery } from "./run_query.ts";

Deno.test("dialectFunctions knows those of a dialect, and none that is refused", () => {
  ok(dialectFunctions("redshift").includes("listagg"));
  ok(dialectFunctions("snowflake").includes("iff"));
  equal(dialectFunctions("postgres").includes("iff"), false);
  equal(dialectFunctions("redshift").includes("pg_sleep"), false);
  for (const dialect of ["redshift", "snowflake", "postgres", "duckdb"] as const) {
    const names = dialectFunctions(dialect);
    equal(new Set(names).size, names.length, dialect);
  }
});

Deno.test("dialectFunctions names nothing that the engine has not", async () => {
  await withContext(async (context) => {
    importDdl(context, "CREATE TABLE t (id INT);", { name: "x", dialect: "postgres", source: "x" });
    await generate(context, "x", { rows: { everyTable: 1 } });
    const isUnknown = async (call: string) => {
      const sql = `SELECT ${call}`;
      try {
        await using _answer = await runQuery(context, { experiment: "x", dialect: "duckdb", sql });
        return false;
      } catch (error) {
        ok(error instanceof DwSimError);
        return error.problems.some(({ code }) => code === "QUERY_FUNCTION_UNKNOWN");
      }
    };
    ok(await isUnknown("nothing_like_it(1)"));
    for (const name of dialectFunctions("duckdb")) {
      const isMissing = await isUnknown(`${name}(1)`) && await isUnknown(`${name}(1) OVER ()`);
      equal(isMissing, false, name);
    }
  });
});
