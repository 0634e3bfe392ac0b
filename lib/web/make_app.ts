import { Hono } from "hono";
import { DwSimError } from "../errors/mod.ts";
import { answerRequest } from "./_answer_request.ts";
import { secured } from "./_secure_headers.ts";
import { type Access, checkAccess } from "./access.ts";
import type { Route, RouteEntry, RouteModule } from "./define_route.ts";
import { answerPage, answerPageError, type PageMeans, pageProblem } from "./pages/answer_page.tsx";
import type { ClientFiles } from "./pages/client_files.ts";
import type { Site } from "./pages/define_page.ts";
import { problemOf, problemResponse } from "./problem.ts";
import type { RequestLog } from "./request_log.ts";
import type { Service } from "./service.ts";

export interface AppOptions {
  readonly service: Service;
  readonly routes: readonly RouteEntry[];
  readonly access: Access;
  readonly log: RequestLog;
  /** What there is for browsers; without it only operations are answered. */
  readonly web?: { readonly site: Site; readonly files: ClientFiles };
}

/** Answers requests, whoever brings them: a socket or a test. */
export type Handler = (request: Request) => Promise<Response>;

/** What is learned of a request while it is answered, for log and metrics. */
interface Exchange {
  operation: string;
  readonly requestId: string;
}

/**
 * Makes a server of operations: routing, access, limits, problems, log and metrics are the same for
 * all of them.
 */
export function makeApp({ service, routes, access, log, web }: AppOptions): Handler {
  const router = new Hono<{ Bindings: Exchange }>();
  const means = web === undefined ? null : { service, access, ...web };
  for (const { path, module } of routes) {
    router.all(honoPath(path), async ({ req, env }) => {
      const route = routeFor(module, req.method);
      env.operation = route?.id ?? "unknown";
      checkAccess(req.raw, access, { isPublic: route?.isPublic ?? false });
      if (route === null) throw methodNotAllowed(module, req.method);
      return await answerRequest(service, route, { request: req.raw, params: req.param() });
    });
  }
  if (means !== null) addPages(router, means);
  router.notFound(({ req }) => {
    checkAccess(req.raw, access, { isPublic: false });
    throw new DwSimError("WEB_PATH_NOT_FOUND", { path: new URL(req.url).pathname.slice(0, 200) });
  });
  router.onError((error) => {
    throw error;
  });
  return (request) => handle(request);

  async function handle(request: Request): Promise<Response> {
    const startedAtMs = performance.now();
    const exchange: Exchange = { operation: "unknown", requestId: crypto.randomUUID() };
    const { requestId } = exchange;
    const { response, error } = await attempt(request, exchange);
    const { operation } = exchange;
    const elapsedMs = performance.now() - startedAtMs;
    service.metrics.request(operation, response.status, elapsedMs);
    log({
      ...{ requestId, method: request.method, operation, status: response.status, elapsedMs },
      ...error instanceof DwSimError && { code: error.code },
      ...response.status >= 500 && { trace: traceOf(error) },
    });
    return secured(response, requestId);
  }

  async function attempt(
    request: Request,
    exchange: Exchange,
  ): Promise<{ response: Response; error: unknown }> {
    try {
      refuseLongHeaders(request, service.limits["header-bytes"]);
      return { response: await router.fetch(request, exchange), error: null };
    } catch (error) {
      const { requestId } = exchange;
      if (means !== null && wantsPage(request)) {
        return { response: answerPageError(means, request, pageProblem(service, error)), error };
      }
      const redact = (text: string) => service.redact(text);
      const response = problemResponse(problemOf(error, { requestId, redact }));
      if (error instanceof DwSimError && error.code === "WEB_METHOD_NOT_ALLOWED") {
        response.headers.set("allow", allowedOf(error));
      }
      return { response, error };
    }
  }
}

/** Pages are asked for by browsers, with the same access as operations. */
function addPages(router: Hono<{ Bindings: Exchange }>, means: PageMeans): void {
  const { access, files, site } = means;
  router.get("/assets/:name", ({ req, env }) => {
    env.operation = "assets";
    checkAccess(req.raw, access, { isPublic: true });
    return files.answer(req.param("name"), req.raw);
  });
  for (const page of site.pages) {
    router.all(honoPath(page.path), async ({ req, env }) => {
      env.operation = `page ${page.path}`;
      checkAccess(req.raw, access, { isPublic: page.module.handler.isPublic ?? false });
      return await answerPage(means, page, req.raw, req.param());
    });
  }
}

/** Who asks for HTML sees errors as a page; everybody else as JSON. */
function wantsPage({ headers, url }: Request): boolean {
  const { pathname } = new URL(url);
  return /\btext\/html\b/.test(headers.get("accept") ?? "") && !/^\/(api|assets)\//.test(pathname);
}

/** `/api/experiments/{name}` → `/api/experiments/:name`. */
function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1");
}

function routeFor(module: RouteModule, method: string): Route | null {
  switch (method) {
    case "GET":
    case "HEAD":
      return module.GET ?? null;
    case "POST":
    case "PUT":
    case "DELETE":
      return module[method] ?? null;
    default:
      return null;
  }
}

function methodNotAllowed(module: RouteModule, method: string): DwSimError {
  return new DwSimError("WEB_METHOD_NOT_ALLOWED", { method, allowed: Object.keys(module) });
}

function allowedOf({ detail }: DwSimError): string {
  const { allowed } = detail as { readonly allowed: readonly string[] };
  return allowed.join(", ");
}

function refuseLongHeaders({ url, headers }: Request, bytesMax: number): void {
  let byteCount = url.length;
  for (const [name, value] of headers) byteCount += name.length + value.length;
  if (byteCount > bytesMax) throw new DwSimError("WEB_HEADERS_TOO_LARGE", { bytesMax });
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const trace = error.stack ?? error.message;
  return error.cause === undefined ? trace : `${trace}\nCaused by: ${traceOf(error.cause)}`;
}
