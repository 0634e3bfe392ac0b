import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { parseChoice } from "../parse_values.ts";
import { sendSql } from "../send_sql.ts";
import { COMPRESSIONS, FORMATS } from "./experiment_export.ts";

const DIALECTS = ["redshift", "snowflake"] as const;

interface Options {
  readonly dialect: string;
  readonly format?: string;
  readonly compression?: string;
  readonly location?: string;
  readonly output?: string;
  readonly withSurrogates?: boolean;
}

/** `dw-sim experiment load-script` */
export function experimentLoadScript(parent: Command, context: CliContext): void {
  parent.command("load-script")
    .description("write the SQL that makes the tables in a warehouse and loads exported files")
    .argument("<name>", "the experiment")
    .requiredOption("-d, --dialect <dialect>", DIALECTS.join(", "))
    .option("-f, --format <format>", `of the files: ${FORMATS.join(", ")} (default: parquet)`)
    .option("--compression <codec>", "of text files, as they were exported (default: none)")
    .option("--location <where>", "s3://bucket/prefix, or @stage/path of Snowflake")
    .option("--with-surrogates", "keep the '_row_id' columns that stand for composite keys")
    .option("-o, --output <file>", "write to a file instead of standard output")
    .addHelpText(
      "after",
      examples(
        "dw-sim experiment load-script demo --dialect redshift --location s3://lake/demo",
        "dw-sim experiment load-script demo --dialect snowflake --location @loads/demo -o load.sql",
      ),
    )
    .action(async (name: string, { format, compression, location, output, ...rest }: Options) => {
      const dialect = parseChoice(rest.dialect, { flag: "--dialect", choices: DIALECTS });
      using opened = await context.openApp();
      const sql = opened.app.writeLoadScript(opened.context, name, {
        dialect,
        ...format !== undefined && {
          format: parseChoice(format, { flag: "--format", choices: FORMATS }),
        },
        ...compression !== undefined && {
          compression: parseChoice(compression, { flag: "--compression", choices: COMPRESSIONS }),
        },
        ...location !== undefined && { location },
        withSurrogates: rest.withSurrogates === true,
      });
      await sendSql(sql, { context, dialect, output });
    });
}
