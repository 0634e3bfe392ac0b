import { runCli } from "./lib/cli/mod.ts";

if (import.meta.main) {
  // Loaded when it is asked for: other commands do without a server.
  const startServer: Parameters<typeof runCli>[1] = async (request) => {
    const { serve } = await import("./main.ts");
    return serve(request);
  };
  Deno.exit(await runCli(Deno.args, startServer));
}
