import { deepEqual, equal, match } from "node:assert/strict";
import { readImports } from "../tools/read_imports.ts";
import { type CliResult, runCli, withFolder } from "./_run_cli.ts";

const DDL = `
CREATE TABLE sales.stores (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL);
CREATE TABLE sales.receipts (
  store_id INTEGER NOT NULL REFERENCES sales.stores (id),
  number INTEGER NOT NULL,
  total DECIMAL(12,2),
  PRIMARY KEY (store_id, number)
);`;

Deno.test("from DDL to rows, by the command line alone", async (t) => {
  await withFolder(async (folder) => {
    const home = `${folder}/home`;
    const run = (...args: string[]) => runCli(args, { home, stdin: DDL });
    const json = async (...args: string[]) => JSON.parse(succeeded(await run(...args, "--json")));

    await t.step("import-sql reads standard input, and tells on standard error", async () => {
      const args = ["experiment", "import-sql", "-", "--name", "shop", "--dialect", "redshift"];
      const dry = await run(...args, "--dry-run");
      match(succeeded(dry), /Would create experiment 'shop': 2 tables, 6 columns, 1 foreign key/);
      const { stdout, stderr } = await run(...args);
      match(stdout, /Created experiment 'shop'/);
      match(stderr, /info: Table 'receipts' has a composite primary key \(store_id, number\)/);
    });

    await t.step("generate fills the tables, the named and the others", async () => {
      const rows = ["--rows", "50", "--rows", "RECEIPTS=2000"];
      const done = await json("experiment", "generate", "shop", ...rows, "--seed", "7");
      equal(done.status, "COMPLETED");
      equal(done.seed, 7);
      deepEqual(done.row_counts, { stores: 50, receipts: 2000 });
    });

    await t.step("the same seed in a folder of one's own makes the same files", async () => {
      const rows = ["--rows", "stores=50,receipts=2000", "--seed", "7"];
      const output = `${folder}/mine`;
      const done = await json("experiment", "generate", "shop", ...rows, "--output-dir", output);
      const [first] = (await json("experiment", "runs", "shop")).runs.slice(-1);
      const file = "receipts/part-00000.parquet";
      deepEqual(
        await Deno.readFile(`${done.output_path}/${file}`),
        await Deno.readFile(`${first.output_path}/${file}`),
      );
    });

    await t.step("verify finds every key whole", async () => {
      const report = await json("experiment", "verify", "shop");
      equal(report.ok, true);
      const kinds = new Set(report.checks.map((check: { kind: string }) => check.kind));
      for (const kind of ["reference", "required", "row_count", "sequence", "unique", "files"]) {
        equal(kinds.has(kind), true, kind);
      }
    });

    await t.step("query execute answers as a table, as CSV and into a file", async () => {
      const sql = "SELECT count(*) AS receipts, 1.50 AS x FROM sales.receipts";
      const query = ["query", "execute", sql];
      equal(succeeded(await run(...query)), "receipts     x\n────────  ────\n    2000  1.50\n");
      equal(succeeded(await run(...query, "--format", "csv")), "receipts,x\r\n2000,1.50\r\n");
      const output = `${folder}/answer.json`;
      await run(...query, "--output", output);
      deepEqual(JSON.parse(await Deno.readTextFile(output)), [{ receipts: 2000, x: 1.5 }]);
    });

    await t.step("a query with an error is shown with a mark under it", async () => {
      const { code, stderr } = await run("query", "execute", "SELECT *\nFROM reciepts");
      equal(code, 2);
      match(stderr, /2 │ FROM reciepts\n +│ {6}\^{8}\n/);
      match(stderr, /Did you mean 'receipts'/);
    });

    await t.step("delete removes the experiment and its files", async () => {
      await json("experiment", "delete", "shop", "--yes");
      deepEqual((await json("experiment", "list")).experiments, []);
      deepEqual([...Deno.readDirSync(`${home}/experiments`)], []);
    });
  });
});

Deno.test("the version is told as JSON wherever it is asked for, and in words otherwise", () =>
  withFolder(async (home) => {
    const asked = (...args: string[]) => runCli(args, { home }).then(succeeded);
    const told = await asked("version", "--json");
    equal(JSON.parse(told).deno, Deno.version.deno);
    equal(await asked("--version", "--json"), told);
    equal(await asked("experiment", "list", "--json", "-V"), told);
    equal(await asked("--quiet", "--version"), await asked("version"));
  }));

Deno.test("version loads next to nothing, and help commander and nothing else that is not ours", async () => {
  await withFolder(async (home) => {
    match(succeeded(await runCli(["version"], { home })), /^dw-sim \d+\.\d+\.\d+\n$/);
    deepEqual([...Deno.readDirSync(home)], []);
  });
  deepEqual(await loadedFrom("cli.ts"), { packages: [], rooms: ["cli"] });
  const help = { packages: ["commander"], rooms: ["cli", "errors"] };
  deepEqual(await loadedFrom("lib/cli/run_program.ts"), help);
});

/** What a file loads before it does anything: imports of values, and theirs. */
async function loadedFrom(path: string) {
  const seen = new Set([path]);
  const packages = new Set<string>();
  for (const each of seen) {
    const text = await Deno.readTextFile(new URL(`../${each}`, import.meta.url));
    for (const { specifier, kind } of readImports(text)) {
      if (kind !== "value" || specifier === null) continue;
      if (!specifier.startsWith(".")) packages.add(specifier);
      else seen.add(new URL(specifier, `file:///${each}`).pathname.slice(1));
    }
  }
  const rooms = new Set([...seen].flatMap((each) => /^lib\/(\w+)\//.exec(each)?.[1] ?? []));
  const fromNpm = [...packages].filter((name) => !name.startsWith("node:"));
  return { packages: fromNpm, rooms: [...rooms].sort() };
}

function succeeded({ code, stdout, stderr }: CliResult): string {
  equal(code, 0, stderr);
  return stdout;
}
