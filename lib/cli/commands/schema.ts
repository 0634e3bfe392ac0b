import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";

/** `dw-sim schema` */
export function schema(parent: Command, context: CliContext): void {
  parent.command("schema")
    .description("print the JSON Schema of experiment files, for editors")
    .addHelpText("after", examples("dw-sim schema > dw-sim.schema.json"))
    .action(async () => {
      const { jsonSchema } = await import("../../schema/mod.ts");
      const json = jsonSchema();
      context.result(json, () => JSON.stringify(json, null, 2));
    });
}
