import { defineError } from "../define_error.ts";

/** Errors of the cli room. */
export const CLI_ERRORS = {
  CLI_USAGE: defineError<{ reason: string; command: string }>(
    "invalid",
    ({ reason }) => reason,
    ({ command }) => `See '${command} --help'`,
  ),
  CLI_NUMBER: defineError<{ flag: string; text: string; wanted: string }>(
    "invalid",
    ({ flag, text, wanted }) => `'${text}' cannot be the value of ${flag}, which is ${wanted}`,
    "Write it in digits alone, like 1000 or 1_000_000",
  ),
  CLI_CHOICE: defineError<{ flag: string; text: string; choices: readonly string[] }>(
    "invalid",
    ({ flag, text }) => `'${text}' cannot be the value of ${flag}`,
    ({ choices }) => `Choose one of: ${choices.join(", ")}`,
  ),
  CLI_INPUT_UNREADABLE: defineError<{ path: string; reason: string }>(
    "invalid",
    ({ path, reason }) => `'${path}' cannot be read: ${reason}`,
    "Check the path, or write '-' to read from standard input",
  ),
  CLI_INPUT_TOO_LARGE: defineError<{ path: string; bytesMax: number }>(
    "limit",
    ({ path, bytesMax }) => `'${path}' is larger than ${bytesMax / 1024 ** 2} MiB`,
    "Schemas and DDL are texts; keep INSERT statements and data out of the file",
  ),
  CLI_INPUT_NOT_TEXT: defineError<{ path: string; reason: string }>(
    "invalid",
    ({ path, reason }) => `'${path}' is not a text: ${reason}`,
    "Save it as UTF-8 text; a database's own binary file cannot be imported",
  ),
  CLI_BINARY_TO_TERMINAL: defineError<{ format: string }>(
    "invalid",
    ({ format }) => `A ${format} file is not for a terminal`,
    "Add --output FILE, or send the output to a file or a pipe",
  ),
  CLI_PROMPT_COMMAND: defineError<{ name: string }>(
    "invalid",
    ({ name }) => `The prompt knows no command '${name}'`,
    "\\? lists the commands",
  ),
  CLI_NOT_CONFIRMED: defineError<{ what: string }>(
    "invalid",
    ({ what }) => `${what} was not confirmed, and nothing was changed`,
    "Answer 'yes', or add --yes where nobody can answer",
  ),
} as const;
