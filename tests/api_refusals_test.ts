import { equal } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { AppContext } from "../lib/app/mod.ts";
import type { ApiClient, Call, ClientOptions } from "./_api_client.ts";
import { makeShop, SHOP_SQL, withApi } from "./_api_client.ts";
import { documentedRefusals, operationRequests, SMALL_SCHEMA } from "./_api_requests.ts";
import { CAN_MOUNT, withDisk } from "./_mount.ts";

const LOST_RUN = "20260131-093005-250-7hq2mz4c";
const SHOP = "/api/experiments/shop";
/** Its data may go with its schema. */
const DROPPING = `${SHOP}?drop_data=true`;
const JSON_HEADERS = { "content-type": "application/json" };

/** What no request can provoke, and why. */
const EXCUSED: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern: /^(?!createExperiment|importSql|saveQuery).* CATALOG_DISK_FULL$/,
    reason: "on a full disk the catalog's log still has room for small changes",
  },
  {
    pattern: /^executeQuery QUERY_(OUT_OF_MEMORY|TIMED_OUT|ENGINE_DIED)$/,
    reason: "they tell of the engine's process, and are tested where that is killed",
  },
  {
    pattern: /^(checkSchema|previewColumn) CANCELLED$/,
    reason: "a check is given up after a minute, and none is known that takes so long",
  },
  {
    pattern: /^updateExperiment EXPERIMENT_CHANGED$/,
    reason: "it takes another process that changes the experiment in the same millisecond",
  },
  {
    pattern: / INTERNAL_UNEXPECTED$/,
    reason: "it is our own fault, and mended where known; a test of the layer has one on purpose",
  },
];

/** What cannot be provoked over a socket, and why. */
const EXCUSED_OVER_SOCKET: typeof EXCUSED = [
  {
    pattern: / WEB_BODY_SHORT$/,
    reason: "the HTTP server waits for the rest, and then for nobody; the length cannot differ",
  },
  {
    pattern: /^(createExperiment|importSql|saveQuery) WEB_IDEMPOTENCY_BUSY$/,
    reason: "they are answered before a second request is read",
  },
  { pattern: / WEB_STOPPING$/, reason: "a server that stops takes no more connections" },
  {
    pattern: / CATALOG_(BUSY|UNUSABLE|CORRUPT|DISK_FULL)$/,
    reason: "a server whose catalog cannot be opened does not start",
  },
];

/** What cannot be provoked where nothing can be mounted. */
const EXCUSED_WITHOUT_MOUNTS: typeof EXCUSED = [
  { pattern: / CATALOG_DISK_FULL$/, reason: "it takes a full disk" },
  { pattern: / STORAGE_UNWRITABLE$/, reason: "it takes a folder that root cannot remove" },
];

for (const overSocket of [false, true]) {
  Deno.test(
    `every operation gives every refusal it documents ${
      overSocket ? "over a socket" : "in-process"
    }`,
    async (test) => {
      const provoked = new Set<string>();
      for (const [name, world] of Object.entries(WORLDS)) {
        if (overSocket && world.inProcessOnly) continue;
        const isMounted = world.needsMounts ?? false;
        await test.step({
          name: isMounted ? `${name} (over a mount)` : name,
          ignore: isMounted && !CAN_MOUNT,
          fn: () =>
            withApi(async (client, folder) => {
              await world.provoke(client, folder);
              client.refused.forEach((each) => provoked.add(each));
            }, { ...world.options, overSocket }),
        });
      }
      await withApi((client) => {
        const excuses = [
          ...EXCUSED,
          ...overSocket ? EXCUSED_OVER_SOCKET : [],
          ...CAN_MOUNT ? [] : EXCUSED_WITHOUT_MOUNTS,
        ];
        const missing = documentedRefusals(client.document).filter((each) =>
          !provoked.has(each) && !excuses.some(({ pattern }) => pattern.test(each))
        );
        equal(missing.join("\n"), "");
        return Promise.resolve();
      });
    },
  );
}

/** A state of server and data, and the refusals it makes. */
interface World {
  readonly options?: ClientOptions;
  readonly inProcessOnly?: boolean;
  readonly needsMounts?: boolean;
  readonly provoke: (client: ApiClient, folder: string) => Promise<void>;
}

