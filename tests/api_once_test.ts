import { deepEqual, equal, ok } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { AppContext, findKeyedRequest, listExperiments, listRuns } from "../lib/app/mod.ts";
import { type ApiClient, type Call, makeShop, SHOP_SQL, withApi } from "./_api_client.ts";
import { withFolder } from "./_run_cli.ts";
import { startServerProcess } from "./_server_process.ts";

const SCHEMA = {
  name: "retail",
  tables: [{ name: "sales", target_rows: 5, columns: [{ name: "id", data_type: "INT" }] }],
};
const YAML = "name: ships\ntables:\n" +
  "  - {name: hulls, target_rows: 3, columns: [{name: id, data_type: INT}]}\n";

/** Every request that makes something, with what its answer says of that. */
const REQUESTS: Readonly<Record<string, { path: string; call: Call; field: string }>> = {
  createExperiment: { path: "/api/experiments", call: { body: SCHEMA }, field: "created_at" },
  "createExperiment of YAML": {
    path: "/api/experiments",
    call: { text: YAML, headers: { "content-type": "application/yaml" } },
    field: "created_at",
  },
  importSql: {
    path: "/api/experiments/import-sql",
    call: { body: { name: "orders", sql: SHOP_SQL } },
    field: "created_at",
  },
  saveQuery: {
    path: "/api/queries",
    call: { body: { name: "all", sql: "SELECT 1" } },
    field: "created_at",
  },
  generate: {
    path: "/api/experiments/shop/generate?wait=true",
    call: { body: { seed: 4 } },
    field: "id",
  },
};

for (const [title, { path, call, field }] of Object.entries(REQUESTS)) {
  Deno.test(`${title}: killed between deed and answer, it is answered for and not done again`, async () => {
    await withApi(async (client, folder) => {
      await makeShop(client, null);
      const headers = { ...call.headers, "idempotency-key": "once" };
      const first = await client.call("POST", path, { ...call, headers });
      const told = await first.json();
      forgetAnswer(folder);
      const second = await client.call("POST", path, { ...call, headers });
      equal(second.headers.get("idempotency-replayed"), null);
      deepEqual([second.status, second.headers.get("location")], [
        first.status,
        first.headers.get("location"),
      ]);
      equal((await second.json())[field], told[field]);
      const third = await client.call("POST", path, { ...call, headers });
      equal(third.headers.get("idempotency-replayed"), "true");
      equal((await third.json())[field], told[field]);
      const other = { text: `${call.text ?? JSON.stringify(call.body)} `, headers };
      equal((await client.refusal("POST", path, withType(other))).code, "WEB_IDEMPOTENCY_REUSED");
      await assertNothingTwice(client);
    });
  });
}

/** Leaves the catalog as a process does that is killed once it has done what it was asked. */
function forgetAnswer(folder: string): void {
  using database = new DatabaseSync(`${folder}/home/catalog.sqlite`);
  equal(database.prepare("UPDATE keyed_requests SET answer = NULL").run().changes, 1);
}

function withType(call: Call): Call {
  return { ...call, headers: { "content-type": "application/json", ...call.headers } };
}

async function assertNothingTwice(client: ApiClient): Promise<void> {
  const page = await client.json<{ runs: readonly unknown[] }>(
    ...["GET", "/api/experiments/shop/runs"] as const,
  );
  ok(page.runs.length <= 1);
}

Deno.test("what was made and then deleted is told to be gone, not made again", async () => {
  await withApi(async (client, folder) => {
    const headers = { "idempotency-key": "once" };
    const call = { body: SCHEMA, headers };
    await client.json("POST", "/api/experiments", { ...call, status: 201 });
    await client.json("DELETE", "/api/experiments/retail");
    forgetAnswer(folder);
    const { code } = await client.refusal("POST", "/api/experiments", call);
    equal(code, "EXPERIMENT_NOT_FOUND");
  });
});

Deno.test("a server killed while it answers does nothing twice when it is asked again", async () => {
  await withFolder(async (home) => {
    const sql = "CREATE TABLE t (id INTEGER PRIMARY KEY, email VARCHAR(60), paid DECIMAL(9,2))";
    // Killed the moment the catalog has what was asked for: the answer is not written yet.
    await killedOnce(home, {
      path: "/api/experiments/import-sql",
      body: { name: "shop", sql },
      isDone: (context) => listExperiments(context).length === 1,
      assert: (context, status, answer) => {
        deepEqual([status, answer.name], [201, "shop"]);
        equal(listExperiments(context).length, 1);
      },
    });
    await killedOnce(home, {
      path: "/api/experiments/shop/generate?wait=true",
      body: { rows: { t: 50_000_000 } },
      isDone: (context) => listRuns(context, "shop").length === 1,
      assert: (context, status, answer) => {
        const runs = listRuns(context, "shop");
        deepEqual([status, answer.id, answer.status], [200, runs[0]!.id, "ABORTED"]);
        equal(runs.length, 1);
      },
    });
  });
});

interface Killing {
  readonly path: string;
  readonly body: unknown;
  readonly isDone: (context: AppContext) => boolean;
  readonly assert: (context: AppContext, status: number, answer: Record<string, unknown>) => void;
}

async function killedOnce(home: string, { path, body, isDone, assert }: Killing): Promise<void> {
  using context = new AppContext({ flag: home });
  const init = {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": path },
    body: JSON.stringify(body),
  };
  const doomed = await startServerProcess({ home });
  const lost = fetch(doomed.url + path, init).then((answer) => answer.text(), () => "lost");
  while (!isDone(context)) await new Promise((resume) => setTimeout(resume, 1));
  await doomed.end("SIGKILL");
  await lost;
  equal(findKeyedRequest(context, path)!.answer, null, "it was killed before it kept the answer");
  const server = await startServerProcess({ home });
  try {
    const response = await fetch(server.url + path, init);
    assert(context, response.status, await response.json());
  } finally {
    await server.end("SIGTERM");
  }
}
