import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { VERSION } from "../version.ts";

/** `dw-sim version` */
export function version(parent: Command, context: CliContext): void {
  parent.command("version")
    .description("print the version")
    .addHelpText("after", examples("dw-sim version", "dw-sim version --json"))
    .action(() => context.out.print(`${versionText(context)}\n`));
}

/** What `version` prints, and `--version` wherever it stands. */
export function versionText({ options }: CliContext): string {
  const { deno, v8, typescript } = Deno.version;
  return options.json
    ? JSON.stringify({ version: VERSION, deno, v8, typescript }, null, 2)
    : `dw-sim ${VERSION}`;
}
