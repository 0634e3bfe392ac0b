import { deepEqual, equal } from "node:assert/strict";
import { AppContext } from "../lib/app/mod.ts";
import { runCli, withFolder } from "./_run_cli.ts";

Deno.test("the history of one experiment is forgotten without that of another", async () => {
  await withFolder(async (folder) => {
    const home = `${folder}/home`;
    const json = async (...args: string[]) => {
      const { code, stdout, stderr } = await runCli([...args, "--json"], { home });
      equal(code, 0, stderr);
      return JSON.parse(stdout);
    };
    {
      using context = new AppContext({ flag: home });
      for (const experimentName of ["first", "second"]) {
        context.catalog.queryHistory.add({
          ...{ experimentName, dialect: "duckdb", sql: "SELECT 1", elapsedMs: 1, rowCount: 1 },
          ...{ askedAt: new Date().toISOString(), error: null },
        });
      }
    }
    deepEqual(await json("query", "history", "--clear", "--experiment", "FIRST"), { forgotten: 1 });
    const { history } = await json("query", "history");
    deepEqual(history.map((each: { experiment: string }) => each.experiment), ["second"]);
  });
});
