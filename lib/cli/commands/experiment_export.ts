import type { Command } from "commander";
import { resolve } from "node:path";
import type { ExportDataRequest, ExportedData } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { parseChoice } from "../parse_values.ts";
import { startTableProgress } from "../table_progress.ts";
import { bytes, count, counted, duration, rate } from "../words.ts";

export const FORMATS = ["parquet", "csv", "jsonl"] as const;
export const COMPRESSIONS = ["none", "snappy", "zstd", "gzip"] as const;

interface Options {
  readonly format?: string;
  readonly compression?: string;
  readonly table?: readonly string[];
  readonly partitionBy?: string;
  readonly run?: string;
  readonly output: string;
}

/** `dw-sim experiment export` */
export function experimentExport(parent: Command, context: CliContext): void {
  parent.command("export")
    .description("write an experiment's rows into files that others load from")
    .argument("<name>", "the experiment")
    .requiredOption("-o, --output <folder>", "an empty or new folder; it appears when it is whole")
    .option("-f, --format <format>", `${FORMATS.join(", ")} (default: parquet)`)
    .option(
      "--compression <codec>",
      "parquet: snappy, none, zstd, gzip (default: snappy); text: none, gzip, zstd (default: none)",
    )
    .option("--table <name>", "only this table; repeatable", add)
    .option(
      "--partition-by <column>",
      "a folder for every value, in each table that has the column",
    )
    .option("--run <run>", "a completed run (default: the one that is queried)")
    .addHelpText(
      "after",
      examples(
        "dw-sim experiment export demo --format csv --compression gzip --output out/demo",
        "dw-sim experiment export demo --table orders --partition-by o_orderstatus -o out/orders",
      ),
    )
    .action(async (name: string, options: Options) => {
      using opened = await context.openApp();
      const { app } = opened;
      const progress = startTableProgress(context);
      try {
        const exported = await app.exportData(opened.context, name, {
          ...requestOf(options),
          signal: context.signal,
          onProgress: progress.update,
        });
        progress.stop();
        context.result(exportJson(exported), () => exportText(exported, context));
      } finally {
        progress.stop();
      }
    });
}

function add(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(",")];
}

function requestOf(options: Options): ExportDataRequest {
  const { format = "parquet", compression, table, partitionBy, run, output } = options;
  return {
    outputPath: resolve(output),
    format: parseChoice(format, { flag: "--format", choices: FORMATS }),
    ...compression !== undefined && {
      compression: parseChoice(compression, { flag: "--compression", choices: COMPRESSIONS }),
    },
    ...table !== undefined && { tables: table },
    ...partitionBy !== undefined && { partitionBy },
    ...run !== undefined && { runId: run },
  };
}

/** What was written, for programs. */
export function exportJson({ run, tables, elapsedMs, ...exported }: ExportedData): unknown {
  return {
    ...{ experiment_name: run.experimentName, run_id: run.id, output_path: exported.outputPath },
    ...{ format: exported.format, compression: exported.compression },
    row_count: tables.reduce((sum, { rows }) => sum + rows, 0),
    byte_count: tables.reduce((sum, { files }) => sum + byteCount(files), 0),
    elapsed_ms: Math.round(elapsedMs),
    tables: tables.map(({ name, rows, files }) => ({
      ...{ name, row_count: rows, byte_count: byteCount(files), files },
    })),
  };
}

/** What was written, for people. */
export function exportText(
  { tables, outputPath, elapsedMs }: ExportedData,
  context: CliContext,
): string {
  const table = context.table(
    [
      { title: "Table" },
      { title: "Rows", align: "right" },
      { title: "Files", align: "right" },
      { title: "Size", align: "right" },
    ],
    tables.map(({ name, rows, files }) => [
      name,
      count(rows),
      count(files.length),
      bytes(byteCount(files)),
    ]),
  );
  const rowCount = tables.reduce((sum, { rows }) => sum + rows, 0);
  const { paint } = context;
  const speed = `${duration(elapsedMs)} (${rate(rowCount, elapsedMs)})`;
  return `${table}\n\n${paint.green("✓")} ${counted(rowCount, "row")} in ${paint.bold(speed)}\n` +
    paint.dim(`  ${outputPath}`);
}

function byteCount(files: readonly { readonly bytes: number }[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
