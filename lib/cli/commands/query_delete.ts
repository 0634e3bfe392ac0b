import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";

/** `dw-sim query delete` */
export function queryDelete(parent: Command, context: CliContext): void {
  parent.command("delete")
    .description("forget a saved query")
    .argument("<query>", "its name")
    .addHelpText("after", examples('dw-sim query delete "all orders"'))
    .action(async (query: string) => {
      using opened = await context.openApp();
      const { name } = opened.app.deleteSavedQuery(opened.context, query);
      context.result({ deleted: name }, () => `Deleted the query '${name}'`);
    });
}
