import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { reportImport } from "../import_report.ts";
import { readSource } from "../read_source.ts";
import type { SourceText } from "../source_text.ts";

interface Options {
  readonly name: string;
  readonly as?: string;
  readonly dryRun?: boolean;
}

/** `dw-sim experiment import-dbt` */
export function experimentImportDbt(parent: Command, context: CliContext): void {
  parent.command("import-dbt")
    .description("merge the tests and constraints of a dbt project into an experiment")
    .argument("<files...>", "property files: schema.yml, sources.yml …; '-' reads standard input")
    .requiredOption("--name <name>", "the experiment that has the tables")
    .option("--as <new>", "make a new experiment, and leave the first as it is")
    .option("--dry-run", "show what would come out, and change nothing")
    .addHelpText(
      "after",
      examples(
        "dw-sim experiment import-dbt models/schema.yml models/sources.yml --name shop --dry-run",
        "dw-sim experiment import-dbt models/schema.yml --name shop --as shop_tested",
      ),
    )
    .action(async (paths: readonly string[], { name, as, dryRun = false }: Options) => {
      const files: SourceText[] = [];
      for (const path of paths) files.push(await readSource(path));
      context.sources = files;
      using opened = await context.openApp();
      const imported = await opened.app.importDbt(opened.context, files, {
        ...{ name, dryRun },
        ...as !== undefined && { as },
      });
      const verb = as === undefined ? "Changed" : "Created";
      await reportImport(context, { imported, app: opened.app, dryRun, verb });
    });
}
