import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { reportImport } from "../import_report.ts";
import { parseChoice, parseRowCount } from "../parse_values.ts";

const DIALECTS = ["redshift", "snowflake", "postgres"] as const;

interface Options {
  readonly name: string;
  readonly dialect?: string;
  readonly rows?: string;
  readonly values: boolean;
  readonly dryRun?: boolean;
}

/** `dw-sim experiment import-sample` */
export function experimentImportSample(parent: Command, context: CliContext): void {
  parent.command("import-sample")
    .description("make an experiment whose data resembles Parquet, CSV or JSON Lines files")
    .argument("<paths...>", "files, or folders of files; each file or sub-folder is a table")
    .requiredOption("--name <name>", "what to call the experiment")
    .option("--dialect <dialect>", `the warehouse to follow: ${DIALECTS.join(", ")}`)
    .option("--rows <n>", "rows of every table (default: as many as the sample has)")
    .option("--no-values", "copy no values of the sample, not even those of small categories")
    .option("--dry-run", "show what would be made, and make nothing")
    .addHelpText(
      "after",
      "\nRows are read on this machine, and never kept. Ranges, lengths, shares of NULL and" +
        "\ncounts are; so are the values of columns with at most 50, unless --no-values is given." +
        "\n" +
        examples(
          "dw-sim experiment import-sample exports/ --name shop --dry-run",
          "dw-sim experiment import-sample orders.csv customers.parquet --name shop",
        ),
    )
    .action(async (paths: readonly string[], options: Options) => {
      const { dialect, rows, values, dryRun = false } = options;
      using opened = await context.openApp();
      const imported = await opened.app.importSample(opened.context, paths, {
        name: options.name,
        ...dialect !== undefined && {
          dialect: parseChoice(dialect, { flag: "--dialect", choices: DIALECTS }),
        },
        ...rows !== undefined && { rows: parseRowCount(rows) },
        ...{ copyValues: values, dryRun, signal: context.signal },
      });
      await reportImport(context, { imported, app: opened.app, dryRun });
    });
}
