import type { Command } from "commander";
import type { PushedData } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { startTableProgress } from "../table_progress.ts";
import { count, counted, duration, rate } from "../words.ts";

interface Options {
  readonly to: string;
  readonly schema?: string;
  readonly run?: string;
  readonly replace?: boolean;
  readonly withSurrogates?: boolean;
}

/** `dw-sim experiment push` */
export function experimentPush(parent: Command, context: CliContext): void {
  parent.command("push")
    .description("put an experiment's tables into a PostgreSQL database, whole or not at all")
    .argument("<name>", "the experiment")
    .requiredOption("--to <url>", "postgres://user@host:port/database; password by PGPASSWORD")
    .option("--schema <name>", "put every table into this schema (default: as the tables say)")
    .option("--run <run>", "a completed run (default: the one that is queried)")
    .option("--replace", "drop tables of the same names, in the same transaction")
    .option("--with-surrogates", "keep the '_row_id' columns that stand for composite keys")
    .addHelpText(
      "after",
      examples(
        "dw-sim experiment push demo --to postgres://me@localhost:5432/lab --schema demo",
        "dw-sim experiment push demo --to postgres://me@localhost:5432/lab --replace",
      ),
    )
    .action(async (name: string, { schema, run, ...options }: Options) => {
      using opened = await context.openApp();
      const progress = startTableProgress(context);
      try {
        const pushed = await opened.app.pushData(opened.context, name, {
          ...options,
          ...schema !== undefined && { schemaName: schema },
          ...run !== undefined && { runId: run },
          signal: context.signal,
          onProgress: progress.update,
        });
        progress.stop();
        report(pushed, context);
      } finally {
        progress.stop();
      }
    });
}

function report(pushed: PushedData, context: CliContext): void {
  for (const { table, column, declaredType, kept } of pushed.typeNotes) {
    context.note(`note: ${table}.${column}, declared ${declaredType}, is kept as ${kept}`);
  }
  context.result(pushJson(pushed), () => pushText(pushed, context));
}

function pushJson({ run, elapsedMs, ...pushed }: PushedData): unknown {
  return {
    ...{ experiment_name: run.experimentName, run_id: run.id, target: pushed.target },
    ...{ row_count: pushed.rowCount, elapsed_ms: Math.round(elapsedMs) },
    ...{ key_count: pushed.keyCount, foreign_key_count: pushed.foreignKeyCount },
    tables: pushed.tables.map(({ name, rows }) => ({ name, row_count: rows })),
    type_notes: pushed.typeNotes.map(({ declaredType, ...note }) => ({
      ...note,
      declared_type: declaredType,
    })),
  };
}

function pushText(pushed: PushedData, context: CliContext): string {
  const { tables, rowCount, elapsedMs, keyCount, foreignKeyCount, target } = pushed;
  const { paint } = context;
  const table = context.table(
    [{ title: "Table" }, { title: "Rows", align: "right" }],
    tables.map(({ name, rows }) => [name, count(rows)]),
  );
  const speed = `${duration(elapsedMs)} (${rate(rowCount, elapsedMs)})`;
  const keys = `${counted(keyCount, "key")} and ${counted(foreignKeyCount, "foreign key")}`;
  return `${table}\n\n${paint.green("✓")} ${counted(rowCount, "row")} with ${keys}, in ` +
    `${paint.bold(speed)}\n${paint.dim(`  ${target}`)}`;
}