const WORLDS: Readonly<Record<string, World>> = {
  "requests that are wrong in themselves": {
    options: { limits: ["body-bytes=3000"] },
    provoke: async (client) => {
      const runId = await makeShop(client);
      await refuseForeigners(client, runId);
      await refuseBodies(client, runId);
    },
  },
  "bodies that never come": {
    options: { limits: ["body-ms=100"] },
    provoke: async (client) => {
      const headers = JSON_HEADERS;
      const spoil = () => ({ call: { text: new ReadableStream({ start() {} }), headers } });
      await forEach(client, LOST_RUN, { code: "WEB_BODY_TOO_SLOW", spoil });
    },
  },
  "callers without a token": {
    options: { token: "secret", isWide: true },
    provoke: async (client) => {
      await forEach(client, LOST_RUN, { code: "WEB_TOKEN_WRONG" });
      const call = { body: { output_dir: "/x" }, headers: { authorization: "Bearer secret" } };
      await expect(client, "POST", `${SHOP}/generate`, call, "WEB_OUTPUT_DIR_REFUSED");
    },
  },
  "servers with no room": {
    options: { limits: ["requests=0", "queries=0", "event-streams=0"] },
    provoke: async (client) => {
      await forEach(client, LOST_RUN, { code: "WEB_TOO_BUSY", except: ["runEvents"] });
    },
  },
  "servers with no room for more streams": {
    options: { limits: ["event-streams=0"] },
    provoke: async (client) => {
      const runId = await makeShop(client);
      await expect(client, "GET", `${SHOP}/runs/${runId}/events`, {}, "WEB_TOO_BUSY");
    },
  },
  "servers that stop": {
    inProcessOnly: true,
    provoke: async (client) => {
      await client.stop();
      await forEach(client, LOST_RUN, { code: "WEB_STOPPING" });
    },
  },
  "keys that come twice": { provoke: refuseKeys },
  "what was made, and then removed": { provoke: refuseGone },
  "an experiment without data": { provoke: refuseEmpty },
  "names and ids of nothing": { provoke: refuseLost },
  "texts that cannot be read": {
    options: { limits: ["body-bytes=70000000"] },
    provoke: refuseTexts,
  },
  "runs in every state": { provoke: refuseByState },
  "queries that fail": { provoke: refuseQueries },
  "queries that take long": {
    options: { limits: ["query-ms=700"] },
    provoke: async (client) => {
      await makeShop(client);
      const numbers = "range(100000000)";
      const sql = `SELECT count(*) FROM ${numbers} a, ${numbers} b WHERE a.range = -b.range - 1`;
      const body = { sql, experiment: "shop", dialect: "duckdb", format: "csv" };
      await expect(client, "POST", "/api/query/execute", { body }, "WEB_QUERY_TOO_LONG");
    },
  },
  "files that are damaged": { provoke: refuseDamaged },
  "a catalog that is no catalog": {
    inProcessOnly: true,
    provoke: async (client, folder) => {
      await Deno.mkdir(`${folder}/home`);
      await Deno.writeFile(`${folder}/home/catalog.sqlite`, new Uint8Array(8_192).fill(0x5a));
      await forEach(client, LOST_RUN, { code: "CATALOG_CORRUPT" });
    },
  },
  "a catalog that is a folder": {
    inProcessOnly: true,
    provoke: async (client, folder) => {
      await Deno.mkdir(`${folder}/home/catalog.sqlite`, { recursive: true });
      await forEach(client, LOST_RUN, { code: "CATALOG_UNUSABLE" });
    },
  },
  "a catalog that another process holds": {
    options: { limits: ["catalog-ms=5"] },
    inProcessOnly: true,
    provoke: async (client, folder) => {
      await Deno.mkdir(`${folder}/home`);
      using database = new DatabaseSync(`${folder}/home/catalog.sqlite`);
      database.exec("PRAGMA locking_mode = EXCLUSIVE");
      database.exec("CREATE TABLE t (x)");
      await forEach(client, LOST_RUN, { code: "CATALOG_BUSY" });
    },
  },
  "a disk that is full": {
    inProcessOnly: true,
    needsMounts: true,
    provoke: async (client, folder) => {
      await Deno.mkdir(`${folder}/home`);
      await withDisk(`${folder}/home`, "2m", () => refuseOnFullDisk(client, folder));
    },
  },
  "folders that cannot be removed": {
    needsMounts: true,
    provoke: async (client, folder) => {
      const runId = await makeShop(client);
      await withDisk(runFolder(folder, runId), "1m", async () => {
        await expect(client, "POST", `${SHOP}/reset`, { body: {} }, "STORAGE_UNWRITABLE");
        await expect(client, "PUT", DROPPING, { body: SMALL_SCHEMA }, "STORAGE_UNWRITABLE");
        await expect(client, "DELETE", SHOP, {}, "STORAGE_UNWRITABLE");
      });
    },
  },
};

