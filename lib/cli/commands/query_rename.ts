import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { savedQueryJson } from "../saved_query_json.ts";

/** `dw-sim query rename` */
export function queryRename(parent: Command, context: CliContext): void {
  parent.command("rename")
    .description("give a saved query another name")
    .argument("<query>", "its name until now")
    .argument("<new-name>", "its name from now on")
    .addHelpText("after", examples('dw-sim query rename "all orders" "every order"'))
    .action(async (query: string, newName: string) => {
      using opened = await context.openApp();
      const renamed = opened.app.renameSavedQuery(opened.context, query, newName);
      context.result(savedQueryJson(renamed), () => `The query is called '${renamed.name}' now`);
    });
}
