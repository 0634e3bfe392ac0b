import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { confirm } from "../confirm.ts";
import { counted } from "../words.ts";

/** `dw-sim experiment reset` */
export function experimentReset(parent: Command, context: CliContext): void {
  parent.command("reset")
    .description("empty all tables of an experiment; its schema and history stay")
    .argument("<name>", "the experiment")
    .option("-y, --yes", "do not ask")
    .addHelpText("after", examples("dw-sim experiment reset demo --yes"))
    .action(async (name: string, { yes = false }: { readonly yes?: boolean }) => {
      using opened = await context.openApp();
      const found = opened.app.showExperiment(opened.context, name);
      const deed = {
        question: `Remove all rows of experiment '${found.name}', of earlier runs too`,
        what: `Resetting '${found.name}'`,
      };
      if (!yes) confirm(deed, context);
      const { run, manifest } = await opened.app.resetExperiment(opened.context, found.name);
      const tables = counted(manifest.tables.length, "table");
      context.result(
        opened.app.runToJson(run),
        () => `Emptied the ${tables} of experiment '${found.name}'`,
      );
    });
}
