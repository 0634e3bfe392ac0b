import type { Command } from "commander";
import type { Locale } from "../../app/mod.ts";
import { DwSimError } from "../../errors/mod.ts";
import { carryOutUpdate, updateText } from "../carry_out_update.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { EXIT_PARTIAL } from "../exit_code.ts";
import { reportImport } from "../import_report.ts";
import { parseChoice, parseRowCount } from "../parse_values.ts";
import { readSources } from "../read_sources.ts";
import { counted } from "../words.ts";

const DIALECTS = ["redshift", "snowflake", "postgres"] as const;
const LOCALES = ["en", "de", "fr", "es", "ja"] as const satisfies readonly Locale[];

interface Options {
  readonly name: string;
  readonly dialect: string;
  readonly rows?: string;
  readonly locale?: string;
  readonly keepGoing?: boolean;
  readonly strict?: boolean;
  readonly dryRun?: boolean;
  readonly replace?: boolean;
  readonly yes?: boolean;
}

/** `dw-sim experiment import-sql` */
export function experimentImportSql(parent: Command, context: CliContext): void {
  parent.command("import-sql")
    .description("make an experiment of a warehouse's CREATE TABLE statements")
    .argument("<file...>", "files of DDL, or folders of .sql files; '-' reads standard input")
    .requiredOption("--name <name>", "what to call the experiment")
    .requiredOption("--dialect <dialect>", `whose SQL it is: ${DIALECTS.join(", ")}`)
    .option("--rows <n>", "rows of every table (default: 1000)")
    .option(
      "--locale <locale>",
      `whose names and towns texts are made of: ${LOCALES.join(", ")} (default: en)`,
    )
    .option("--strict", "import nothing if anything is wrong")
    .option("--keep-going", "end with 0 even if tables with errors are left out")
    .option("--dry-run", "show what would be made, and make nothing")
    .option(
      "--replace",
      "if there is an experiment of this name, bring it up to date and keep its settings",
    )
    .option("-y, --yes", "with --replace: do not ask before data is removed")
    .addHelpText(
      "after",
      examples(
        "dw-sim experiment import-sql examples/tpcds_redshift.sql --name retail --dialect redshift",
        "dw-sim experiment import-sql ddl/ --name shop --dialect snowflake --strict --dry-run",
        "dw-sim experiment import-sql ddl/ --name shop --dialect snowflake --replace",
        "pg_dump --schema-only shop | dw-sim experiment import-sql - --name shop --dialect postgres",
      ),
    )
    .action((files: readonly string[], options: Options) => importSql(files, options, context));
}

async function importSql(
  files: readonly string[],
  options: Options,
  context: CliContext,
): Promise<void> {
  const dialect = parseChoice(options.dialect, { flag: "--dialect", choices: DIALECTS });
  const rows = options.rows === undefined ? undefined : parseRowCount(options.rows);
  const locale = options.locale === undefined
    ? undefined
    : parseChoice(options.locale, { flag: "--locale", choices: LOCALES });
  const sources = context.sources = await readSources(files);
  const [first] = sources;
  const isOne = sources.length === 1;
  using opened = await context.openApp();
  const sql = isOne ? first!.text : sources;
  const dryRun = options.dryRun === true;
  const wanted = {
    source: isOne ? first!.name : `The DDL of ${counted(sources.length, "file")}`,
    ...{ name: options.name, dialect },
    ...rows !== undefined && { rows },
    ...locale !== undefined && { locale },
    strict: options.strict === true,
  };
  const replaced = options.replace !== true ? null : await unlessNew(() =>
    carryOutUpdate(
      context,
      options,
      (means) => opened.app.reimportDdl(opened.context, sql, { ...wanted, ...means }),
    )
  );
  const imported = replaced ?? opened.app.importDdl(opened.context, sql, { ...wanted, dryRun });
  const isPartial = imported.diagnostics.some(({ severity }) => severity === "error");
  if (isPartial && options.keepGoing !== true) context.exitCode = EXIT_PARTIAL;
  const changes = replaced === null ? null : {
    ...{ changes: replaced.changes, dropped_runs: replaced.droppedRunCount },
    text: updateText(replaced, context, options),
  };
  await reportImport(context, { imported, app: opened.app, dryRun, changes });
}

/** Null where there is no experiment yet whose place could be taken. */
async function unlessNew<Updated>(replace: () => Promise<Updated>): Promise<Updated | null> {
  try {
    return await replace();
  } catch (error) {
    if (error instanceof DwSimError && error.code === "EXPERIMENT_NOT_FOUND") return null;
    throw error;
  }
}
