import type { StartServer } from "./start_server.ts";
import { VERSION } from "./version.ts";

const VERSION_QUESTIONS: ReadonlySet<string> = new Set(["version", "--version", "-V"]);

/**
 * Does what a command line says, and reports how it went. Scripts ask for the version often and wait
 * for it, so that is answered before anything else is loaded.
 *
 * @param args The words after the program's name.
 * @param startServer Starts what `serve` is about.
 * @returns The exit code.
 */
export async function runCli(args: readonly string[], startServer: StartServer): Promise<number> {
  if (args.length === 1 && VERSION_QUESTIONS.has(args[0]!)) {
    await Deno.stdout.write(new TextEncoder().encode(`dw-sim ${VERSION}\n`));
    return 0;
  }
  const { runProgram } = await import("./run_program.ts");
  return runProgram(args, startServer);
}
