import { type RunningServer, type ServerOptions, startServer } from "./lib/web/mod.ts";
import { ROUTES } from "./routes/manifest_gen.ts";

/** Starts the server with all routes there are. */
export function serve(options: Omit<ServerOptions, "routes">): RunningServer {
  return startServer({ ...options, routes: ROUTES });
}
