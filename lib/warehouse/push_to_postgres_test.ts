import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { AppContext, exportDdl, generate, importDdl, pushData } from "../app/mod.ts";
import { findPostgres, PostgresServer } from "./testing/postgres_server.ts";

const EXAMPLES = new URL("../../examples/", import.meta.url);
const BIN = findPostgres();

/** Every kind of type, an identity, a composite key, names that need quotes, a circle. */
const ODD_DDL = `
CREATE TABLE crm."Mixed Case" (
  id BIGINT IDENTITY(100, 5) PRIMARY KEY, "select" VARCHAR(20) NOT NULL UNIQUE, b VARBYTE(8),
  d DECIMAL(38,10), f REAL, g DOUBLE PRECISION, h DATE, i TIME, j TIMESTAMP, k TIMESTAMPTZ,
  l SUPER, m BOOLEAN, n CHAR(3), o SMALLINT, p GEOMETRY, q INTERVAL DAY TO SECOND, r TIMETZ
);
COMMENT ON COLUMN crm."Mixed Case".d IS 'it''s exact';
CREATE TABLE emp (id INT PRIMARY KEY, dept INT, boss INT REFERENCES emp (id));
CREATE TABLE dept (id INT PRIMARY KEY, head INT REFERENCES emp (id));
ALTER TABLE emp ADD FOREIGN KEY (dept) REFERENCES dept (id);
CREATE TABLE pair (a INT, b INT, PRIMARY KEY (a, b));
CREATE TABLE child (a INT, b INT, FOREIGN KEY (a, b) REFERENCES pair (a, b));
CREATE TABLE nothing (id INT);`;

