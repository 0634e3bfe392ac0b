import type { Command } from "commander";
import type { ImportedDdl } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { parseChoice, parseRowCount } from "../parse_values.ts";
import { readSource } from "../read_source.ts";

const DIALECTS = ["redshift", "snowflake", "postgres"] as const;

interface Options {
  readonly name: string;
  readonly dialect: string;
  readonly rows?: string;
  readonly dryRun?: boolean;
}

/** `dw-sim experiment import-sql` */
export function experimentImportSql(parent: Command, context: CliContext): void {
  parent.command("import-sql")
    .description("make an experiment of a warehouse's CREATE TABLE statements")
    .argument("<file>", "the DDL; '-' reads standard input")
    .requiredOption("--name <name>", "what to call the experiment")
    .requiredOption("--dialect <dialect>", `whose SQL it is: ${DIALECTS.join(", ")}`)
    .option("--rows <n>", "rows of every table (default: 1000)")
    .option("--dry-run", "show what would be made, and make nothing")
    .addHelpText(
      "after",
      examples(
        "dw-sim experiment import-sql examples/tpcds_redshift.sql --name retail --dialect redshift",
        "pg_dump --schema-only shop | dw-sim experiment import-sql - --name shop --dialect postgres",
      ),
    )
    .action(async (file: string, options: Options) => {
      const dialect = parseChoice(options.dialect, { flag: "--dialect", choices: DIALECTS });
      const rows = options.rows === undefined ? undefined : parseRowCount(options.rows);
      context.source = await readSource(file);
      using opened = await context.openApp();
      const imported = opened.app.importDdl(opened.context, context.source.text, {
        ...{ source: context.source.name, name: options.name, dialect },
        ...rows !== undefined && { rows },
        dryRun: options.dryRun === true,
      });
      await report(context, { imported, app: opened.app, dryRun: options.dryRun === true });
    });
}

interface Reporting {
  readonly imported: ImportedDdl;
  readonly app: typeof import("../../app/mod.ts");
  readonly dryRun: boolean;
}

async function report(
  context: CliContext,
  { imported: { schema, diagnostics }, app, dryRun }: Reporting,
): Promise<void> {
  context.noteFindings(diagnostics);
  const { columnsText, schemaLine, tablesText } = await import("../schema_text.ts");
  const generators = dryRun ? await app.previewGenerators(schema) : undefined;
  const json = { schema: app.schemaToJson(schema), generators, diagnostics, dry_run: dryRun };
  const verb = dryRun ? "Would create" : "Created";
  context.result(json, () =>
    [
      generators === undefined
        ? tablesText(schema, context)
        : columnsText(schema, generators, context),
      "",
      `${verb} experiment '${schema.name}': ${schemaLine(schema)}`,
    ].join("\n"));
  if (!dryRun) context.note(`Next: dw-sim experiment generate ${schema.name}`);
}
