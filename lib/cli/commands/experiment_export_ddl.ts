import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { parseChoice } from "../parse_values.ts";
import { sendSql } from "../send_sql.ts";

const DIALECTS = ["redshift", "snowflake", "postgres", "duckdb"] as const;

interface Options {
  readonly dialect: string;
  readonly withSurrogates?: boolean;
  readonly output?: string;
}

/** `dw-sim experiment export-ddl` */
export function experimentExportDdl(parent: Command, context: CliContext): void {
  parent.command("export-ddl")
    .description("write an experiment's tables as CREATE TABLE statements")
    .argument("<name>", "the experiment")
    .requiredOption("-d, --dialect <dialect>", DIALECTS.join(", "))
    .option("--with-surrogates", "keep the '_row_id' columns that stand for composite keys")
    .option("-o, --output <file>", "write to a file instead of standard output")
    .addHelpText(
      "after",
      examples(
        "dw-sim experiment export-ddl demo --dialect snowflake",
        "dw-sim experiment export-ddl demo --dialect postgres --output demo.sql",
      ),
    )
    .action(async (name: string, { output, withSurrogates = false, ...options }: Options) => {
      const dialect = parseChoice(options.dialect, { flag: "--dialect", choices: DIALECTS });
      using opened = await context.openApp();
      const sql = opened.app.exportDdl(opened.context, name, { dialect, withSurrogates });
      await sendSql(sql, { context, dialect, output });
    });
}
