import { deepEqual, equal } from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import { dialectMacros } from "./dialect_macros.ts";

Deno.test("the macros of every dialect can be made, and made again", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const dialect of ["redshift", "snowflake", "postgres", "snowflake"] as const) {
    for (const statement of dialectMacros(dialect)) await connection.run(statement);
  }
  connection.closeSync();
  instance.closeSync();
});

Deno.test("the engine's own SQL needs nothing", () => {
  equal(dialectMacros("duckdb").length, 0);
});

Deno.test("a macro that asks for a type leaves a plain comparison to the scan", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const statement of dialectMacros("redshift")) await connection.run(statement);
  await connection.run("CREATE TABLE t AS SELECT 'a' || range AS x FROM range(10)");
  const plan = await connection.run("EXPLAIN SELECT x FROM t WHERE dw_text(x) = 'a5'");
  const text = String(plan.getChunk(0).getRows()[0]![1]);
  equal(/Filters:\s*x='a5'/.test(text.replace(/[│\n]/g, "")), true, text);
  connection.closeSync();
  instance.closeSync();
});

Deno.test("no variable of a lambda of ours can be a name of the user's", async () => {
  for (const path of ["dialect_macros.ts", ...await functionTables()]) {
    const text = await Deno.readTextFile(new URL(path, import.meta.url));
    const variables = [...text.matchAll(/\blambda ([\w, ]+):/g)].flatMap((each) =>
      each[1]!.split(", ")
    );
    deepEqual(variables.filter((each) => !each.startsWith("dw_")), [], path);
  }
});

async function functionTables(): Promise<readonly string[]> {
  const files = await Array.fromAsync(Deno.readDir(new URL("functions", import.meta.url)));
  return files.map(({ name }) => `functions/${name}`).filter((name) => !name.endsWith("_test.ts"));
}
