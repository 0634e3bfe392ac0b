import assert from "node:assert/strict";
import { runCli, withFolder } from "./_run_cli.ts";

Deno.test("generators lists the rules there are, and shows values of one", async () => {
  await withFolder(async (home) => {
    const all = JSON.parse((await runCli(["generators", "--json"], { home })).stdout).generators;
    assert.ok(all.length >= 80, `${all.length} generators`);
    const one = await runCli(["generators", "internet.email"], { home });
    assert.match(one.stdout, /^email: .*\n[^]*also called[^]*@example\.(com|net|org)\n/);
    const none = await runCli(["generators", "emial"], { home });
    assert.equal(none.code, 2);
    assert.match(none.stderr, /Did you mean 'email'/);
    assert.deepEqual([...Deno.readDirSync(home)], []);
  });
});

Deno.test("experiment preview shows rows, and makes no run", async () => {
  await withFolder(async (home) => {
    const sql = "CREATE TABLE t (id INTEGER PRIMARY KEY, city VARCHAR(40) NOT NULL)";
    const made = await runCli([
      "experiment",
      "import-sql",
      "-",
      "--name",
      "x",
      "--dialect",
      "redshift",
    ], {
      home,
      stdin: sql,
    });
    assert.equal(made.code, 0, made.stderr);
    const args = ["experiment", "preview", "x", "t", "-n", "3", "--json"];
    const { rows, columns } = JSON.parse((await runCli(args, { home })).stdout);
    assert.deepEqual(columns, ["id", "city"]);
    assert.deepEqual(rows.map(([id]: string[]) => id), ["1", "2", "3"]);
    const { runs } = JSON.parse(
      (await runCli(["experiment", "runs", "x", "--json"], { home })).stdout,
    );
    assert.deepEqual(runs, []);
  });
});
