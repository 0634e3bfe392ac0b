import { equal, match, ok, rejects } from "node:assert/strict";
import { SHOP_SQL } from "./_api_client.ts";
import { withFolder } from "./_run_cli.ts";
import { type ServerProcess, startServerProcess } from "./_server_process.ts";

const WITHIN_MS = 15_000;
const ENDLESS = "SELECT i, repeat('x', 100) AS t FROM range(1000000000000) t(i)";
const FAILS_LATE = "SELECT CASE WHEN i < 3000000 THEN i ELSE ('x' || i)::INTEGER END AS i " +
  "FROM range(4000000) t(i)";

/** A server with a shop, at which one query is answered at a time, and for no longer than 2 s. */
async function withShop(work: (server: ServerProcess) => Promise<void>): Promise<void> {
  await withFolder(async (home) => {
    const args = ["--limit", "queries=1", "--limit", "query-ms=2000"];
    const server = await startServerProcess({ home, args });
    try {
      const shop = { name: "shop", sql: SHOP_SQL, target_rows: 50 };
      await (await send(server, "/api/experiments/import-sql", shop)).bytes();
      await (await send(server, "/api/experiments/shop/generate?wait=true", {})).bytes();
      await work(server);
    } finally {
      await server.end("SIGTERM");
    }
  });
}

function send({ url }: ServerProcess, path: string, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
}

function ask(server: ServerProcess, sql: string, more: object = {}): Promise<Response> {
  const body = { sql, experiment: "shop", dialect: "duckdb", format: "csv", ...more };
  return send(server, "/api/query/execute", body);
}

/** Waits until a place for a query is free again. */
async function becomesFree(server: ServerProcess): Promise<void> {
  const endMs = performance.now() + WITHIN_MS;
  for (;;) {
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    if (/^dw_sim_queries_active 0$/m.test(metrics)) return;
    ok(performance.now() < endMs, "a query's place is free again");
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

Deno.test("files of answers are sent while they are made, and break off where they fail", () =>
  withShop(async (server) => {
    const csv = await ask(server, "SELECT 1 AS a, NULL AS b, '' AS c");
    match(csv.headers.get("content-type") ?? "", /^text\/csv/);
    equal(await csv.text(), 'a,b,c\r\n1,,""\r\n');
    equal(await (await ask(server, "SELECT 1 AS a", { newline: "lf" })).text(), "a\n1\n");

    const refused = await ask(server, "SELECT 'x'::INTEGER FROM range(5)");
    equal(refused.status, 400);
    equal((await refused.json()).code, "QUERY_FAILED");
    await becomesFree(server);

    const late = await ask(server, FAILS_LATE);
    equal(late.status, 200);
    await rejects(late.bytes(), "half a file never ends as a whole one");
    await becomesFree(server);

    const endless = await ask(server, ENDLESS);
    const reader = endless.body!.getReader();
    ok((await reader.read()).value!.byteLength > 0);
    await reader.cancel();
    await becomesFree(server);
  }));

Deno.test("a client who reads nothing loses its place when a query's time is over", () =>
  withShop(async (server) => {
    const { hostname, port } = new URL(server.url);
    using socket = await Deno.connect({ hostname, port: Number(port) });
    const asked = { sql: ENDLESS, experiment: "shop", dialect: "duckdb", format: "csv" };
    const body = JSON.stringify(asked);
    const head = `POST /api/query/execute HTTP/1.1\r\nhost: ${hostname}:${port}\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    await socket.write(new TextEncoder().encode(head + body));
    const buffer = new Uint8Array(100);
    ok(await socket.read(buffer));
    match(new TextDecoder().decode(buffer), /^HTTP\/1.1 200 /);
    equal((await (await ask(server, "SELECT 1")).json()).code, "WEB_TOO_BUSY");
    await becomesFree(server);
    equal((await ask(server, "SELECT 1 AS a")).status, 200);
  }));
