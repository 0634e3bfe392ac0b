import type { Command } from "commander";
import { carryOutUpdate, updateText } from "../carry_out_update.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { readSource } from "../read_source.ts";
import { schemaFormat } from "../schema_format.ts";

interface Options {
  readonly format?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** `dw-sim experiment update` */
export function experimentUpdate(parent: Command, context: CliContext): void {
  parent.command("update")
    .description("give an experiment another schema; data made of the former one goes")
    .argument("<name>", "the experiment")
    .argument("<file>", "the schema in JSON or YAML; '-' reads standard input")
    .option("--format <format>", "json or yaml (default: yaml for .yaml and .yml, else json)")
    .option("--dry-run", "show what would change, and change nothing")
    .option("-y, --yes", "do not ask before data is removed")
    .addHelpText(
      "after",
      examples(
        "dw-sim experiment show shop --schema > shop.json   # then edit it",
        "dw-sim experiment update shop shop.json --dry-run",
        "dw-sim experiment update shop shop.json --yes",
      ),
    )
    .action(async (name: string, file: string, { format: flag, ...flags }: Options) => {
      const format = schemaFormat(file, flag);
      const { name: source, text } = context.source = await readSource(file);
      using opened = await context.openApp();
      const updated = await carryOutUpdate(
        context,
        flags,
        (means) =>
          opened.app.updateExperiment(opened.context, name, text, { source, format, ...means }),
      );
      const { changes, droppedRunCount } = updated;
      context.result(
        {
          ...{ name: updated.schema.name, changes, dropped_runs: droppedRunCount },
          dry_run: flags.dryRun === true,
        },
        () => updateText(updated, context, flags),
      );
      if (flags.dryRun !== true && changes.length > 0) {
        context.note(`Next: dw-sim experiment generate ${updated.schema.name}`);
      }
    });
}
