import { deepEqual, equal } from "node:assert/strict";
import {
  AppContext,
  createExperiment,
  exportData,
  generate,
  listLeftovers,
  pushData,
  repairStorage,
} from "../lib/app/mod.ts";
import { findPostgres, PostgresServer } from "../lib/warehouse/testing/postgres_server.ts";
import { chance, FAULT_ROUNDS, FAULT_SEED, startDoomed } from "./_faults.ts";
import { askNumbers } from "./_key_questions.ts";
import { withFolder } from "./_run_cli.ts";

const ROWS = 150_000;
const STORE_ROWS = 50;
const BIN = findPostgres();

const SCHEMA = JSON.stringify({
  name: "shop",
  tables: [
    {
      name: "stores",
      target_rows: STORE_ROWS,
      columns: [{ name: "id", data_type: "INT", is_unique: true, required: true }],
    },
    {
      name: "sales",
      target_rows: ROWS,
      columns: [
        { name: "id", data_type: "INT", is_unique: true, required: true },
        { name: "email", data_type: "VARCHAR", varchar_length: 60, faker_rule: "internet.email" },
        {
          ...{ name: "store_id", data_type: "INT", required: true },
          foreign_key: { references_table: "stores", references_column: "id" },
        },
      ],
    },
  ],
});

Deno.test(`an export killed at any moment is whole or not there, and repaired without a trace (seed ${FAULT_SEED})`, () =>
  withFolder(async (folder) => {
    using context = await prepare(folder);
    const out = `${folder}/user/out`;
    Deno.mkdirSync(`${folder}/user/mine.partial-01234567`, { recursive: true });
    const durationMs = await doomed(context, "export", out);
    await Deno.remove(out, { recursive: true });
    for (let round = 0; round < FAULT_ROUNDS; round++) {
      await doomed(context, "export", out, chance("export", round) * durationMs * 1.05);
      const { unknown } = repairStorage(context);
      deepEqual([unknown, listLeftovers(context)], [[], []]);
      // What looks like ours, and is not, is still there.
      const left = namesIn(`${folder}/user`).filter((name) => name !== "mine.partial-01234567");
      equal(namesIn(`${folder}/user`).length, left.length + 1);
      deepEqual(left, left.length === 0 ? [] : ["out"]);
      if (left.length === 0) await exportData(context, "shop", { outputPath: out, format: "csv" });
      const files = `read_csv('${out}/sales/*.csv*')`;
      deepEqual(await askNumbers([`SELECT count(DISTINCT id) FROM ${files}`]), [ROWS]);
      await Deno.remove(out, { recursive: true });
    }
  }));

Deno.test({
  name: `a push killed at any moment leaves all in PostgreSQL or nothing (seed ${FAULT_SEED})`,
  ignore: BIN === null,
  fn: () =>
    withFolder(async (folder) => {
      using context = await prepare(folder);
      await using server = await PostgresServer.start(BIN!);
      const durationMs = await doomed(context, "push", server.url());
      for (let round = 0; round < FAULT_ROUNDS; round++) {
        // Every other time there is something of before, which must not get lost either.
        const hadTables = round % 2 === 1;
        await server.sql("DROP TABLE IF EXISTS sales, stores");
        if (hadTables) await server.sql("CREATE TABLE stores (id INT)");
        await doomed(context, "push", server.url(), chance("push", round) * durationMs * 1.05);
        await allAlone(server);
        await assertAllOrNothing(server, hadTables);
        const { unknown } = repairStorage(context);
        deepEqual([unknown, listLeftovers(context)], [[], []]);
      }
      await pushData(context, "shop", { to: server.url(), replace: true });
      await assertAllOrNothing(server, false);
    }),
});

async function prepare(folder: string): Promise<AppContext> {
  const context = new AppContext({ flag: `${folder}/home` });
  createExperiment(context, SCHEMA, { source: "test" });
  await generate(context, "shop", { seed: 5 });
  return context;
}

/** Lets a process do a deed, and kills it so long after it began; returns how long it lived. */
async function doomed(
  { dataRoot }: AppContext,
  ...[deed, target, delayMs]: readonly [string, string, number?]
): Promise<number> {
  await using process = startDoomed(dataRoot.path, deed, "0", target);
  await process.ready;
  const startedAtMs = performance.now();
  const timer = delayMs === undefined ? undefined : setTimeout(() => process.kill(), delayMs);
  await process.ended;
  clearTimeout(timer);
  return performance.now() - startedAtMs;
}

/** Waits until the server has noticed that its client is gone. */
async function allAlone(server: PostgresServer): Promise<void> {
  for (;;) {
    const [row] = await server.sql(
      "SELECT count(*)::int AS n FROM pg_stat_activity " +
        "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    if (row!.n === 0) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

async function assertAllOrNothing(server: PostgresServer, hadTables: boolean): Promise<void> {
  const tables = await server.sql(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' " +
      "AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const names = tables.map(({ name }) => name);
  if (names.length < 2) return deepEqual(names, hadTables ? ["stores"] : []);
  deepEqual(names, ["sales", "stores"]);
  const counts = "SELECT (SELECT count(*) FROM sales)::int AS sales, " +
    "(SELECT count(*) FROM stores)::int AS stores";
  deepEqual(await server.sql(counts), [{ sales: ROWS, stores: STORE_ROWS }]);
  const constraints = "SELECT contype::text AS kind, convalidated AS ok FROM pg_constraint " +
    "WHERE conrelid = 'sales'::regclass AND contype IN ('f', 'p', 'u') ORDER BY 1";
  const kinds = await server.sql(constraints);
  equal(kinds.every(({ ok }) => ok), true);
  deepEqual(kinds.map(({ kind }) => kind), ["f", "u"]);
}

function namesIn(folder: string): readonly string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).toSorted();
}
