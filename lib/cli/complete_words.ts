import type { Command as Words, Complete } from "@bomb.sh/tab";
import type { Command } from "commander";
import type { CliContext } from "./cli_context.ts";

/** What completes a line: the words so far, the last one unfinished. */
export interface CompletionRequest {
  readonly words: readonly string[];
  readonly context: CliContext;
}

/** Arguments and flags that name an experiment. */
const EXPERIMENT_ARGUMENTS: readonly string[] = ["name", "experiment"];

/**
 * Prints what may follow, in the protocol of the scripts that `dw-sim completion` prints.
 *
 * @param program All commands.
 * @param request The line, and where data lies.
 */
export async function completeWords(
  program: Command,
  { words, context }: CompletionRequest,
): Promise<void> {
  const { default: tab } = await import("@bomb.sh/tab");
  const names = await experimentNames(context);
  const suggestNames = (complete: Complete) =>
    names.forEach((name) => complete(name, "experiment"));
  describe(program, tab, suggestNames);
  for (const [path, command] of commandsOf(program, "")) {
    describe(command, tab.command(path, command.description()), suggestNames);
  }
  tab.parse([...words]);
}

/** A shell waits for this at every key: what cannot be read is no suggestion, and no message. */
async function experimentNames(context: CliContext): Promise<readonly string[]> {
  try {
    using opened = await context.openApp();
    return opened.app.listExperiments(opened.context).map(({ name }) => name);
  } catch {
    return [];
  }
}

function describe(
  command: Command,
  words: Words,
  suggestNames: (complete: Complete) => void,
): void {
  const nothing = () => {};
  for (const option of command.createHelp().visibleOptions(command)) {
    const name = option.long?.slice(2);
    if (name === undefined) continue;
    const takesValue = option.required || option.optional;
    const suggest = EXPERIMENT_ARGUMENTS.includes(name) && name !== "name" ? suggestNames : nothing;
    const short = option.short?.slice(1);
    if (takesValue) words.option(name, option.description, suggest, short);
    else words.option(name, option.description, short);
  }
  for (const argument of command.registeredArguments) {
    const choices = argument.argChoices ?? [];
    const isName = EXPERIMENT_ARGUMENTS.includes(argument.name());
    const suggestChoices = (complete: Complete) => choices.forEach((each) => complete(each, ""));
    words.argument(argument.name(), isName ? suggestNames : suggestChoices, argument.variadic);
  }
}

function commandsOf(command: Command, path: string): readonly (readonly [string, Command])[] {
  return command.createHelp().visibleCommands(command)
    .filter((each) => each.name() !== "help")
    .flatMap((each) => {
      const name = path === "" ? each.name() : `${path} ${each.name()}`;
      return [[name, each] as const, ...commandsOf(each, name)];
    });
}
