import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { runCli, withFolder } from "./_run_cli.ts";

const OLDEST = new URL("./fixtures/catalogs/format_0001.sqlite", import.meta.url);

/** No dw-sim will have so many formats for a while. */
const NEWER = 9999;

Deno.test("the commands work on a catalog of the first format", () =>
  withFolder(async (home) => {
    Deno.copyFileSync(OLDEST, `${home}/catalog.sqlite`);
    const listed = await runCli(["experiment", "list", "--json"], { home });
    assert.equal(listed.code, 0, listed.stderr);
    const names = JSON.parse(listed.stdout).experiments.map(({ name }: { name: string }) => name);
    assert.deepEqual(names, ["Bücher", "retail"]);
    const runs = await runCli(["experiment", "runs", "retail", "--json"], { home });
    assert.equal(runs.code, 0, runs.stderr);
    assert.equal(JSON.parse(runs.stdout).runs.length, 3);
  }));

Deno.test("a catalog of a newer dw-sim is refused with advice, and left as it is", () =>
  withFolder(async (home) => {
    const path = `${home}/catalog.sqlite`;
    Deno.copyFileSync(OLDEST, path);
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA user_version = ${NEWER}`);
    database.close();
    const before = Deno.readFileSync(path);
    for (const args of [["experiment", "list"], ["experiment", "generate", "retail"]]) {
      const { code, stdout, stderr } = await runCli(args, { home });
      assert.equal(code, 6);
      assert.equal(stdout, "");
      assert.ok(stderr.includes(`has format ${NEWER}`), stderr);
      assert.match(stderr, /this dw-sim knows formats up to \d+/);
      assert.match(stderr, /hint: Use the newer dw-sim that wrote it, or choose another folder/);
    }
    const told = await runCli(["experiment", "list", "--json"], { home });
    assert.equal(JSON.parse(told.stderr).error.code, "CATALOG_TOO_NEW");
    assert.deepEqual(Deno.readFileSync(path), before);
  }));
