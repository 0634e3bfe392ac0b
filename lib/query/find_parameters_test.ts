import { deepEqual, ok } from "node:assert/strict";
import type { QueryDialect } from "./dialects/mod.ts";
import { findParameters } from "./find_parameters.ts";

const GOLDEN = new URL("../../tests/golden/expressions/", import.meta.url);

Deno.test("no documented expression of a vendor is taken for one with parameters", () => {
  for (const dialect of ["redshift", "snowflake", "postgres"] satisfies QueryDialect[]) {
    const text = Deno.readTextFileSync(new URL(`${dialect}.txt`, GOLDEN));
    const lines = text.split("\n").filter((line) => line.includes("=>"));
    ok(lines.length > 100, `${dialect}: ${lines.length}`);
    for (const line of lines) {
      const sql = line.split("=>")[0]!;
      deepEqual(findParameters(sql, dialect), [], sql);
    }
  }
});

Deno.test("a parameter is told with its place, and with its colon", () => {
  deepEqual(findParameters("SELECT :été, 1", "duckdb"), [{ name: "été", offset: 7, length: 4 }]);
});
