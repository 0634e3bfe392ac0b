import { deepEqual, equal, match } from "node:assert/strict";
import { runCli, withFolder } from "./_run_cli.ts";

const FILES = {
  "ddl/orders.sql":
    "CREATE TABLE orders (id INT PRIMARY KEY, customer_id INT REFERENCES customers);",
  "ddl/people/customers.sql": "CREATE TABLE customers (id INT PRIMARY KEY) DISTKEY (id);",
  "ddl/people/broken.sql":
    "-- a comma is missing\nCREATE TABLE broken (\n  id INT\n  note TEXT\n);",
};

Deno.test("import-sql takes a folder as one import, and an error stops it unless told otherwise", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(`${folder}/ddl/people`, { recursive: true });
    for (const [path, text] of Object.entries(FILES)) {
      await Deno.writeTextFile(`${folder}/${path}`, text);
    }
    const home = `${folder}/home`;
    const source = `${folder}/ddl`;
    const args = ["experiment", "import-sql", source, "--name", "shop", "--dialect", "redshift"];

    const stopped = await runCli(args, { home });
    equal(stopped.code, 2);
    match(stopped.stderr, /The DDL of 3 files has 1 problem/);
    match(stopped.stderr, /people\/broken\.sql:4:3 error: A comma is missing before 'note'/);
    match(stopped.stderr, /4 │ {3}note TEXT\n +│ {3}\^{4}/);

    const gone = await runCli([...args, "--keep-going"], { home });
    equal(gone.code, 0, gone.stderr);
    match(gone.stderr, /broken\.sql:4:3 error/);
    match(gone.stdout, /Created experiment 'shop': 2 tables, 3 columns, 1 foreign key/);
    match(gone.stdout, /1 error: 1 table left out/);

    const shown = await runCli([...args, "--keep-going", "--dry-run", "--json"], { home });
    const { schema, diagnostics } = JSON.parse(shown.stdout);
    deepEqual(schema.tables.map(({ name }: { name: string }) => name), ["orders", "customers"]);
    equal(schema.tables[1].properties.distkey, "(id)");
    equal(diagnostics[1].source, `${source}/people/broken.sql`);
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
