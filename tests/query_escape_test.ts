import { deepEqual, equal, ok } from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { AppContext, generate, importDdl } from "../lib/app/mod.ts";
import { type ApiClient, withApi } from "./_api_client.ts";
import { BOMBS, ESCAPE_ATTEMPTS, type EscapeAttempt } from "./_escape_attempts.ts";

const CANARY = "canary-3f9a2c71";
const EXECUTE = "/api/query/execute";
const MIB = 1024 ** 2;

Deno.test("no query gets out: what it may not reach is neither read, nor written, nor called", async (t) => {
  await withPrison(async ({ client, fill, folder, callers }) => {
    ok(ESCAPE_ATTEMPTS.length >= 100);
    const before = await snapshot(folder);
    for (const attempt of ESCAPE_ATTEMPTS) {
      const name = `${attempt.aim}: ${attempt.sql.slice(0, 80)}`;
      await t.step(name, () => refused(client, { ...attempt, sql: fill(attempt.sql) }, "duckdb"));
    }
    for (const dialect of ["redshift", "snowflake"]) {
      await t.step(`all of them in the words of ${dialect}`, async () => {
        for (const { aim, sql } of ESCAPE_ATTEMPTS) {
          await refused(client, { aim, sql: fill(sql) }, dialect);
        }
      });
    }
    const after = await snapshot(folder);
    deepEqual(after.filter((file) => !before.includes(file)), []);
    equal(after.length, before.length);
    equal(callers(), 0);
  });
});

Deno.test("questions that only read are still answered", async () => {
  await withPrison(async ({ client }) => {
    for (
      const sql of [
        "SELECT count(*) FROM things",
        "SELECT table_name FROM information_schema.tables",
        "SELECT column_name FROM information_schema.columns",
        "SELECT * FROM things, unnest([1, 2]), range(2)",
        "SUMMARIZE things",
        "SHOW ALL TABLES",
        "SELECT 'read_text(''x'')', \"label\" FROM things",
        "EXPLAIN SELECT * FROM things",
      ]
    ) {
      const { rows } = await client.json<{ rows: unknown[] }>("POST", EXECUTE, ask(sql));
      ok(rows.length > 0, sql);
    }
  });
});

Deno.test("bombs are dead within a second of their limit, and the server answers all the while", async (t) => {
  await withPrison(async ({ client }) => {
    const heartbeat = beat(client);
    for (const sql of BOMBS) {
      await t.step(sql.slice(0, 80), async () => {
        const startedAtMs = performance.now();
        const problem = await client.refusal("POST", EXECUTE, ask(sql, { format: "csv" }));
        const elapsedMs = performance.now() - startedAtMs;
        ok(DEATHS.has(problem.code), problem.code);
        ok(elapsedMs < QUERY_MS + 1_000, `${problem.code} after ${elapsedMs} ms`);
      });
    }
    const { count, longestMs } = await heartbeat.stop();
    ok(count > 10 && longestMs < 1_000, `${count} answers, the slowest after ${longestMs} ms`);
    const { rows } = await client.json<{ rows: unknown[] }>("POST", EXECUTE, ask("SELECT 1"));
    deepEqual(rows, [[1]]);
    const odd = await client.refusal("POST", EXECUTE, ask("SELECT label::INTEGER FROM things"));
    deepEqual([odd.code, odd.status], ["QUERY_FAILED", 400]);
  }, [`query-ms=${QUERY_MS}`, `query-bytes=${700 * MIB}`]);
});

const QUERY_MS = 1_500;
const DEATHS: ReadonlySet<string> = new Set([
  "QUERY_OUT_OF_MEMORY",
  "WEB_QUERY_TOO_LONG",
  // The engine itself declines what is plainly too much.
  "QUERY_FAILED",
  "QUERY_REFUSED",
]);

