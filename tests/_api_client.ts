import Ajv2020 from "ajv/dist/2020.js";
import { equal } from "node:assert/strict";
import { AppContext } from "../lib/app/mod.ts";
import { makeApp, makeOpenApi, makeRequestLog, parseLimits, Service } from "../lib/web/mod.ts";
import type { Handler, LogFormat, OpenApi } from "../lib/web/mod.ts";
import { ROUTES } from "../routes/manifest_gen.ts";

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
}

/** Calls operations in this process, and holds every answer against the OpenAPI document. */
export class ApiClient {
  readonly handler: Handler;
  readonly service: Service;
  readonly document: OpenApi;
  readonly logLines: string[] = [];
  /** Operations and statuses that were seen, `showRun 200`. */
  readonly seen = new Set<string>();
  /** Codes of problems that were seen, by operation, `showRun RUN_NOT_FOUND`. */
  readonly refused = new Set<string>();
  readonly #ajv = new Ajv2020.default({ strict: false, validateFormats: false });

  constructor(context: AppContext, options: ClientOptions = {}) {
    const { limits = [], token = null, isWide = false, log = "none" } = options;
    this.service = new Service(context, {
      ...{ version: "0.0.0", limits: parseLimits(limits), routes: ROUTES, isWide },
    });
    this.handler = makeApp({
      ...{ service: this.service, routes: ROUTES, access: { token } },
      log: makeRequestLog(log, (line) => void this.logLines.push(line)),
    });
    this.document = makeOpenApi(ROUTES, { version: "0.0.0" });
    this.#ajv.addSchema({ $id: "api", ...this.document });
  }

  /** Sends a request; the answer is checked, and its body can still be read. */
  async call(method: string, path: string, call: Call = {}): Promise<Response> {
    const headers = new Headers({ host: "localhost:8000", ...call.headers });
    if (call.body !== undefined) headers.set("content-type", "application/json");
    const body = call.text ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
    const request = new Request(`http://localhost:8000${path}`, {
      ...{ method, headers },
      ...body !== undefined && { body },
    });
    const response = await this.handler(request);
    await this.#check(method, new URL(request.url).pathname, response.clone());
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
  try {
    using context = new AppContext({ flag: `${folder}/home` });
    const client = new ApiClient(context, options);
    try {
      await work(client, folder);
    } finally {
      await client.service.stop();
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
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
