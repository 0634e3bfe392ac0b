import type { Command } from "commander";
import { resolve } from "node:path";
import type {
  ExportDataRequest,
  ExportedData,
  GeneratedRun,
  GenerateRequest,
  RunMeans,
  VerifyReport,
} from "../../app/mod.ts";
import { DwSimError } from "../../errors/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import {
  parseChoice,
  parsePartRows,
  parseRows,
  parseScale,
  parseSeed,
  parseWorkerCount,
} from "../parse_values.ts";
import { EXIT_FINDINGS } from "../exit_code.ts";
import { startTableProgress } from "../table_progress.ts";
import { verifyJson, verifyText } from "../verify_text.ts";
import { verifyWithProgress } from "../verify_with_progress.ts";
import { withRunProgress } from "../with_run_progress.ts";
import { bytes, count, counted, duration, rate } from "../words.ts";
import { COMPRESSIONS, exportJson, exportText, FORMATS } from "./experiment_export.ts";

const CODECS = ["none", "snappy"] as const;

interface Options {
  readonly rows?: readonly string[];
  readonly scale?: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly partRows?: string;
  readonly format?: string;
  readonly compression?: string;
  readonly outputDir?: string;
  readonly resume?: string | true;
  readonly verify?: boolean;
}

type Opened = Awaited<ReturnType<CliContext["openApp"]>>;

/** `dw-sim experiment generate` */
export function experimentGenerate(parent: Command, context: CliContext): void {
  parent.command("generate")
    .description("fill an experiment's tables; the new run becomes the one that is queried")
    .argument("<name>", "the experiment")
    .option(
      "--rows <table=n>",
      "rows of a table, or of all with a bare number; repeatable",
      addRows,
    )
    .option("--scale <x>", "multiply the rows of all tables that --rows does not name")
    .option("--seed <n>", "the same seed makes the same data (default: by lot, and shown)")
    .option("--workers <n>", "how many processors to use (default: all)")
    .option("--part-rows <n>", "rows of a file (default: 1048576)")
    .option(
      "--format <format>",
      "parquet (default); or csv, jsonl: exported to --output-dir as well",
    )
    .option("--compression <codec>", `how files are packed: ${CODECS.join(", ")} (default: snappy)`)
    .option("--output-dir <folder>", "a new folder for the files, instead of the data folder")
    .option("--resume [run]", "take up a cancelled or failed run (default: the newest) to its end")
    .option("--verify", "read the files back, and check them; exits with 1 when something is wrong")
    .addHelpText(
      "after",
      examples(
        "dw-sim experiment generate demo --rows 1000",
        "dw-sim experiment generate demo --rows orders=1000000 --rows lineitem=4000000 --seed 7",
        "dw-sim experiment generate demo --scale 100",
        "dw-sim experiment generate demo --resume",
      ),
    )
    .action(async (name: string, options: Options) => {
      refuseBesideResume(options);
      const wanted = exportOf(options);
      using opened = await context.openApp();
      const generated = await withRunProgress(
        context,
        (means) => make(opened, name, options, means),
      );
      const { verify = false } = options;
      const exported = wanted && await exportGenerated(opened, wanted, { generated, context });
      if (verify) await reportVerified(opened, { ...generated, exported }, context);
      else reportRun({ ...generated, exported }, opened.app.runToJson, context);
    });
}

/** The run has its rows, seed and layout already. */
function refuseBesideResume({ resume, ...options }: Options): void {
  if (resume === undefined) return;
  const flags = [
    ...[["--rows", options.rows], ["--scale", options.scale], ["--seed", options.seed]],
    ...[["--part-rows", options.partRows]],
    ...[["--compression", options.compression], ["--output-dir", options.outputDir]],
    ...[["--format", options.format]],
  ].flatMap(([flag, value]) => value === undefined ? [] : [String(flag)]);
  if (flags.length === 0) return;
  throw new DwSimError("CLI_USAGE", {
    reason: `A resumed run has been given all that ${flags.join(" and ")} would say`,
    command: "dw-sim experiment generate",
  });
}

function make(
  { app, context }: Opened,
  name: string,
  options: Options,
  means: RunMeans,
): Promise<GeneratedRun> {
  const { resume, workers } = options;
  if (resume === undefined) {
    const request = requestOf(options, app.DEFAULT_LAYOUT, app.ROW_GROUP_ROWS);
    return app.generate(context, name, { ...request, ...means });
  }
  return app.resumeRun(context, name, {
    ...means,
    ...resume !== true && { runId: resume },
    ...workers !== undefined && { workerCount: parseWorkerCount(workers) },
  });
}