interface Prison {
  readonly client: ApiClient;
  readonly folder: string;
  /** Puts real places into an attempt. */
  readonly fill: (sql: string) => string;
  /** How often somebody called the port that nobody should call. */
  readonly callers: () => number;
}

/** A server over two experiments, with a secret beside them and an ear at a port. */
async function withPrison(
  work: (prison: Prison) => Promise<void>,
  limits: readonly string[] = [],
): Promise<void> {
  const ear = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  let callCount = 0;
  const listening = (async () => {
    for await (const connection of ear) {
      callCount++;
      connection.close();
    }
  })();
  Deno.env.set("DW_ESCAPE_SECRET", CANARY);
  try {
    await withApi(async (client, folder) => {
      using context = new AppContext({ flag: `${folder}/home` });
      const own = await makeExperiment(context, "own");
      const other = await makeExperiment(context, "hidden");
      const secret = `${folder}/secret.txt`;
      await Deno.writeTextFile(secret, `${CANARY}\n`);
      await Deno.symlink(secret, `${folder}/link.txt`);
      const places: Readonly<Record<string, string>> = {
        ...{ secret, own, other, folder, out: `${folder}/out`, link: `${folder}/link.txt` },
        port: String(ear.addr.port),
      };
      await work({
        ...{ client, folder, callers: () => callCount },
        fill: (sql) => sql.replace(/\{(\w+)\}/g, (_, name) => places[name]!),
      });
    }, { limits });
  } finally {
    ear.close();
    await listening;
    Deno.env.delete("DW_ESCAPE_SECRET");
  }
}

/** @returns The path of a file of its one table. */
async function makeExperiment(context: AppContext, name: string): Promise<string> {
  const ddl = "CREATE TABLE things (id INTEGER PRIMARY KEY, label VARCHAR(20));";
  importDdl(context, ddl, { name, dialect: "postgres", source: name });
  const { run } = await generate(context, name, { rows: { everyTable: 50 }, seed: 1 });
  return `${run.outputPath}/things/part-00000.parquet`;
}

async function refused(
  client: ApiClient,
  { aim, sql }: EscapeAttempt,
  dialect: string,
): Promise<void> {
  const asFile = aim === "read files" && dialect === "duckdb";
  for (const format of asFile ? ["json", "csv"] : ["json"]) {
    const response = await client.call("POST", EXECUTE, ask(sql, { format, dialect }));
    const text = await response.text();
    equal(response.status >= 400 && response.status < 500, true, `${sql}: ${text}`);
    // What the user wrote may be quoted to them; what they did not know may not be told.
    ok(!text.includes(CANARY), text);
  }
}

function ask(sql: string, more: Readonly<Record<string, unknown>> = {}) {
  return { body: { sql, experiment: "own", dialect: "duckdb", ...more } };
}

/** Asks for the server's health again and again, as somebody else would. */
function beat(client: ApiClient) {
  let isOver = false;
  let count = 0;
  let longestMs = 0;
  const beating = (async () => {
    while (!isOver) {
      const startedAtMs = performance.now();
      equal((await client.call("GET", "/health")).status, 200);
      longestMs = Math.max(longestMs, performance.now() - startedAtMs);
      count++;
      await delay(50);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await beating;
      return { count, longestMs };
    },
  };
}

/** What we write while we answer: the catalog, and whose the temporary folder is. */
const OUR_OWN = /\/(?:catalog\.sqlite[^/]*|scratch\/[^/]+\/owner)$/;

/** Every file of a folder with its size and time. */
async function snapshot(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (path: string) => {
    for await (const { name, isDirectory } of Deno.readDir(path)) {
      const child = `${path}/${name}`;
      if (isDirectory) await visit(child);
      else if (!OUR_OWN.test(child)) {
        const { size, mtime } = await Deno.lstat(child);
        found.push(`${child} ${size} ${mtime?.getTime()}`);
      }
    }
  };
  await visit(folder);
  return found.sort();
}
