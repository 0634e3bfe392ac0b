import { deepEqual, equal, ok } from "node:assert/strict";
import { SHOP_SQL } from "./_api_client.ts";
import { withFolder } from "./_run_cli.ts";
import { type ServerProcess, startServerProcess } from "./_server_process.ts";

const CLIENT_COUNT = 32;
/** As many as are answered at the same time. */
const TOGETHER = 8;
const IDLE_WITHIN_MS = 30_000;
const LEAVE_AFTER_MS_MAX = 120;
const FORMATS = ["json", "jsonl", "csv", "parquet"] as const;
const MANY = "SELECT a.range AS a, b.range AS b FROM range(2000) a, range(1000) b";

Deno.test("clients that leave at any moment leave nothing behind, and the server as it was", async () => {
  await withFolder(async (folder) => {
    const temporary = `${folder}/temporary`;
    await Deno.mkdir(temporary);
    const env = { TMPDIR: temporary };
    const server = await startServerProcess({ home: `${folder}/home`, env });
    try {
      await fillShop(server);
      for (let first = 0; first < CLIENT_COUNT; first += TOGETHER) {
        const turns = Array.from({ length: TOGETHER }, (_, i) => first + i);
        await Promise.all(turns.map((turn) => leave(server, turn)));
        await becomesIdle(server);
      }
      const body = { sql: "SELECT count(*) FROM stores", experiment: "shop" };
      const answer = await post(server, "/api/query/execute", body);
      deepEqual((await answer.json()).rows, [[50]]);
      const left = [...Deno.readDirSync(temporary)].map(({ name }) => name);
      deepEqual(left.filter((name) => /^dw_sim_answer/.test(name)), []);
      equal(await server.end("SIGTERM"), 0);
    } catch (error) {
      await server.end("SIGKILL").catch(() => {});
      throw error;
    }
  });
});

/** Asks for much, takes a piece or none, and is gone at another moment every time. */
async function leave(server: ServerProcess, turn: number): Promise<void> {
  const gone = new AbortController();
  const afterMs = turn * LEAVE_AFTER_MS_MAX / CLIENT_COUNT;
  const timer = setTimeout(() => gone.abort(), afterMs);
  const format = FORMATS[turn % FORMATS.length];
  const asked = { sql: MANY, experiment: "shop", dialect: "duckdb", format };
  try {
    const answer = await post(server, "/api/query/execute", asked, gone.signal);
    const reader = answer.body!.getReader();
    await reader.read();
    await new Promise((resume) => setTimeout(resume, afterMs));
  } catch (error) {
    ok(gone.signal.aborted, String(error));
  } finally {
    clearTimeout(timer);
    gone.abort();
  }
}

async function fillShop(server: ServerProcess): Promise<void> {
  const shop = { name: "shop", sql: SHOP_SQL, target_rows: 50 };
  equal((await send(server, "/api/experiments/import-sql", shop)).status, 201);
  equal((await send(server, "/api/experiments/shop/generate?wait=true", {})).status, 200);
}

async function send(server: ServerProcess, path: string, body: unknown): Promise<Response> {
  const answer = await post(server, path, body);
  await answer.bytes();
  return answer;
}

function post(
  { url }: ServerProcess,
  path: string,
  body: unknown,
  signal: AbortSignal | null = null,
): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(url + path, { method: "POST", headers, body: JSON.stringify(body), signal });
}

async function becomesIdle({ url }: ServerProcess): Promise<void> {
  const endMs = performance.now() + IDLE_WITHIN_MS;
  for (;;) {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    if (/^dw_sim_queries_active 0$/m.test(metrics)) return;
    ok(performance.now() < endMs, /^dw_sim_queries_active .*$/m.exec(metrics)?.[0]);
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

Deno.test("the server itself never loads the engine, whatever is asked of it", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  await withFolder(async (home) => {
    const server = await startServerProcess({ home });
    try {
      await fillShop(server);
      const shop = `${server.url}/api/experiments/shop`;
      for (const rest of ["tables/stores/sample", "tables/receipts/profile", "profile"]) {
        equal((await fetch(`${shop}/${rest}`).then((answer) => answer.json())).code, undefined);
      }
      for (const format of FORMATS) {
        const body = { sql: "SELECT * FROM stores", experiment: "shop", format };
        equal((await send(server, "/api/query/execute", body)).status, 200, format);
      }
      const maps = await Deno.readTextFile(`/proc/${server.process.pid}/maps`);
      ok(maps.includes("deno"), "the map tells of what is loaded");
      equal(/duckdb/i.test(maps), false);
    } finally {
      await server.end("SIGTERM");
    }
  });
});
