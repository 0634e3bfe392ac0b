/**
 * Drives every operation of the API from its OpenAPI document, with inputs that fit, nearly fit, or
 * are hostile: no 5xx, no hang, every answer as the document says.
 *
 * `deno task fuzz:api [requests] [seed]`; the seed is printed, and makes the same requests again.
 */
import { equal, ok } from "node:assert/strict";
import { type ApiClient, makeShop, SHOP_SQL, withApi } from "./_api_client.ts";

const ANSWER_MS_MAX = 10_000;

const HOSTILE_TEXTS = [
  ...[
    "",
    " ",
    "..",
    "../../etc/passwd",
    "shop%00",
    "\0",
    "é",
    "😀",
    "' OR 1=1 --",
    '"; DROP TABLE x',
  ],
  ...[
    "<script>alert(1)</script>",
    "%s%n",
    "__proto__",
    "constructor",
    "a".repeat(5_000),
    "\r\nx: y",
  ],
  ...["null", "NaN", "-1", "1e309", "\ud800", "/dev/null", "*", "true"],
];
const HOSTILE_VALUES: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e300, Number.MAX_SAFE_INTEGER + 2, [], {}, [[]], { a: { b: {} } }],
  ...HOSTILE_TEXTS,
];
const SQL_TEXTS = [
  ...[
    "SELECT 1",
    "SELECT * FROM stores",
    "SELECT count(*) FROM receipts GROUP BY 1",
    "FROM stores;",
  ],
  ...["", ";", "SELECT", "DROP TABLE stores", "SELECT * FROM read_csv('/etc/passwd')", "SET x = 1"],
  ...["SELECT 1/0", "SELECT cast('x' AS INT)", "SELECT '\0'", SHOP_SQL, "SELECT 1; SELECT 2"],
];

interface Draw {
  /** A whole number below a bound. */
  readonly below: (bound: number) => number;
  readonly of: <Value>(values: readonly Value[]) => Value;
}

