import { openClientFiles, type ServerOptions, startServer } from "./lib/web/mod.ts";
import type { RunningServer } from "./lib/web/mod.ts";
import { ROUTES, SITE } from "./routes/manifest_gen.ts";

/** Starts the server with all routes and pages there are. */
export async function serve(
  options: Omit<ServerOptions, "routes" | "web">,
): Promise<RunningServer> {
  const files = await openClientFiles(options.writeLog);
  return startServer({ ...options, routes: ROUTES, web: { site: SITE, files } });
}
