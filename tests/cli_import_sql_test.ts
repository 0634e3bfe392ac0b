import { deepEqual, equal, match } from "node:assert/strict";
import { runCli, withFolder } from "./_run_cli.ts";

const FILES = {
  "ddl/orders.sql":
    "CREATE TABLE orders (id INT PRIMARY KEY, customer_id INT REFERENCES customers);",
  "ddl/people/customers.sql": "CREATE TABLE customers (id INT PRIMARY KEY) DISTKEY (id);",
  "ddl/people/broken.sql":
    "-- a comma is missing\nCREATE TABLE broken (\n  id INT\n  note TEXT\n);",
};

Deno.test("import-sql takes a folder as one import, and leaves a bad table out unless it is strict", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(`${folder}/ddl/people`, { recursive: true });
    for (const [path, text] of Object.entries(FILES)) {
      await Deno.writeTextFile(`${folder}/${path}`, text);
    }
    const home = `${folder}/home`;
    const source = `${folder}/ddl`;
    const args = ["experiment", "import-sql", source, "--name", "shop", "--dialect", "redshift"];

    const stopped = await runCli([...args, "--strict", "--keep-going"], { home });
    equal(stopped.code, 2);
    match(stopped.stderr, /The DDL of 3 files has 1 problem/);
    match(stopped.stderr, /people\/broken\.sql:4:3 error: A comma is missing before 'note'/);
    match(stopped.stderr, /4 │ {3}note TEXT\n +│ {3}\^{4}/);

    const shown = await runCli([...args, "--dry-run", "--json"], { home });
    equal(shown.code, 7);
    const { schema, left_out: leftOut, diagnostics } = JSON.parse(shown.stdout);
    deepEqual(leftOut, ["broken"]);
    deepEqual(schema.tables.map(({ name }: { name: string }) => name), ["orders", "customers"]);
    equal(schema.tables[1].properties.distkey, "(id)");
    equal(diagnostics[1].source, `${source}/people/broken.sql`);
    const seen = await runCli([...args, "--dry-run"], { home });
    equal(seen.code, 7);
    match(seen.stdout, /\nWould import 2 of 3 tables; left out because of 1 error: broken\n$/);

    const partial = await runCli(args, { home });
    equal(partial.code, 7, partial.stderr);
    match(partial.stderr, /broken\.sql:4:3 error: A comma is missing/);
    match(partial.stdout, /Created experiment 'shop': 2 tables, 3 columns, 1 foreign key/);
    match(partial.stdout, /\nImported 2 of 3 tables; left out because of 1 error: broken\n$/);

    const more = args.with(args.indexOf("shop"), "more");
    const accepted = await runCli([...more, "--keep-going"], { home });
    equal(accepted.code, 0, accepted.stderr);
    match(accepted.stdout, /Imported 2 of 3 tables/);
  }));

Deno.test("import-sql counts a table whose CREATE TABLE is misspelled, and ends with 7", () =>
  withFolder(async (home) => {
    const args = ["experiment", "import-sql", "-", "--name", "shop", "--dialect", "redshift"];
    const stdin = "CREAT TABLE x (id INT);\nCREATE TABEL y (id INT);\nCREATE TABLE z (id INT);";
    const { code, stdout, stderr } = await runCli(args, { home, stdin });
    equal(code, 7);
    match(stderr, /1:1 error: 'CREAT' is not a word[^]*Did you mean 'CREATE'\?/);
    match(stderr, /2:8 error: 'TABEL' is not a word[^]*Did you mean 'TABLE'\?/);
    match(stdout, /\nImported 1 of 3 tables; left out because of 2 errors: x, y\n$/);
  }));

Deno.test("import-sql tells of statements that were not read, though no table is left out", () =>
  withFolder(async (home) => {
    const args = ["experiment", "import-sql", "-", "--name", "shop", "--dialect", "postgres"];
    const stdin = "CREATE TABLE t (id int);\nALTER TABLE t ADD COLUMN;";
    const { code, stdout, stderr } = await runCli(args, { home, stdin });
    equal(code, 7);
    match(stderr, /2:25 error: Expected a column/);
    match(stdout, /\nImported 1 of 1 table, but 1 error kept other statements out\n$/);

    const quiet = await runCli([...args.with(4, "quiet"), "--quiet"], { home, stdin });
    equal(quiet.code, 7);
    match(quiet.stderr, /2:25 error: Expected a column/);
  }));

Deno.test("import-sql keeps nothing of a text of which nothing can be imported", () =>
  withFolder(async (home) => {
    const args = ["experiment", "import-sql", "-", "--name", "shop", "--dialect", "postgres"];
    const stdin = "CREATE TABLE a (id int x int);\nCREATE TABLE b (id);";
    for (const flags of [[], ["--keep-going"], ["--strict"]]) {
      const { code, stderr } = await runCli([...args, ...flags], { home, stdin });
      equal(code, 2);
      match(stderr, /standard input has 2 problems/);
    }
    const { stdout } = await runCli(["experiment", "list", "--json"], { home });
    deepEqual(JSON.parse(stdout).experiments, []);
  }));

Deno.test("import-sql ends in a limit for what no schema needs", () =>
  withFolder(async (home) => {
    const args = ["experiment", "import-sql", "-", "--name", "deep", "--dialect", "postgres"];
    const stdin = `CREATE TABLE t (id int DEFAULT ${"(".repeat(100_000)});`;
    const { code, stderr } = await runCli(args, { home, stdin });
    equal(code, 5);
    match(stderr, /standard input:1:1031 error: This bracket stands inside more than 1,000 others/);
  }));

Deno.test("schema prints the JSON Schema that editors take", () =>
  withFolder(async (home) => {
    const { code, stdout } = await runCli(["schema"], { home });
    equal(code, 0);
    const schema = JSON.parse(stdout);
    match(schema.$schema, /json-schema\.org/);
    equal(schema.properties.tables.type, "array");
  }));
