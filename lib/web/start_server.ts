import { randomBytes } from "node:crypto";
import { AppContext, warmEngines } from "../app/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { isLoopback } from "./access.ts";
import type { RouteEntry } from "./define_route.ts";
import { makeApp } from "./make_app.ts";
import { type LogFormat, makeRequestLog } from "./request_log.ts";
import type { ClientFiles } from "./pages/client_files.ts";
import type { Site } from "./pages/define_page.ts";
import { parseLimits } from "./server_limits.ts";
import { Service } from "./service.ts";

export interface ServerOptions {
  readonly routes: readonly RouteEntry[];
  /** What there is for browsers; without it only operations are answered. */
  readonly web?: { readonly site: Site; readonly files: ClientFiles };
  readonly version: string;
  readonly host: string;
  /** 0 takes one that is free. */
  readonly port: number;
  readonly dataDir?: string | undefined;
  /** Demanded of all callers; made by lot when others can reach the server and none is given. */
  readonly token?: string | undefined;
  /** `body-bytes=1000000` and the like. */
  readonly limits?: readonly string[];
  readonly logFormat: LogFormat;
  /** Where lines of the log go. */
  readonly writeLog: (line: string) => void;
}

/** A server that answers. */
export interface RunningServer {
  readonly url: string;
  /** What callers must show; null where only this machine can call. */
  readonly token: string | null;
  /** True when the token was made here, and is to be told. */
  readonly isTokenNew: boolean;
  /** Ends requests and runs, within the limit `stop-ms`. */
  stop(): Promise<void>;
}

/**
 * Starts the server.
 *
 * @throws DwSimError WEB_PORT_TAKEN, WEB_HOST_UNUSABLE, WEB_LIMIT_UNKNOWN, CATALOG_…, STORAGE_…
 */
export function startServer(options: ServerOptions): RunningServer {
  const { host, port, version, routes, web } = options;
  const limits = parseLimits(options.limits ?? []);
  const isWide = !isLoopback(host);
  const given = options.token || undefined;
  const token = given ?? (isWide ? randomBytes(24).toString("base64url") : null);
  const context = new AppContext({ flag: options.dataDir, busyTimeoutMs: limits["catalog-ms"] });
  try {
    // Opened now: a folder that cannot be used is told before anybody calls.
    context.catalog.experiments.page("", 1);
    const service = new Service(context, { version, limits, routes, isWide });
    const log = makeRequestLog(options.logFormat, options.writeLog);
    const app = makeApp({
      ...{ service, routes, access: { token }, log },
      ...web !== undefined && { web },
    });
    const server = listen(host, port, app);
    service.runs.warmUp();
    warmEngines(1);
    if (web !== undefined) service.checks.warmUp();
    return {
      url: `http://${host.includes(":") ? `[${host}]` : host}:${server.addr.port}`,
      token,
      isTokenNew: token !== null && given === undefined,
      stop: () => stop(server, service, context),
    };
  } catch (error) {
    context[Symbol.dispose]();
    throw error;
  }
}

type Listening = Deno.HttpServer<Deno.NetAddr>;

function listen(
  host: string,
  port: number,
  app: (request: Request) => Promise<Response>,
): Listening {
  try {
    return Deno.serve({ hostname: host, port, onListen: () => {} }, app);
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) {
      throw new DwSimError("WEB_PORT_TAKEN", { host, port }, { cause: error });
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new DwSimError("WEB_HOST_UNUSABLE", { host, reason }, { cause: error });
  }
}

/** Takes no more requests, ends those there are, then the runs, then the catalog. */
async function stop(server: Listening, service: Service, context: AppContext): Promise<void> {
  const drained = server.shutdown();
  await service.stop();
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, service.limits["stop-ms"]);
  await Promise.race([drained, late.promise]);
  clearTimeout(timer);
  context[Symbol.dispose]();
}
