import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { readSource } from "../read_source.ts";
import { schemaFormat } from "../schema_format.ts";

/** `dw-sim experiment create` */
export function experimentCreate(parent: Command, context: CliContext): void {
  parent.command("create")
    .description("make an experiment of a schema in JSON or YAML")
    .argument("<file>", "the schema; '-' reads standard input")
    .option("--format <format>", "json or yaml (default: yaml for .yaml and .yml, else json)")
    .addHelpText(
      "after",
      examples(
        "dw-sim experiment create examples/ecommerce.json",
        "dw-sim experiment create shop.yaml",
        "cat schema.json | dw-sim experiment create -",
      ),
    )
    .action(async (file: string, { format }: { readonly format?: string }) => {
      const isYaml = schemaFormat(file, format) === "yaml";
      context.source = await readSource(file);
      const { schemaLine, warningsText } = await import("../schema_text.ts");
      using opened = await context.openApp();
      const { name, text } = context.source;
      const schema = isYaml
        ? await opened.app.createExperimentFromYaml(opened.context, text, { source: name })
        : opened.app.createExperiment(opened.context, text, { source: name });
      const warnings = warningsText(schema, context);
      if (warnings !== "") context.note(warnings);
      context.result(
        opened.app.schemaToJson(schema),
        () => `Created experiment '${schema.name}': ${schemaLine(schema)}`,
      );
      context.note(`Next: dw-sim experiment generate ${schema.name}`);
    });
}
