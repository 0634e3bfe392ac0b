import Ajv2020 from "ajv/dist/2020.js";
import { equal } from "node:assert/strict";
import { AppContext } from "../lib/app/mod.ts";
import { makeApp, makeOpenApi, makeRequestLog, parseLimits } from "../lib/web/mod.ts";
import { type LogFormat, type OpenApi, Service, startServer } from "../lib/web/mod.ts";
import { ROUTES } from "../routes/manifest_gen.ts";
import { overSocket } from "./_over_socket.ts";

export interface Call {
  readonly body?: unknown;
  /** Sent as it stands, instead of `body`. */
  readonly text?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ClientOptions {
  readonly limits?: readonly string[];
  readonly token?: string | null;
  readonly isWide?: boolean;
  readonly log?: LogFormat;
  /** Whether requests go through a socket, or straight to the handler, as when left out. */
  readonly overSocket?: boolean;
}

/** Answers requests, and can be stopped. */
interface Answerer {
  readonly answer: (request: Request) => Promise<Response>;
  readonly stop: () => Promise<void>;
  readonly isOverSocket: boolean;
}

/** Calls operations, and holds every answer against the OpenAPI document. */
export class ApiClient {
  /** Answers one request, unchecked. */
  readonly handler: (request: Request) => Promise<Response>;
  readonly stop: () => Promise<void>;
  readonly document: OpenApi = makeOpenApi(ROUTES, { version: "0.0.0" });
  readonly isOverSocket: boolean;
  readonly logLines: readonly string[];
  /** Operations and statuses that were seen, `showRun 200`. */
  readonly seen = new Set<string>();
  /** Codes of problems that were seen, by operation, `showRun RUN_NOT_FOUND`. */
  readonly refused = new Set<string>();
  readonly #ajv = new Ajv2020.default({ strict: false, validateFormats: false });

  constructor({ answer, stop, isOverSocket }: Answerer, logLines: readonly string[]) {
    this.handler = answer;
    this.stop = stop;
    this.logLines = logLines;
    this.isOverSocket = isOverSocket;
    this.#ajv.addSchema({ $id: "api", ...this.document });
  }

  /** Sends a request; the answer is checked, and its body can still be read. */
  async call(method: string, path: string, call: Call = {}): Promise<Response> {
    const request = requestOf(method, path, call);
    const { pathname } = new URL(request.url);
    const response = await this.handler(request);
    await this.#check(method, pathname, response.clone());
    return response;
  }

  /** Sends a request and reads the JSON of its answer. */
  async json<Value = Record<string, never>>(
    method: string,
    path: string,
    call: Call & { readonly status?: number } = {},
  ): Promise<Value> {
    const response = await this.call(method, path, call);
    const text = await response.text();
    equal(response.status, call.status ?? 200, `${method} ${path}: ${text}`);
    return JSON.parse(text);
  }

  /** Sends a request that is refused, and returns the problem. */
  async refusal(method: string, path: string, call: Call = {}): Promise<Problem> {
    const response = await this.call(method, path, call);
    equal(response.headers.get("content-type"), "application/problem+json", `${method} ${path}`);
    return await response.json();
  }

  async #check(method: string, path: string, response: Response): Promise<void> {
    const found = Object.entries(this.document.paths).find(([template]) =>
      new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+").replaceAll(".", "\\.")}$`).test(path)
    );
    const isEvents = response.headers.get("content-type") === "text/event-stream";
    // Not awaited: a copy is let go only when the other one is.
    if (isEvents) response.body?.cancel().catch(() => {});
    const text = isEvents ? "" : await response.text();
    const isProblem = response.headers.get("content-type") === "application/problem+json";
    if (found === undefined || found[1][method.toLowerCase()] === undefined) {
      if (isProblem) this.#matches("#/components/schemas/Problem", text, `${method} ${path}`);
      return;
    }
    const [template, methods] = found;
    const operation = methods[method.toLowerCase()]!;
    const { status } = response;
    const rule = operation.responses[status];
    equal(rule !== undefined, true, `${operation.operationId} answers ${status}: ${text}`);
    this.seen.add(`${operation.operationId} ${status}`);
    if (status === 304 || status === 204) return;
    const type = response.headers.get("content-type")!.split(";")[0]!;
    equal(rule!.content?.[type] !== undefined, true, `${operation.operationId} sends ${type}`);
    if (isProblem) this.refused.add(`${operation.operationId} ${JSON.parse(text).code}`);
    if (isProblem) {
      const isTold = rule!.description.includes(`\`${JSON.parse(text).code}\``);
      equal(isTold, true, `${operation.operationId} documents ${JSON.parse(text).code}`);
    }
    if (!/json$/.test(type)) return;
    const steps = [template, method.toLowerCase(), "responses", String(status), "content", type];
    const pointer = steps.map((step) => step.replaceAll("~", "~0").replaceAll("/", "~1"));
    const place = `#/paths/${pointer.map(encodeURIComponent).join("/")}/schema`;
    this.#matches(place, text, `${operation.operationId} ${status}`);
  }

