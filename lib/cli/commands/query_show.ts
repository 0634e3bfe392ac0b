import type { Command } from "commander";
import { resolve } from "node:path";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { savedQueryJson } from "../saved_query_json.ts";
import { writeText } from "../write_text.ts";

/** `dw-sim query show` */
export function queryShow(parent: Command, context: CliContext): void {
  parent.command("show")
    .description("print a saved query, or write it to a file")
    .argument("<query>", "its name")
    .option("-o, --output <file>", "write it to a file")
    .addHelpText(
      "after",
      examples('dw-sim query show "all orders"', 'dw-sim query show "all orders" -o report.sql'),
    )
    .action(async (name: string, { output }: { readonly output?: string }) => {
      using opened = await context.openApp();
      const saved = opened.app.showSavedQuery(opened.context, name);
      if (output === undefined) {
        return context.result(savedQueryJson(saved), () => saved.sql.trimEnd());
      }
      const path = resolve(output);
      writeText(path, `${saved.sql.trimEnd()}\n`);
      context.result({ ...savedQueryJson(saved), path }, () => `Wrote ${path}`);
    });
}