Deno.test({
  name: "push puts tables, rows and constraints into PostgreSQL, whole or not at all",
  ignore: BIN === null,
  fn: async (t) => {
    const home = await Deno.makeTempDir({ prefix: "dw_sim_push_test_" });
    await using server = await PostgresServer.start(BIN!);
    using context = new AppContext({ flag: home });
    const tpch = await Deno.readTextFile(new URL("tpch_redshift.sql", EXAMPLES));
    const make = async (name: string, ddl: string, rows: Record<string, number>) => {
      importDdl(context, ddl, { name, dialect: "redshift", source: name });
      const byTable = new Map(Object.entries(rows));
      return await generate(context, name, { seed: 7, rows: { everyTable: 200, byTable } });
    };
    await make("tpch", tpch, { lineitem: 50_000, region: 5, nation: 25, orders: 9_000 });
    await make("odd", ODD_DDL, { nothing: 0 });
    const to = server.url();

    await t.step("every row, key and foreign key of TPC-H is there, and validated", async () => {
      const shown: string[] = [];
      const report = await pushData(context, "tpch", {
        ...{ to, schemaName: "lab" },
        onProgress: ({ table, rowsDone }) => shown.push(`${table} ${rowsDone}`),
      });
      equal(report.target.includes("s3cret"), false);
      equal(shown.some((line) => line.startsWith("lineitem ")), true, shown.join("\n"));
      for (const { name, rows } of report.tables) {
        deepEqual(await server.sql(`SELECT count(*)::int AS n FROM ${name}`), [{ n: rows }]);
      }
      const found = await server.sql(
        "SELECT contype, convalidated, count(*)::int AS n FROM pg_constraint " +
          "WHERE connamespace = 'lab'::regnamespace GROUP BY 1, 2 ORDER BY 1",
      );
      deepEqual(found, [
        { contype: "f", convalidated: true, n: 10 },
        { contype: "p", convalidated: true, n: 8 },
      ]);
      deepEqual([report.keyCount, report.foreignKeyCount], [8, 10]);
      const key = await server.sql(
        "SELECT pg_get_constraintdef(oid) AS def FROM pg_constraint " +
          "WHERE conrelid = 'lab.lineitem'::regclass AND contype = 'p'",
      );
      deepEqual(key, [{ def: "PRIMARY KEY (l_orderkey, l_linenumber)" }]);
    });

    await t.step("tables that are there already are named, and replaced when asked", async () => {
      await rejects(pushData(context, "tpch", { to, schemaName: "lab" }), (error) => {
        match(String(error), /8 of the tables .* lab\.region/);
        return "code" in Object(error) && Object(error).code === "WAREHOUSE_TABLES_EXIST";
      });
      await pushData(context, "tpch", { to, schemaName: "lab", replace: true });
      deepEqual(await server.sql("SELECT count(*)::int AS n FROM lab.nation"), [{ n: 25 }]);
    });

    await t.step("every type arrives, and identities count on", async () => {
      const { typeNotes } = await pushData(context, "odd", { to });
      deepEqual(typeNotes.map(({ column }) => column), ["p"]);
      const [row] = await server.sql(
        'SELECT min(id)::int AS first, count(DISTINCT "select")::int AS names, ' +
          "max(octet_length(b)) AS bytes, max(length(d::text)) > 10 AS exact, " +
          'count(l)::int > 0 AS json FROM crm."Mixed Case"',
      );
      deepEqual(row, { first: 100, names: 200, bytes: 8, exact: true, json: true });
      const next = await server.sql(
        'INSERT INTO crm."Mixed Case" ("select") VALUES (\'x\') RETURNING id::int',
      );
      deepEqual(next, [{ id: 100 + 200 * 5 }]);
      const orphans = await server.sql(
        "SELECT count(*)::int AS n FROM pg_constraint WHERE contype = 'f' AND convalidated " +
          "AND connamespace = 'public'::regnamespace",
      );
      deepEqual(orphans, [{ n: 4 }]);
      const comment = await server.sql(
        "SELECT col_description('crm.\"Mixed Case\"'::regclass, 4) AS text",
      );
      deepEqual(comment, [{ text: "it's exact" }]);
    });

    await t.step("a connection killed in the middle leaves no table", async () => {
      const kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity " +
        "WHERE application_name = 'dw-sim'";
      let killed: Promise<unknown> | null = null;
      const push = pushData(context, "tpch", {
        ...{ to, schemaName: "gone" },
        onProgress: ({ table }) => {
          if (table === "lineitem") killed ??= server.sql(kill);
        },
      });
      await rejects(push, { code: "WAREHOUSE_LOST" });
      await killed;
      await expectNothing(server, "gone");
    });

    await t.step(
      "a cancel leaves no table, while rows are sent and while keys are made",
      async () => {
        for (const moment of ["orders", "the key of lineitem"]) {
          const cancel = new AbortController();
          const push = pushData(context, "tpch", {
            ...{ to, schemaName: "gone", signal: cancel.signal },
            onProgress: ({ table }) => table === moment && cancel.abort(),
          });
          await rejects(push, { code: "CANCELLED" });
          await expectNothing(server, "gone");
        }
      },
    );

    await t.step("a process killed in the middle leaves no table", async () => {
      const cli = new URL("../../cli.ts", import.meta.url).pathname;
      const push = new Deno.Command(Deno.execPath(), {
        args: [
          ...["run", "-A", "--no-check", cli, "experiment", "push", "tpch"],
          ...["--to", to, "--schema", "gone"],
        ],
        // What it leaves goes with the folder.
        env: { DW_SIM_HOME: home, TMPDIR: home },
        stdout: "null",
        stderr: "piped",
      }).spawn();
      let said = "";
      for await (const text of push.stderr.pipeThrough(new TextDecoderStream())) {
        said += text;
        if (!said.includes("orders")) continue;
        push.kill("SIGKILL");
        break;
      }
      equal((await push.status).signal, "SIGKILL", said);
      await expectNothing(server, "gone");
    });

    await t.step("a refusal of the server leaves everything as it was", async () => {
      await server.sql("CREATE VIEW lab_view AS SELECT * FROM lab.nation");
      const push = pushData(context, "tpch", { to, schemaName: "lab", replace: true });
      await rejects(push, { code: "WAREHOUSE_REFUSED" });
      deepEqual(await server.sql("SELECT count(*)::int AS n FROM lab_view"), [{ n: 25 }]);
    });

    await t.step("wrong address, password and database are told without the password", async () => {
      const cases = [
        ["WAREHOUSE_AUTH", server.url({ password: "hunter2" })],
        ["WAREHOUSE_NO_DATABASE", server.url({ database: "nowhere" })],
        ["WAREHOUSE_UNREACHABLE", "postgres://a:hunter2@127.0.0.1:1/x"],
        ["WAREHOUSE_URL", "mysql://a:hunter2@127.0.0.1/x"],
        ["WAREHOUSE_URL", "hunter2"],
        ["WAREHOUSE_URL", "postgres://a:hunter2%@localhost/x"],
      ] as const;
      for (const [code, address] of cases) {
        await rejects(pushData(context, "tpch", { to: address }), (error: unknown) => {
          const said = `${error} ${JSON.stringify(error)} ${Object(error).hint}`;
          equal(/hunter2|s3cret/.test(said), false, said);
          equal(Object(error).code, code, said);
          return true;
        });
      }
    });

    await t.step(
      "the server runs the DDL that export-ddl writes, whatever columns are called",
      async () => {
        const keywords = await server.sql("SELECT word FROM pg_get_keywords()");
        const columns = keywords.map(({ word }) => `"${word}" INT`).join(", ");
        const ddl = `CREATE TABLE words (${columns})`;
        importDdl(context, ddl, { name: "words", dialect: "redshift", source: "words" });
        for (const name of ["tpch", "odd", "words"]) {
          const sql = exportDdl(context, name, { dialect: "postgres" });
          await server.sql(`CREATE DATABASE ddl_${name}`);
          await server.sqlIn(`ddl_${name}`, sql);
        }
      },
    );
    context[Symbol.dispose]();
    await Deno.remove(home, { recursive: true });
  },
});

async function expectNothing(server: PostgresServer, schema: string): Promise<void> {
  const found = await server.sql("SELECT 1 AS n FROM pg_namespace WHERE nspname = $1", [schema]);
  deepEqual(found, []);
}