/** The files in another format that are wanted besides the run, or null. */
function exportOf({ format, compression, outputDir }: Options): ExportDataRequest | null {
  const chosen = format === undefined
    ? "parquet"
    : parseChoice(format, { flag: "--format", choices: FORMATS });
  if (chosen === "parquet") return null;
  if (outputDir === undefined) {
    throw new DwSimError("CLI_USAGE", {
      reason: `Files of format '${chosen}' need a folder, named with --output-dir`,
      command: "dw-sim experiment generate",
    });
  }
  return {
    ...{ format: chosen, outputPath: resolve(outputDir) },
    ...compression !== undefined && {
      compression: parseChoice(compression, { flag: "--compression", choices: COMPRESSIONS }),
    },
  };
}

async function exportGenerated(
  { app, context: appContext }: Opened,
  wanted: ExportDataRequest,
  { generated: { run }, context }: {
    readonly generated: GeneratedRun;
    readonly context: CliContext;
  },
): Promise<ExportedData> {
  const progress = startTableProgress(context);
  try {
    return await app.exportData(appContext, run.experimentName, {
      ...{ ...wanted, runId: run.id, signal: context.signal, onProgress: progress.update },
    });
  } finally {
    progress.stop();
  }
}

/** People are told of the run first: reading it back may take longer than making it. */
async function reportVerified(
  opened: Opened,
  generated: GeneratedRun & { readonly exported: ExportedData | null },
  context: CliContext,
): Promise<void> {
  const { app: { runToJson } } = opened;
  const isForPeople = context.options.json !== true;
  if (isForPeople) reportRun(generated, runToJson, context);
  const { experimentName: name, id: runId } = generated.run;
  const verified = await verifyWithProgress({ opened, context, name, runId });
  if (verified.broken.length > 0) context.exitCode = EXIT_FINDINGS;
  if (isForPeople) context.result(null, () => verifyText(verified, context));
  else reportRun({ ...generated, verified }, runToJson, context);
}

/** Values may also stand in one, with commas between: `orders=100,lineitem=400`. */
export function addRows(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(/,(?=[^,=]*=)/)];
}

type Layout = NonNullable<GenerateRequest["layout"]>;

function requestOf(options: Options, defaults: Layout, rowGroupRows: number): GenerateRequest {
  const { rows = [], scale, seed, workers, partRows } = options;
  // What is said of files in another format is not said of the run's own.
  const { compression, outputDir } = exportOf(options) === null ? options : {};
  const layout = {
    partRows: partRows === undefined ? defaults.partRows : parsePartRows(partRows, rowGroupRows),
    codec: compression === undefined
      ? defaults.codec
      : parseChoice(compression, { flag: "--compression", choices: CODECS }),
  };
  return {
    rows: { ...parseRows(rows), ...scale !== undefined && { scale: parseScale(scale) } },
    layout,
    ...seed !== undefined && { seed: parseSeed(seed) },
    ...workers !== undefined && { workerCount: parseWorkerCount(workers) },
    ...outputDir !== undefined && { outputPath: resolve(outputDir) },
  };
}

/** Tells of a run that was made. */
export function reportRun(
  generated: GeneratedRun & {
    readonly exported?: ExportedData | null;
    readonly verified?: VerifyReport | null;
  },
  runToJson: typeof import("../../app/mod.ts").runToJson,
  context: CliContext,
): void {
  const { run, manifest, diagnostics, elapsedMs, exported = null, verified = null } = generated;
  context.noteFindings(diagnostics);
  const json = {
    ...{ ...runToJson(run), elapsed_ms: Math.round(elapsedMs), diagnostics },
    ...exported !== null && { export: exportJson(exported) },
    ...verified !== null && { verify: verifyJson(verified) },
  };
  context.result(json, () =>
    [
      generatedTable(manifest, context),
      summary(generated, context),
      ...exported === null ? [] : [exportText(exported, context)],
    ].join("\n\n"));
  context.note(`Next: dw-sim query execute "SHOW TABLES" --experiment ${run.experimentName}`);
}

/** What was made, table by table. */
export function generatedTable({ tables }: GeneratedRun["manifest"], context: CliContext): string {
  return context.table(
    [
      { title: "Table" },
      { title: "Rows", align: "right" },
      { title: "Files", align: "right" },
      { title: "Size", align: "right" },
    ],
    tables.map(({ name, rows, parts }) => [
      name,
      count(rows),
      count(parts.length),
      bytes(parts.reduce((sum, part) => sum + part.bytes, 0)),
    ]),
  );
}

/** What was made, how fast, and where it lies. */
export function summary({ run, manifest, elapsedMs }: GeneratedRun, { paint }: CliContext): string {
  const rowCount = manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
  const speed = `${duration(elapsedMs)} (${rate(rowCount, elapsedMs)})`;
  return [
    `${paint.green("✓")} ${counted(rowCount, "row")} in ${
      counted(manifest.tables.length, "table")
    }, ` +
    `in ${paint.bold(speed)}`,
    paint.dim(`  run ${run.id}, seed ${run.seed}`),
    paint.dim(`  ${run.outputPath}`),
  ].join("\n");
}
