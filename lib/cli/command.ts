import type { Command } from "commander";
import type { CliContext } from "./cli_context.ts";

/** Adds a command to its parent. What the command needs to work is loaded when it runs. */
export type RegisterCommand = (parent: Command, context: CliContext) => void;

/** The examples at the end of a command's help. */
export function examples(...lines: readonly string[]): string {
  const title = lines.length === 1 ? "Example:" : "Examples:";
  return `\n${title}\n${lines.map((line) => `  $ ${line}`).join("\n")}`;
}