/** Sends a request, and sees it refused for one reason. */
async function expect(
  client: ApiClient,
  method: string,
  path: string,
  call: Call,
  code: string,
): Promise<void> {
  const problem = await client.refusal(method, path, call);
  equal(problem.code, code, `${method} ${path}: ${JSON.stringify(problem)}`);
}

interface ForEach {
  readonly code: string;
  readonly except?: readonly string[];
  /** Makes the request wrong; by default it is as it should be. */
  readonly spoil?: (path: string, call: Call) => { path?: string; call?: Call };
}

/** Has every operation that documents a refusal give it. */
async function forEach(
  client: ApiClient,
  runId: string,
  { code, except = [], spoil = () => ({}) }: ForEach,
): Promise<void> {
  const documented = new Set(documentedRefusals(client.document));
  for (const { id, method, path, call } of operationRequests(client.document, { runId })) {
    if (!documented.has(`${id} ${code}`) || except.includes(id)) continue;
    const spoilt = { path, call, ...spoil(path, call) };
    await expect(client, method, spoilt.path, spoilt.call, code);
  }
}

/** Calls everything that removes nothing; the client sees whether answers are documented. */
async function visitAll(client: ApiClient, runId: string): Promise<void> {
  for (const { id, method, path, call } of operationRequests(client.document, { runId })) {
    if (
      method === "DELETE" || id === "updateExperiment" || id === "resetExperiment" ||
      id === "generate"
    ) continue;
    await (await client.call(method, path, call)).body?.cancel();
  }
}

async function refuseForeigners(client: ApiClient, runId: string): Promise<void> {
  const withHeader = (name: string, value: string) => (_: string, call: Call) => ({
    call: { ...call, headers: { ...call.headers, [name]: value } },
  });
  const spoils: Record<string, ForEach["spoil"]> = {
    WEB_HOST_REFUSED: withHeader("host", "evil.example"),
    WEB_ORIGIN_REFUSED: withHeader("origin", "https://evil.example"),
    WEB_HEADERS_TOO_LARGE: withHeader("x-long", "y".repeat(17_000)),
    WEB_REQUEST_INVALID: (path) => ({ path: `${path}?zzz=1` }),
  };
  for (const [code, spoil] of Object.entries(spoils)) {
    await forEach(client, runId, { code, spoil: spoil! });
  }
  for (const { path } of operationRequests(client.document, { runId })) {
    await expect(client, "PATCH", path, {}, "WEB_METHOD_NOT_ALLOWED");
  }
}

async function refuseBodies(client: ApiClient, runId: string): Promise<void> {
  const withText = (text: () => BodyInit, headers: Record<string, string> = {}) => () => ({
    call: { text: text(), headers: { ...JSON_HEADERS, ...headers } },
  });
  const spoils: Record<string, ForEach["spoil"]> = {
    WEB_JSON_INVALID: withText(() => "{"),
    WEB_JSON_TOO_DEEP: withText(() => "[".repeat(1_000)),
    WEB_BODY_NOT_TEXT: withText(() => new Uint8Array([0x7b, 0xff, 0x7d])),
    WEB_BODY_TOO_LARGE: withText(() => " ".repeat(3_001)),
    WEB_CONTENT_TYPE_UNKNOWN: withText(() => "{}", { "content-type": "text/plain" }),
  };
  for (const [code, spoil] of Object.entries(spoils)) {
    await forEach(client, runId, { code, spoil: spoil! });
  }
  if (client.isOverSocket) return;
  const spoil = withText(() => "{}", { "content-length": "9" });
  await forEach(client, runId, { code: "WEB_BODY_SHORT", spoil });
}

