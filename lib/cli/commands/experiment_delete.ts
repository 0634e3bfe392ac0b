import type { Command } from "commander";
import { DwSimError } from "../../errors/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";

/** `dw-sim experiment delete` */
export function experimentDelete(parent: Command, context: CliContext): void {
  parent.command("delete")
    .description("remove an experiment, its runs and their files")
    .argument("<name>", "the experiment")
    .option("-y, --yes", "do not ask")
    .addHelpText("after", examples("dw-sim experiment delete demo --yes"))
    .action(async (name: string, { yes = false }: { readonly yes?: boolean }) => {
      using opened = await context.openApp();
      const found = opened.app.showExperiment(opened.context, name);
      if (!yes) confirm(found.name, context);
      const deleted = opened.app.deleteExperiment(opened.context, found.name);
      context.result({ deleted }, () => `Deleted experiment '${deleted}' and all its data`);
    });
}

function confirm(name: string, { err }: CliContext): void {
  const isAnswerable = Deno.stdin.isTerminal() && err.isTerminal;
  if (isAnswerable) err.print(`Delete experiment '${name}' and all its data? Type 'yes': `);
  if (isAnswerable && readLine().toLowerCase() === "yes") return;
  throw new DwSimError("CLI_NOT_CONFIRMED", { what: `Deleting '${name}'` });
}

/** A line of the terminal, which hands over whole lines. */
function readLine(): string {
  const buffer = new Uint8Array(1024);
  const length = Deno.stdin.readSync(buffer) ?? 0;
  return new TextDecoder().decode(buffer.subarray(0, length)).trim();
}
