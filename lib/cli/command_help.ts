import type { Command } from "commander";

/** A command as people meet it. */
export interface CommandHelp {
  /** All its words, `dw-sim experiment show`. */
  readonly name: string;
  /** What `--help` prints, at a width of 100. */
  readonly help: string;
}

/**
 * Gathers the help of every command, in the order of the program's own help.
 *
 * @returns The program first, then each command after what holds it.
 */
export async function commandHelp(): Promise<readonly CommandHelp[]> {
  // Loaded when asked for: who only wants the version waits for no tree of commands.
  const { CliContext } = await import("./cli_context.ts");
  const { makeProgram } = await import("./program.ts");
  const context = new CliContext(new AbortController().signal, () => {
    throw new Error("Help starts no server");
  });
  return helpOf(makeProgram(context), "dw-sim");
}

function helpOf(command: Command, name: string): CommandHelp[] {
  let help = "";
  command.configureOutput({ writeOut: (text) => help += text, getOutHelpWidth: () => 100 });
  command.outputHelp();
  const below = command.commands.filter((each) => each.name() !== "help");
  return [
    { name, help: help.trimEnd() },
    ...below.flatMap((each) => helpOf(each, `${name} ${each.name()}`)),
  ];
}