async function refuseKeys(client: ApiClient): Promise<void> {
  const runId = await makeShop(client);
  for (const each of operationRequests(client.document, { runId })) {
    if (!each.takesKey) continue;
    const { id, method, path, call } = each;
    const headers = { "idempotency-key": id };
    const waiting = path.endsWith("/generate") ? `${path}?wait=true` : path;
    const both = await Promise.all(
      Array.from({ length: 3 }, () => client.call(method, waiting, { ...call, headers })),
    );
    const statuses = both.map(({ status }) => status).sort();
    equal(statuses[0]! < 300, true, `${id} ${statuses}`);
    const other = {
      text: ` ${JSON.stringify(call.body)}`,
      headers: { ...JSON_HEADERS, ...headers },
    };
    await expect(client, method, waiting, other, "WEB_IDEMPOTENCY_REUSED");
  }
}

/** Made, not answered, and gone when it is asked for again with the same key. */
async function refuseGone(client: ApiClient, folder: string): Promise<void> {
  for (
    const [path, field, code] of [
      ["/api/experiments/import-sql", "experiments", "EXPERIMENT_NOT_FOUND"],
      ["/api/experiments", "experiments", "EXPERIMENT_NOT_FOUND"],
      ["/api/queries", "queries", "SAVED_QUERY_NOT_FOUND"],
    ] as const
  ) {
    const { call } = operationRequests(client.document, { runId: LOST_RUN })
      .find((each) => each.method === "POST" && each.path === path)!;
    const keyed = { ...call, headers: { "idempotency-key": path } };
    const { name } = await client.json<{ name: string }>("POST", path, { ...keyed, status: 201 });
    await client.json("DELETE", `/api/${field}/${name}`);
    forgetAnswers(folder);
    await expect(client, "POST", path, keyed, code);
  }
  await makeShop(client, null);
  const made = ["generate?wait=true", "reset"].map((rest) => ({
    path: `${SHOP}/${rest}`,
    keyed: { body: {}, headers: { "idempotency-key": rest } },
  }));
  for (const { path, keyed } of made) await client.json("POST", path, keyed);
  await client.json("DELETE", SHOP);
  await makeShop(client, null);
  forgetAnswers(folder);
  for (const { path, keyed } of made) await expect(client, "POST", path, keyed, "RUN_NOT_FOUND");
}

/** Leaves the catalog as a server does that is killed once it has done what it was asked. */
function forgetAnswers(folder: string): void {
  using database = new DatabaseSync(`${folder}/home/catalog.sqlite`);
  database.exec("UPDATE keyed_requests SET answer = NULL WHERE made IS NOT NULL");
}

async function refuseEmpty(client: ApiClient): Promise<void> {
  await makeShop(client, null);
  await visitAll(client, LOST_RUN);
  const sql = { body: { sql: "SELECT 1", experiment: "shop" } };
  const rows: readonly [string, string, string, Call?][] = [
    ["GET", `${SHOP}/tables/stores/sample`, "EXPERIMENT_EMPTY"],
    ["GET", `${SHOP}/profile`, "EXPERIMENT_EMPTY"],
    ["GET", `${SHOP}/tables/stores/profile`, "EXPERIMENT_EMPTY"],
    ["POST", `${SHOP}/load`, "EXPERIMENT_EMPTY", { body: {} }],
    ["POST", "/api/query/execute", "EXPERIMENT_EMPTY", sql],
  ];
  for (const [method, path, code, call = {}] of rows) {
    await expect(client, method, path, call, code);
  }
}