  #matches(place: string, text: string, what: string): void {
    const validate = this.#ajv.getSchema(`api${place}`);
    equal(validate !== undefined, true, `there is a schema at ${place}`);
    const isValid = validate!(JSON.parse(text));
    equal(isValid, true, `${what}: ${JSON.stringify(validate!.errors)} in ${text.slice(0, 500)}`);
  }
}

/** A request as a client of this machine sends it. */
export function requestOf(method: string, path: string, call: Call = {}): Request {
  const headers = new Headers({ host: "localhost:8000", ...call.headers });
  if (call.body !== undefined) headers.set("content-type", "application/json");
  const body = call.text ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  return new Request(`http://localhost:8000${path}`, {
    ...{ method, headers },
    ...body !== undefined && { body },
  });
}

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly hint: string;
  readonly request_id: string;
  readonly errors: readonly {
    readonly code: string;
    readonly path?: string;
    readonly span?: { readonly line: number; readonly column: number };
    readonly hint: string;
  }[];
}

/** Lends a client over a data folder of its own. */
export async function withApi(
  work: (client: ApiClient, folder: string) => Promise<void>,
  options: ClientOptions = {},
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_test_" });
  const logLines: string[] = [];
  try {
    const home = `${folder}/home`;
    const answerer = options.overSocket === true
      ? socketAnswerer(home, options, logLines)
      : processAnswerer(home, options, logLines);
    const client = new ApiClient(answerer, logLines);
    try {
      await work(client, folder);
    } finally {
      await client.stop();
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function processAnswerer(
  home: string,
  { limits = [], token = null, isWide = false, log = "none" }: ClientOptions,
  logLines: string[],
): Answerer {
  const busyTimeoutMs = parseLimits(limits)["catalog-ms"];
  const context = new AppContext({ flag: home, busyTimeoutMs });
  const service = new Service(context, {
    ...{ version: "0.0.0", limits: parseLimits(limits), routes: ROUTES, isWide },
  });
  const answer = makeApp({
    ...{ service, routes: ROUTES, access: { token } },
    log: makeRequestLog(log, (line) => void logLines.push(line)),
  });
  const stop = async () => {
    await service.stop();
    context[Symbol.dispose]();
  };
  return { answer, stop, isOverSocket: false };
}

function socketAnswerer(
  home: string,
  { limits = [], token = null, isWide = false, log = "none" }: ClientOptions,
  logLines: string[],
): Answerer {
  const server = startServer({
    ...{ routes: ROUTES, version: "0.0.0", host: isWide ? "0.0.0.0" : "127.0.0.1", port: 0 },
    ...{ dataDir: home, limits: ["stop-ms=3000", ...limits], logFormat: log },
    ...token !== null && { token },
    writeLog: (line) => void logLines.push(line),
  });
  const answer = overSocket(Number(new URL(server.url).port));
  return { answer, stop: () => server.stop(), isOverSocket: true };
}

/** Tests with a client that calls the handler, and with one that goes through a socket. */
export function testBothWays(
  title: string,
  work: (client: ApiClient, folder: string) => Promise<void>,
  options: ClientOptions = {},
): void {
  Deno.test(`${title} (in-process)`, () => withApi(work, options));
  Deno.test(`${title} (over a socket)`, () => withApi(work, { ...options, overSocket: true }));
}

/** Two tables that hang together. */
export const SHOP_SQL = `
CREATE TABLE stores (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, open BOOLEAN);
CREATE TABLE receipts (
  number INTEGER PRIMARY KEY, store_id INTEGER NOT NULL REFERENCES stores (id), total DECIMAL(12,2)
);`;

/** Makes an experiment `shop`, and fills it unless `rows` is null. */
export async function makeShop(client: ApiClient, rows: number | null = 50): Promise<string> {
  const body = { name: "shop", sql: SHOP_SQL, dialect: "redshift", target_rows: rows ?? 50 };
  await client.json("POST", "/api/experiments/import-sql", { body, status: 201 });
  if (rows === null) return "";
  const run = await client.json<{ id: string; status: string }>(
    ...["POST", "/api/experiments/shop/generate?wait=true"] as const,
    { body: { seed: 7 } },
  );
  equal(run.status, "COMPLETED");
  return run.id;
}
