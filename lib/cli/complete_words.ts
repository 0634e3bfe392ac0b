import type { Command, Option } from "commander";
import type { CliContext } from "./cli_context.ts";

/** What completes a line: the words so far, the last one unfinished. */
export interface CompletionRequest {
  readonly words: readonly string[];
  readonly context: CliContext;
}

/** What may stand in one place: words with what they mean, or a file's name. */
interface Suggestions {
  readonly words: readonly (readonly [word: string, meaning: string])[];
  readonly isFile: boolean;
}

/** The place that is completed, told by what stands before it. */
interface Place {
  readonly command: Command;
  /** The flag whose value it is. */
  readonly option: Option | null;
  /** Arguments of the command that stand before it. */
  readonly argumentCount: number;
}

const NOTHING: Suggestions = { words: [], isFile: false };
/** Of the protocol that Cobra brought to shells: names of files are no answer. */
const NO_FILES = 4;

/**
 * Prints what may follow, in the protocol of the scripts that `dw-sim completion` prints: a word a
 * line, its meaning behind a tab, and at the end whether names of files may follow.
 *
 * @param program All commands.
 * @param request The line, and where data lies.
 */
export async function completeWords(
  program: Command,
  { words, context }: CompletionRequest,
): Promise<void> {
  const unfinished = words.at(-1) ?? "";
  const place = placeOf(program, words.slice(0, -1));
  const found = await suggestions(place, unfinished, context);
  const fitting = found.words.filter(([word]) => word.startsWith(unfinished));
  const lines = fitting.map(([word, meaning]) => `${word}\t${meaning}`);
  context.out.print(`${[...lines, `:${found.isFile ? 0 : NO_FILES}`].join("\n")}\n`);
}

function placeOf(program: Command, words: readonly string[]): Place {
  let place: Place = { command: program, option: null, argumentCount: 0 };
  for (const word of words) {
    // Bash takes `--flag=value` for three words.
    if (word === "=") continue;
    if (place.option !== null) place = { ...place, option: null };
    else if (word.startsWith("-")) place = { ...place, option: valuedOption(place.command, word) };
    else {
      const inner = place.command.commands.find((each) => each.name() === word);
      place = inner === undefined
        ? { ...place, argumentCount: place.argumentCount + 1 }
        : { command: inner, option: null, argumentCount: 0 };
    }
  }
  return place;
}

function valuedOption(command: Command, word: string): Option | null {
  const option = optionsOf(command).find(({ long, short }) => word === long || word === short);
  return option !== undefined && (option.required || option.optional) ? option : null;
}

/** The command's own flags, and those that every command takes. */
function optionsOf(command: Command): readonly Option[] {
  const help = command.createHelp();
  return [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)];
}

async function suggestions(
  { command, option, argumentCount }: Place,
  unfinished: string,
  context: CliContext,
): Promise<Suggestions> {
  if (option !== null) {
    if (option.long === "--experiment") return await experimentNames(context);
    return { ...NOTHING, isFile: FILE.test(option.flags) };
  }
  if (unfinished.startsWith("-")) {
    return named(
      optionsOf(command).map(({ long, short, description }) => [long ?? short ?? "", description]),
    );
  }
  if (command.commands.length > 0) {
    const commands = command.createHelp().visibleCommands(command);
    return named(commands.map((each) => [each.name(), each.description()]));
  }
  const { registeredArguments } = command;
  const last = registeredArguments.at(-1);
  const argument = registeredArguments[argumentCount] ?? (last?.variadic ? last : undefined);
  if (argument === undefined) return NOTHING;
  if (argument.argChoices !== undefined) {
    return named(argument.argChoices.map((each) => [each, ""]));
  }
  if (argument.name() === "name") return await experimentNames(context);
  return { ...NOTHING, isFile: FILE.test(`<${argument.name()}>`) };
}

const FILE = /<(files?|folder|paths?)>/;

function named(words: Suggestions["words"]): Suggestions {
  return { words, isFile: false };
}

/** A shell waits for this at every key: what cannot be read is no suggestion, and no message. */
async function experimentNames(context: CliContext): Promise<Suggestions> {
  try {
    using opened = await context.openApp();
    return named(
      opened.app.listExperiments(opened.context).map(({ name }) => [name, "experiment"]),
    );
  } catch {
    return NOTHING;
  }
}