async function refuseLost(client: ApiClient): Promise<void> {
  const runId = await makeShop(client);
  const notFound = (path: string) => ({ path: path.replace("/shop", "/nope") });
  const except = ["createExperiment", "importSql", "executeQuery", "readStatements"];
  await forEach(client, runId, { code: "EXPERIMENT_NOT_FOUND", spoil: notFound, except });
  const sql = { body: { sql: "SELECT 1", experiment: "nope" } };
  await expect(client, "POST", "/api/query/execute", sql, "EXPERIMENT_NOT_FOUND");
  await expect(client, "POST", "/api/query/statements", sql, "EXPERIMENT_NOT_FOUND");
  const rows: readonly [string, string, string, Call?][] = [
    ["GET", "/api/experiments?cursor=%00", "WEB_CURSOR_INVALID"],
    ["GET", "/api/queries?cursor=%00", "WEB_CURSOR_INVALID"],
    ["GET", "/api/query/history?cursor=%00", "WEB_CURSOR_INVALID"],
    ["GET", `${SHOP}/runs?cursor=%00`, "WEB_CURSOR_INVALID"],
    ["GET", `${SHOP}/runs?cursor=YQ`, "RUN_ID_INVALID"],
    ["GET", `${SHOP}/tables/nope/sample`, "TABLE_NOT_FOUND"],
    ["GET", `${SHOP}/tables/nope/profile`, "TABLE_NOT_FOUND"],
    ["GET", `${SHOP}/profile?table=nope`, "TABLE_NOT_FOUND"],
    ["POST", `${SHOP}/generate`, "TABLE_NOT_FOUND", { body: { rows: { nope: 1 } } }],
    ["POST", `${SHOP}/load`, "RUN_NOT_FOUND", { body: { run_id: LOST_RUN } }],
    ["POST", `${SHOP}/load`, "RUN_ID_INVALID", { body: { run_id: "1" } }],
    ["GET", "/api/queries/nope", "SAVED_QUERY_NOT_FOUND"],
    ["DELETE", "/api/queries/nope", "SAVED_QUERY_NOT_FOUND"],
    ["PUT", "/api/queries/nope", "SAVED_QUERY_NOT_FOUND", {
      body: { name: "mine", sql: "SELECT 1" },
    }],
  ];
  for (const [method, path, code, call = {}] of rows) {
    await expect(client, method, path, call, code);
  }
  for (const [id, code] of [[LOST_RUN, "RUN_NOT_FOUND"], ["1", "RUN_ID_INVALID"]] as const) {
    await forEach(client, runId, {
      ...{ code, except: ["loadRun", "listRuns", "generate", "resetExperiment"] },
      spoil: (path) => ({ path: path.replace(runId, id) }),
    });
  }
}

async function refuseTexts(client: ApiClient): Promise<void> {
  await makeShop(client, null);
  const json = (text: string) => ({ text, headers: JSON_HEADERS });
  const yaml = (text: string) => ({ text, headers: { "content-type": "application/yaml" } });
  const create = (call: Call, code: string) =>
    expect(client, "POST", "/api/experiments", call, code);
  await create(json("{"), "SCHEMA_NOT_JSON");
  await create(json('{"name":"x"}'), "SCHEMA_INVALID");
  await create(json(" ".repeat(64 * 1024 ** 2 + 1)), "SCHEMA_TOO_LARGE");
  await create(yaml("a: [1"), "YAML_UNREADABLE");
  await create(yaml(`# ${"x".repeat(4 * 1024 ** 2)}`), "YAML_TOO_LARGE");
  const update = (call: Call, code: string) => expect(client, "PUT", SHOP, call, code);
  await update(json("{"), "SCHEMA_NOT_JSON");
  await update(json('{"name":"x"}'), "SCHEMA_INVALID");
  await update(json(" ".repeat(64 * 1024 ** 2 + 1)), "SCHEMA_TOO_LARGE");
  await update(yaml("a: [1"), "YAML_UNREADABLE");
  await update(yaml(`# ${"x".repeat(4 * 1024 ** 2)}`), "YAML_TOO_LARGE");
  const table = { name: "t", target_rows: 1, columns: [{ name: "id", data_type: "INT" }] };
  const taken = JSON.stringify({ name: "SHOP", tables: [table] });
  await create(json(taken), "EXPERIMENT_NAME_TAKEN");
  const importSql = (body: Record<string, unknown>, code: string) =>
    expect(client, "POST", "/api/experiments/import-sql", { body }, code);
  await importSql({ name: "a b", sql: "x" }, "NAME_INVALID");
  await importSql({ name: "a", sql: "CREATE TABLE (" }, "SCHEMA_INVALID");
  await importSql({ name: "shop", sql: SHOP_SQL }, "EXPERIMENT_NAME_TAKEN");
  const deep = `CREATE TABLE t (a INT DEFAULT ${"(".repeat(5_000)}1${")".repeat(5_000)})`;
  await importSql({ name: "b", sql: deep }, "DDL_LIMIT_REACHED");
  const check = (body: Record<string, unknown>, code: string) =>
    expect(client, "POST", "/api/check-schema", { body }, code);
  await check({ kind: "ddl", name: "a b", text: "x" }, "NAME_INVALID");
  await check({ kind: "ddl", text: "CREATE TABLE (" }, "SCHEMA_INVALID");
  await check({ kind: "ddl", text: deep }, "DDL_LIMIT_REACHED");
  await check({ kind: "json", text: "{" }, "SCHEMA_NOT_JSON");
  await check({ kind: "yaml", text: "a: [1" }, "YAML_UNREADABLE");
  await check({ kind: "yaml", text: `# ${"x".repeat(4 * 1024 ** 2)}` }, "YAML_TOO_LARGE");
  const preview = (column: unknown, code: string) =>
    expect(client, "POST", "/api/preview-column", { body: { table: "t", column } }, code);
  await preview({ name: "a", data_type: "NOPE" }, "SCHEMA_INVALID");
  const narrow = { data_type: "INT", is_unique: true, required: true, min_value: 1, max_value: 2 };
  await preview({ name: "a", ...narrow }, "GENERATION_IMPOSSIBLE");
  const query = { body: { name: "mine", sql: "SELECT 1" } };
  await client.json("POST", "/api/queries", { ...query, status: 201 });
  await expect(client, "POST", "/api/queries", query, "SAVED_QUERY_NAME_TAKEN");
  const other = { body: { name: "other", sql: "SELECT 1" } };
  await client.json("POST", "/api/queries", { ...other, status: 201 });
  await expect(client, "PUT", "/api/queries/mine", other, "SAVED_QUERY_NAME_TAKEN");
}

