import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { confirm } from "../confirm.ts";

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
      if (!yes) confirm(deletionOf(found.name), context);
      const deleted = opened.app.deleteExperiment(opened.context, found.name);
      context.result({ deleted }, () => `Deleted experiment '${deleted}' and all its data`);
    });
}

function deletionOf(name: string) {
  return {
    question: `Delete experiment '${name}' and all its data`,
    what: `Deleting '${name}'`,
  };
}
