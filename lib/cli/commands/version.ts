import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { VERSION } from "../version.ts";

/** `dw-sim version` */
export function version(parent: Command, context: CliContext): void {
  parent.command("version")
    .description("print the version")
    .addHelpText("after", examples("dw-sim version", "dw-sim version --json"))
    .action(() => {
      const { deno, v8, typescript } = Deno.version;
      context.result({ version: VERSION, deno, v8, typescript }, () => `dw-sim ${VERSION}`);
    });
}