async function refuseByState(client: ApiClient, folder: string): Promise<void> {
  const first = await makeShop(client);
  await expect(client, "PUT", SHOP, { body: SMALL_SCHEMA }, "EXPERIMENT_HAS_DATA");
  const generate = (body: unknown, code: string) =>
    expect(client, "POST", `${SHOP}/generate`, { body }, code);
  await generate({ output_dir: "relative" }, "WEB_OUTPUT_DIR_RELATIVE");
  await generate({ output_dir: folder }, "STORAGE_TARGET_EXISTS");
  await Deno.writeTextFile(`${folder}/file`, "");
  await generate({ output_dir: `${folder}/file/below` }, "STORAGE_UNREADABLE");
  await generate({ rows: { stores: 99_999_999_999 } }, "GENERATION_IMPOSSIBLE");
  await expect(client, "POST", `${SHOP}/runs/${first}/cancel`, { body: {} }, "RUN_NOT_ACTIVE");
  await expect(client, "POST", `${SHOP}/runs/${first}/resume`, { body: {} }, "RUN_STATE_CONFLICT");
  const started = await client.json<{ id: string }>("POST", `${SHOP}/generate`, {
    ...{ body: { rows: { receipts: 20_000_000 }, workers: 1 }, status: 202 },
  });
  await generate({}, "RUN_ALREADY_ACTIVE");
  await expect(client, "POST", `${SHOP}/reset`, { body: {} }, "RUN_ALREADY_ACTIVE");
  await expect(client, "DELETE", SHOP, {}, "EXPERIMENT_HAS_ACTIVE_RUN");
  await expect(client, "PUT", DROPPING, { body: SMALL_SCHEMA }, "EXPERIMENT_HAS_ACTIVE_RUN");
  const run = `${SHOP}/runs/${started.id}`;
  await expect(client, "GET", `${run}/manifest`, {}, "RUN_NOT_COMPLETED");
  await expect(
    client,
    "POST",
    `${SHOP}/load`,
    { body: { run_id: started.id } },
    "RUN_NOT_COMPLETED",
  );
  await client.json("POST", `${run}/cancel`, { body: {} });
  const second = await client.json<{ id: string }>("POST", `${SHOP}/generate`, {
    ...{ body: { rows: { receipts: 20_000_000 }, workers: 1 }, status: 202 },
  });
  await expect(client, "POST", `${run}/resume`, { body: {} }, "RUN_ALREADY_ACTIVE");
  await client.json("POST", `${SHOP}/runs/${second.id}/cancel`, { body: {} });
  {
    using database = new DatabaseSync(`${folder}/home/catalog.sqlite`);
    database.prepare("UPDATE generation_runs SET schema_hash = 'x' WHERE id = ?").run(second.id);
  }
  const resume = `${SHOP}/runs/${second.id}/resume`;
  await expect(client, "POST", resume, { body: {} }, "RUN_NOT_RESUMABLE");
  await client.json("POST", `${SHOP}/reset`, { body: {} });
  await expect(client, "POST", `${run}/resume`, { body: {} }, "RUN_FILES_REMOVED");
  await expect(client, "GET", `${SHOP}/runs/${first}/manifest`, {}, "RUN_FILES_REMOVED");
  await expect(client, "POST", `${SHOP}/load`, { body: { run_id: first } }, "RUN_FILES_REMOVED");
}