/** @returns How many answers there were of every status. */
export async function fuzzApi(
  requestCount: number,
  seed: number,
): Promise<ReadonlyMap<number, number>> {
  const statuses = new Map<number, number>();
  await withApi(async (client) => {
    const draw = drawer(seed);
    const runIds = ["20260131-093005-250-7hq2mz4c", "1"];
    for (let i = 0; i < requestCount; i++) {
      // What requests removed comes back, or all that follow would find nothing.
      if (i % 40 === 0) runIds.push(...await restoreShop(client));
      const status = await send(client, { draw, runIds }, `request ${i} of seed ${seed}`);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  }, { limits: ["body-ms=500", "query-ms=5000"] });
  return statuses;
}

interface Drawing {
  readonly draw: Draw;
  readonly runIds: readonly string[];
}

async function restoreShop(client: ApiClient): Promise<readonly string[]> {
  const { status } = await client.call("GET", "/api/experiments/shop/tables/stores/sample");
  if (status === 200) return [];
  await client.call("DELETE", "/api/experiments/shop");
  const again = await client.call("GET", "/api/experiments/shop");
  return again.status === 404 ? [await makeShop(client, 20)] : [];
}

async function send(client: ApiClient, drawing: Drawing, what: string): Promise<number> {
  const { method, path, call } = drawRequest(client, drawing);
  const told = `${what}: ${method} ${path} ${JSON.stringify(call)}`.slice(0, 2_000);
  const startedAtMs = performance.now();
  let response: Response;
  try {
    response = await client.call(method, path, call);
  } catch (cause) {
    throw new Error(told, { cause });
  }
  equal(response.status < 500, true, `${told} answers ${response.status}`);
  if (response.headers.get("content-type") === "text/event-stream") await response.body!.cancel();
  else await response.bytes();
  ok(performance.now() - startedAtMs < ANSWER_MS_MAX, `${told} took too long`);
  return response.status;
}

function drawRequest({ document }: ApiClient, drawing: Drawing) {
  const { draw } = drawing;
  const [template, methods] = draw.of(Object.entries(document.paths));
  const [method, operation] = draw.of(Object.entries(methods));
  const params: string[] = [];
  const path = template.replace(
    /\{(\w+)\}/g,
    (_, name: string) => encode(drawParam(drawing, name)),
  );
  for (const { name, in: place } of operation.parameters) {
    if (place !== "query" || draw.below(2) === 0) continue;
    const value = draw.below(3) > 0
      ? draw.of(["1", "5", "true", "stores"])
      : draw.of(HOSTILE_TEXTS);
    params.push(`${name}=${encode(value)}`);
  }
  if (draw.below(20) === 0) params.push(`${encode(draw.of(HOSTILE_TEXTS))}=1`);
  const query = params.length === 0 ? "" : `?${params.join("&")}`;
  const headers: Record<string, string> = {};
  if (draw.below(10) === 0) {
    headers["idempotency-key"] = draw.of(["a", "b", "c d", "x".repeat(300)]);
  }
  if (draw.below(10) === 0) headers["if-none-match"] = draw.of(["*", '"x"', "W/", ","]);
  if (draw.below(10) === 0) headers["last-event-id"] = draw.of(["x", "1.2.3", "a".repeat(999)]);
  const hasBody = operation.requestBody !== undefined;
  const call = { headers, ...hasBody && drawBody(draw, operation.requestBody!.content, headers) };
  return { method: method.toUpperCase(), path: path + query, call };
}

function drawParam({ draw, runIds }: Drawing, name: string): string {
  if (draw.below(4) === 0) return draw.of(HOSTILE_TEXTS) || "x";
  if (name === "table") return draw.of(["stores", "RECEIPTS", "nope"]);
  if (name === "id") return draw.of(runIds);
  return draw.of(["shop", "shop", "SHOP", "other", "nope"]);
}

function encode(text: string): string {
  // A lone surrogate cannot be written in an address.
  return encodeURIComponent(text.toWellFormed());
}

type Content = Readonly<Record<string, { readonly schema?: Record<string, unknown> }>>;

function drawBody(draw: Draw, content: Content, headers: Record<string, string>) {
  headers["content-type"] = draw.below(15) === 0
    ? draw.of(["text/plain", "", "application/xml", "multipart/form-data"])
    : draw.of(Object.keys(content));
  const schema = content["application/json"]?.schema ?? {};
  const text = JSON.stringify(drawJson(draw, schema)) ?? "";
  const cut = draw.below(20);
  if (cut === 0) return { text: text.slice(0, draw.below(text.length + 1)) };
  if (cut === 1) return { text: draw.of(HOSTILE_TEXTS) };
  return { text };
}

function drawJson(draw: Draw, schema: Record<string, unknown>): unknown {
  if (draw.below(25) === 0) return draw.of(HOSTILE_VALUES);
  const properties = schema.properties as Record<string, Record<string, unknown>> | undefined;
  if (properties === undefined) return drawExperiment(draw);
  const required = (schema.required ?? []) as readonly string[];
  const json: Record<string, unknown> = {};
  for (const name of Object.keys(properties)) {
    if (!required.includes(name) && draw.below(2) === 0) continue;
    json[name] = draw.below(8) === 0 && name !== "output_dir" && name !== "target_rows"
      ? draw.of(HOSTILE_VALUES)
      : drawField(draw, name);
  }
  if (draw.below(15) === 0) json[draw.of(HOSTILE_TEXTS)] = 1;
  return json;
}

/** Rows stay few, and no folder outside the data root is ever named. */
function drawField(draw: Draw, name: string): unknown {
  switch (name) {
    case "sql":
      return draw.of(SQL_TEXTS);
    case "rows":
      return draw.of([{ stores: 3 }, { stores: 0, receipts: 0 }, { nope: 1 }, { stores: -1 }, {}]);
    case "target_rows":
      return draw.of([0, 1, 30, -1, 1.5]);
    case "output_dir":
      return draw.of(["relative", "../up", "", null]);
    case "dialect":
      return draw.of(["redshift", "snowflake", "postgres", "oracle"]);
    case "format":
      return draw.of(["json", "jsonl", "CSV", "parquet", "xls"]);
    case "workers":
      return draw.of([1, 2, 0]);
    case "row_limit":
    case "seed":
      return draw.below(100);
    case "dry_run":
    case "strict":
      return draw.below(2) === 0;
    case "run_id":
      return draw.of([null, "20260131-093005-250-7hq2mz4c", "1"]);
    default:
      return draw.of(["shop", "other", "third", "nope"]);
  }
}

function drawExperiment(draw: Draw): unknown {
  const type = () => draw.of(["INT", "VARCHAR", "DATE", "BOOLEAN", "FLOAT", "NOPE", 7]);
  const columns = Array.from({ length: 1 + draw.below(3) }, (_, i) => ({
    ...{ name: draw.below(9) === 0 ? draw.of(HOSTILE_VALUES) : `c${i}`, data_type: type() },
    ...draw.below(5) === 0 && { null_rate: draw.of([0, 0.5, 2]) },
  }));
  const tables = [{ name: "t", target_rows: draw.of([0, 5, -1]), columns }];
  return { name: draw.of(["shop", "other", "third", "a b", 5]), tables };
}

/** Mulberry32: small, and the same everywhere. */
function drawer(seed: number): Draw {
  let state = seed >>> 0;
  const below = (bound: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
  return { below, of: (values) => values[below(values.length)]! };
}

if (import.meta.main) {
  const requestCount = Number(Deno.args[0] ?? 5_000);
  const seed = Number(Deno.args[1] ?? crypto.getRandomValues(new Uint32Array(1))[0]);
  const print = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
  print(`seed ${seed}, ${requestCount} requests`);
  const statuses = await fuzzApi(requestCount, seed);
  for (const [status, count] of [...statuses].sort()) print(`${status}  ${count}`);
}
