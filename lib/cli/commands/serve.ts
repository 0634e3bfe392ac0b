import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { PORT } from "../default_port.ts";
import { parseChoice, parseCount } from "../parse_values.ts";
import type { ServerHandle } from "../start_server.ts";
import { VERSION } from "../version.ts";

const LOG_FORMATS = ["text", "json", "none"] as const;

interface Options {
  readonly host: string;
  readonly port: string;
  readonly token?: string;
  readonly limit?: readonly string[];
  readonly log: string;
  readonly printPermissions?: boolean;
}

/** `dw-sim serve` */
export function serve(parent: Command, context: CliContext): void {
  parent.command("serve").alias("api")
    .description("answer over HTTP: the same use cases as REST, until Ctrl-C")
    .option(
      "--host <address>",
      "where to listen; others than this machine need a token",
      "127.0.0.1",
    )
    .option("--port <n>", "0 takes a free one", String(PORT))
    .option("--token <text>", "what callers must show (default: $DW_SIM_TOKEN, or by lot)")
    .option("--limit <name=n>", "change a limit, such as body-bytes=1000000; repeatable", add)
    .option("--log <format>", `a line a request: ${LOG_FORMATS.join(", ")}`, "text")
    .option("--print-permissions", "print the permissions of Deno that it needs, and end")
    .addHelpText(
      "after",
      examples(
        "dw-sim serve",
        "dw-sim serve --port 9000 --log json",
        "dw-sim serve --host 0.0.0.0",
      ),
    )
    .action(async (options: Options) => {
      if (options.printPermissions) return await printPermissions(options, context);
      const server = await context.startServer({
        version: VERSION,
        host: options.host,
        port: parsePort(options.port),
        dataDir: context.options.dataDir,
        token: options.token ?? Deno.env.get("DW_SIM_TOKEN"),
        limits: options.limit ?? [],
        logFormat: parseChoice(options.log, { flag: "--log", choices: LOG_FORMATS }),
        writeLog: (line) => context.options.quiet || context.err.print(`${line}\n`),
      });
      tell(server, context);
      await untilAborted(context.signal);
      context.note("Stopping; runs that are under way can be resumed");
      await server.stop();
    });
}

async function printPermissions(options: Options, context: CliContext): Promise<void> {
  const { serverPermissions } = await import("../server_permissions.ts");
  using opened = await context.openApp();
  const { path: dataPath } = opened.context.dataRoot;
  const { host } = options;
  const permissions = serverPermissions({ dataPath, host, port: parsePort(options.port) });
  // Lines in any case: they are for a script of the shell, whatever the server is to print.
  context.out.print(`${permissions.join("\n")}\n`);
}

function tell({ url, token, isTokenNew }: ServerHandle, context: CliContext): void {
  const made = isTokenNew ? token : undefined;
  context.result({ url, ...made !== undefined && { token: made } }, () => {
    const lines = [
      `dw-sim answers at ${url}`,
      `Open it in a browser. How programs use it is told at ${url}/api/docs`,
    ];
    if (token !== null) {
      lines.push("Browsers are asked for the token; programs send it: Authorization: Bearer …");
    }
    if (made !== undefined) lines.push(`The token, shown this once: ${made}`);
    return lines.join("\n");
  });
}

function untilAborted(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) resolve();
  signal.addEventListener("abort", () => resolve(), { once: true });
  return promise;
}

function parsePort(text: string): number {
  const wanted = "a whole number from 0 to 65535";
  return parseCount(text, { flag: "--port", min: 0, max: 65_535, wanted });
}

function add(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