async function refuseQueries(client: ApiClient): Promise<void> {
  await makeShop(client);
  const ask = (sql: string, code: string, more = {}) =>
    expect(client, "POST", "/api/query/execute", {
      body: { sql, experiment: "shop", ...more },
    }, code);
  await ask("DROP TABLE stores", "QUERY_REFUSED");
  await ask("SELECT CAST('x' AS INT)", "QUERY_FAILED", { format: "csv" });
  await ask("SELECT * FROM range(3)", "QUERY_UNSUPPORTED");
  await ask("SELECT :a", "QUERY_REFUSED");
  await ask("SELECT repeat('x', 70000000)", "QUERY_ROW_TOO_LARGE");
  await ask("SELECT 1", "QUERY_PARAMETER_UNUSED", { parameters: { a: 1 } });
  const parameters = { a: { type: "date", value: "2023-02-29" } };
  await ask("SELECT :a", "QUERY_PARAMETER_INVALID", { parameters });
  await ask("SELECT 1; SELECT 2", "QUERY_STATEMENT_NOT_FOUND", { statement: 3 });
  const other = { name: "other", sql: SHOP_SQL };
  await client.json("POST", "/api/experiments/import-sql", { body: other, status: 201 });
  await ask("SELECT 1", "EXPERIMENT_NOT_NAMED", { experiment: null });
}

async function refuseDamaged(client: ApiClient, folder: string): Promise<void> {
  const runId = await makeShop(client);
  const run = runFolder(folder, runId);
  const manifest = await Deno.readTextFile(`${run}/manifest.json`);
  await Deno.writeTextFile(`${run}/manifest.json`, "{}");
  await forEach(client, runId, { code: "MANIFEST_INVALID" });
  await visitAll(client, runId);
  await Deno.remove(`${run}/manifest.json`);
  await forEach(client, runId, { code: "STORAGE_UNREADABLE", except: ["generate"] });
  await visitAll(client, runId);
  await Deno.writeTextFile(`${run}/manifest.json`, manifest);
  const part = `${run}/stores/part-00000.parquet`;
  const bytes = await Deno.readFile(part);
  // Its footer is whole: what is wrong is found when the rows are read.
  await Deno.writeFile(part, bytes.slice().fill(0xff, 4, 400));
  await visitAll(client, runId);
  await Deno.writeTextFile(part, "no Parquet");
  await forEach(client, runId, { code: "RUN_FILES_DAMAGED" });
  await visitAll(client, runId);
  await Deno.remove(`${run}/stores`, { recursive: true });
  await visitAll(client, runId);
}

async function refuseOnFullDisk(client: ApiClient, folder: string): Promise<void> {
  await makeShop(client);
  await fill(`${folder}/home/filler`);
  // Large, because a log that was written before has room for small changes.
  const sql = `SELECT '${"x".repeat(500_000)}'`;
  const columns = Array.from({ length: 2_000 }, (_, i) => ({ name: `c${i}`, data_type: "INT" }));
  const schema = { name: "large", tables: [{ name: "t", target_rows: 1, columns }] };
  const ddl = `CREATE TABLE t (${columns.map(({ name }) => `${name} INT`).join(", ")})`;
  const bodies = { queries: { name: "large", sql }, experiments: schema };
  for (const [path, body] of Object.entries(bodies)) {
    await expect(client, "POST", `/api/${path}`, { body }, "CATALOG_DISK_FULL");
  }
  const imported = { body: { name: "large", sql: ddl } };
  await expect(client, "POST", "/api/experiments/import-sql", imported, "CATALOG_DISK_FULL");
}

async function fill(path: string): Promise<void> {
  using file = await Deno.open(path, { write: true, create: true });
  for (let size = 65_536; size > 0;) {
    try {
      await file.write(new Uint8Array(size));
    } catch {
      size = size === 1 ? 0 : Math.floor(size / 2);
    }
  }
}

function runFolder(folder: string, runId: string): string {
  return new AppContext({ flag: `${folder}/home` }).dataRoot.runPath("shop", runId);
}
