import { type Command, CommanderError } from "commander";
import { DwSimError } from "../errors/mod.ts";
import { CliContext } from "./cli_context.ts";
import { EXIT_CODE, EXIT_OK } from "./exit_code.ts";
import { OutputClosed } from "./output_stream.ts";
import { makeProgram } from "./program.ts";
import { reportError } from "./report_error.ts";
import type { StartServer } from "./start_server.ts";

/**
 * Does what a command line says, and reports how it went.
 *
 * @param args The words after the program's name.
 * @param startServer Starts what `serve` is about.
 * @returns The exit code.
 */
export async function runProgram(
  args: readonly string[],
  startServer: StartServer,
): Promise<number> {
  const cancel = new AbortController();
  const context = new CliContext(cancel.signal, startServer);
  const onInterrupt = interrupter(cancel);
  Deno.addSignalListener("SIGINT", onInterrupt);
  Deno.addSignalListener("SIGTERM", onInterrupt);
  try {
    return await run(args, context);
  } finally {
    Deno.removeSignalListener("SIGINT", onInterrupt);
    Deno.removeSignalListener("SIGTERM", onInterrupt);
  }
}

async function run(args: readonly string[], context: CliContext): Promise<number> {
  // Known before the command line is read: how it is to be told that it cannot be.
  context.options = { json: args.includes("--json") };
  const program = makeProgram(context);
  try {
    await program.parseAsync(args.length === 0 ? ["--help"] : [...args], { from: "user" });
    return context.exitCode;
  } catch (error) {
    if (error instanceof OutputClosed) return EXIT_OK;
    if (!(error instanceof CommanderError)) return reportError(error, context);
    if (error.exitCode === 0) return EXIT_OK;
    // A command that only holds others has shown its help already.
    if (error.code === "commander.help") return EXIT_CODE.invalid;
    return reportError(usageError(error, commandOf(program, args)), context);
  }
}

function usageError({ message }: CommanderError, command: string): DwSimError {
  const reason = message.replace(/^error: /, "").replace(/\n\(/, " (").replace(/\.$/, "");
  const capital = reason.charAt(0).toUpperCase() + reason.slice(1);
  return new DwSimError("CLI_USAGE", { reason: capital, command });
}

/** The command that was meant, as far as its words are known. */
function commandOf(program: Command, args: readonly string[]): string {
  const words = [program.name()];
  let command: Command | undefined = program;
  for (const arg of args) {
    command = command.commands.find((each) => each.name() === arg);
    if (command === undefined) break;
    words.push(arg);
  }
  return words.join(" ");
}

/** The first signal asks to stop, the second does not ask. */
function interrupter(cancel: AbortController): () => void {
  return () => {
    if (cancel.signal.aborted) Deno.exit(EXIT_CODE.cancelled);
    cancel.abort();
  };
}
