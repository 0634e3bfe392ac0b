import { deepEqual, equal, match } from "node:assert/strict";
import { withApi } from "./_api_client.ts";
import { SMALL_SCHEMA } from "./_api_requests.ts";
import { runCli, withFolder } from "./_run_cli.ts";

const BEFORE = `
CREATE TABLE orders (id INT PRIMARY KEY, status VARCHAR(9) NOT NULL, amount INT, note TEXT);
CREATE TABLE lines (order_id INT NOT NULL REFERENCES orders (id));`;
const AFTER = `
CREATE TABLE orders (id INT PRIMARY KEY, status VARCHAR(9) NOT NULL, amount DATE, paid BOOLEAN);
CREATE TABLE lines (order_id INT NOT NULL REFERENCES orders (id));`;

Deno.test("an experiment is tuned, and follows its warehouse without losing that", async (t) => {
  await withFolder(async (folder) => {
    const home = `${folder}/home`;
    const run = (stdin: string, ...args: string[]) => runCli(args, { home, stdin });
    const done = async (stdin: string, ...args: string[]) => {
      const { code, stdout, stderr } = await run(stdin, ...args);
      equal(code, 0, stderr);
      return stdout;
    };
    const schema = async () =>
      JSON.parse(await done("", "experiment", "show", "shop", "--schema")) as typeof SMALL_SCHEMA;
    const importing = ["experiment", "import-sql", "-", "--name", "shop", "--dialect", "redshift"];
    await done(BEFORE, ...importing);
    await done("", "experiment", "generate", "shop", "--rows", "20");
    await done("", "query", "save", "SELECT 1", "--name", "one", "--experiment", "shop");

    const tuned = await schema();
    Object.assign(tuned.tables[0]!, { target_rows: 50 });
    Object.assign(tuned.tables[0]!.columns[1]!, {
      distribution: {
        type: "values",
        values: [{ value: "open", weight: 3 }, { value: "paid", weight: 1 }],
      },
    });
    Object.assign(tuned.tables[0]!.columns[2]!, { min_value: 5, max_value: 6 });

    await t.step("what would change is shown, and nothing goes unasked", async () => {
      const text = JSON.stringify(tuned);
      const planned = await done(text, "experiment", "update", "shop", "-", "--dry-run");
      match(planned, /~ orders {2}target_rows 1000 → 50\n/);
      match(planned, /Would change experiment 'shop'; the data of 1 run would be removed/);
      const refused = await run(text, "experiment", "update", "shop", "-");
      equal(refused.code, 2);
      match(refused.stderr, /was not confirmed, and nothing was changed/);
      match(await done("", "query", "execute", "SELECT count(*) FROM orders"), /20/);
    });

    await t.step("an update keeps queries and the record of runs, and removes files", async () => {
      await done(JSON.stringify(tuned), "experiment", "update", "shop", "-", "--yes");
      deepEqual(await schema(), tuned);
      match(await done("", "query", "list"), /one/);
      match(await done("", "experiment", "runs", "shop"), /its files are removed/);
      const kept = listFiles(`${home}/experiments`).filter((path) => path.endsWith(".parquet"));
      deepEqual(kept, []);
      const { stderr } = await run("", "query", "execute", "SELECT count(*) FROM orders");
      match(stderr, /has no data yet/);
      const again = await done(JSON.stringify(tuned), "experiment", "update", "shop", "-");
      equal(again, "Nothing differs; experiment 'shop' stays as it is\n");
    });

    await t.step("new data follows the new schema", async () => {
      await done("", "experiment", "generate", "shop");
      const csv = await done(
        "",
        ...["query", "execute", "SELECT count(*), min(amount), max(amount) FROM orders"],
        ...["--format", "csv"],
      );
      match(csv, /\b50,5,6\r?\n/);
    });

    await t.step("DDL that changed takes the place of the old, with what was set", async () => {
      const printed = await done(AFTER, ...importing, "--replace", "--yes", "--json");
      const { changes, dropped_runs } = JSON.parse(printed);
      equal(dropped_runs, 1);
      deepEqual(
        changes.map(({ kind, table, column }: Record<string, string>) =>
          `${kind} ${table}.${column}`
        ),
        ["changed orders.amount", "added orders.paid", "removed orders.note"],
      );
      const [orders] = (await schema()).tables;
      deepEqual(orders!.columns[1], tuned.tables[0]!.columns[1]);
      equal(orders!.target_rows, 50);
    });
  });
});

Deno.test("PUT gives an experiment another schema under the name it has", () =>
  withApi(async (client) => {
    const path = "/api/experiments/retail";
    await client.json("POST", "/api/experiments", { body: SMALL_SCHEMA, status: 201 });
    const [table] = SMALL_SCHEMA.tables;
    const next = { name: "another", tables: [{ ...table, target_rows: 9 }] };
    const put = await client.json<{ name: string; schema: unknown }>("PUT", path, { body: next });
    deepEqual(put.schema, { ...next, name: "retail" });
    await client.json("POST", `${path}/generate?wait=true`, { body: {} });
    const same = await client.json<{ current_run: unknown }>("PUT", path, { body: next });
    equal(same.current_run === null, false, "what changes nothing removes nothing");
    const dropping = { body: SMALL_SCHEMA };
    const dropped = await client.json<{ current_run: unknown }>(
      "PUT",
      `${path}?drop_data=true`,
      dropping,
    );
    equal(dropped.current_run, null);
  }));

function listFiles(folder: string): readonly string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? listFiles(`${folder}/${name}`) : [`${folder}/${name}`]
  );
}
