import { deepEqual, equal, match } from "node:assert/strict";
import { resolve } from "node:path";
import { importDdl } from "../lib/ddl/mod.ts";
import { findPostgres, PostgresServer } from "../lib/warehouse/testing/postgres_server.ts";
import { type CliResult, runCli, withFolder } from "./_run_cli.ts";

const ROOT = new URL("../", import.meta.url).pathname;
const GUIDE = new URL("../docs/guides/loading-into-a-warehouse.md", import.meta.url);
const BIN = findPostgres();

Deno.test("the guide to loading runs as it is written", async (t) => {
  await withFolder(async (folder) => {
    await using server = BIN === null ? null : await PostgresServer.start(BIN);
    for (const command of commandsOf(await Deno.readTextFile(GUIDE))) {
      const isPush = command.startsWith("experiment push");
      await t.step({
        name: `dw-sim ${command}${isPush ? " (into PostgreSQL)" : ""}`,
        ignore: isPush && server === null,
        fn: async () => {
          const args = command.split(" ").map((word) => placed(word, folder, server));
          const { stdout, stderr } = succeeded(await runCli(args, { home: `${folder}/home` }));
          equal(/s3cret/.test(stdout + stderr), false);
        },
      });
    }
    await t.step("the files and tables that it speaks of are there", async () => {
      const names = (path: string) =>
        [...Deno.readDirSync(`${folder}/${path}`)].map(({ name }) => name).toSorted();
      deepEqual(names("out"), ["csv", "orders", "shop"]);
      deepEqual(names("out/csv/orders"), ["part-00000.csv.gz"]);
      equal(names("out/orders/orders").every((name) => name.startsWith("o_orderstatus=")), true);
      const script = await Deno.readTextFile(`${folder}/load.sql`);
      const { schema } = importDdl(script, { name: "shop", dialect: "redshift" });
      equal(schema?.tables.length, 8);
      if (server === null) return;
      const rows = await server.sql("SELECT count(*)::int AS n FROM shop.lineitem");
      deepEqual(rows, [{ n: 200 }]);
    });

    await t.step("an export that cannot be leaves nothing, and says why", async () => {
      const home = `${folder}/home`;
      const export_ = ["experiment", "export", "shop"];
      const cases = [
        [["--output", `${folder}/out/csv`], 4, /holds something already/],
        [["--output", `${folder}/x`, "--table", "ordrs"], 3, /'ordrs'/],
        [["--output", `${folder}/x`, "--partition-by", "nothing"], 3, /'nothing'/],
        [["--output", `${folder}/x`, "--format", "csv", "--compression", "snappy"], 2, /snappy/],
        [["--output", `${folder}/x`, "--run", "20260131-093005-250-7hq2mz4c"], 3, /7hq2mz4c/],
      ] as const;
      for (const [args, code, message] of cases) {
        const result = await runCli([...export_, ...args], { home });
        equal(result.code, code, result.stderr);
        match(result.stderr, message);
      }
      const left = [...Deno.readDirSync(folder)].map(({ name }) => name).toSorted();
      deepEqual(left, ["home", "load.sql", "out"]);
    });

    await t.step("generate --format csv makes a run, and its files in that format", async () => {
      const output = `${folder}/made`;
      const args = ["experiment", "generate", "shop", "--rows", "7", "--format", "csv"];
      const { stdout } = succeeded(
        await runCli([...args, "--output-dir", output, "--json"], { home: `${folder}/home` }),
      );
      const done = JSON.parse(stdout);
      deepEqual([done.status, done.export.row_count, done.export.format], ["COMPLETED", 56, "csv"]);
      const text = await Deno.readTextFile(`${output}/region/part-00000.csv`);
      equal(text.trimEnd().split("\n").length, 8);
    });
  });
});

/** The commands of the guide's `sh` blocks, without the program's name. */
function commandsOf(markdown: string): readonly string[] {
  const blocks = [...markdown.matchAll(/```sh\n([^`]+)```/g)].map(([, block]) => block!);
  return blocks.flatMap((block) => block.trim().split("\n")).map((line) => {
    match(line, /^dw-sim /);
    return line.replace("dw-sim ", "");
  });
}

/** Puts files into the test's folder, and the database where the test's server is. */
function placed(word: string, folder: string, server: PostgresServer | null): string {
  if (word.startsWith("examples/")) return resolve(ROOT, word);
  if (/^(out\/|load\.sql$)/.test(word)) return `${folder}/${word}`;
  return word.startsWith("postgres://") ? server!.url() : word;
}

function succeeded(result: CliResult): CliResult {
  equal(result.code, 0, result.stderr);
  return result;
}
