import type { Command } from "commander";
import { resolve } from "node:path";
import type { QueryRequest, QueryResult } from "../../app/mod.ts";
import { DwSimError } from "../../errors/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { parseChoice, parseCount } from "../parse_values.ts";
import { readSource } from "../read_source.ts";
import { textTable } from "../text_table.ts";
import { count, counted, duration } from "../words.ts";

const FORMATS = ["table", "csv", "json", "jsonl", "parquet"] as const;
type Format = (typeof FORMATS)[number];
const DIALECTS = ["redshift", "snowflake", "postgres", "duckdb"] as const;

/** Rows of a table on the screen; files and the other formats hold all there are. */
const TABLE_ROWS_MAX = 1_000;

interface Options {
  readonly experiment?: string;
  readonly dialect?: string;
  readonly format?: string;
  readonly output?: string;
  readonly maxRows?: string;
}

type OpenedApp = Awaited<ReturnType<CliContext["openApp"]>>;

/** `dw-sim query execute` */
export function queryExecute(parent: Command, context: CliContext): void {
  parent.command("execute")
    .description("answer a SELECT over an experiment's current run")
    .argument("<sql>", "the question; '-' reads standard input")
    .option("-e, --experiment <name>", "the experiment (default: the only one)")
    .option("-d, --dialect <name>", `${DIALECTS.join(", ")} (default: the experiment's)`)
    .option("-f, --format <format>", `${FORMATS.join(", ")} (default: table)`)
    .option("-o, --output <file>", "write to a file; its ending tells the format")
    .option("--max-rows <n>", `rows of a table on the screen (default: ${TABLE_ROWS_MAX})`)
    .addHelpText(
      "after",
      examples(
        'dw-sim query execute "SELECT count(*) FROM orders" --experiment demo',
        'dw-sim query execute "FROM orders" --experiment demo --output orders.csv',
      ),
    )
    .action(async (sql: string, options: Options) => {
      const source = sql === "-" ? await readSource("-") : { name: "query", text: sql };
      context.source = source;
      const format = formatOf(options, context);
      const rowsMax = options.maxRows === undefined
        ? TABLE_ROWS_MAX
        : parseMaxRows(options.maxRows);
      using opened = await context.openApp();
      opened.app.warmEngines(1);
      const request = {
        ...{ sql: source.text, signal: context.signal },
        ...options.experiment !== undefined && { experiment: options.experiment },
        ...options.dialect !== undefined && {
          dialect: parseChoice(options.dialect, { flag: "--dialect", choices: DIALECTS }),
        },
      };
      if (options.output !== undefined) await save(opened, { request, format, context, options });
      else if (format === "table") await showTable(opened, { request, context, rowsMax });
      else await send(opened, { request, format, context });
    });
}

function parseMaxRows(text: string): number {
  const wanted = "a whole number from 1 to 1,000,000";
  return parseCount(text, { flag: "--max-rows", min: 1, max: 1_000_000, wanted });
}

function formatOf({ format, output }: Options, { options, out }: CliContext): Format {
  const chosen = format === undefined
    ? options.json ? "json" : formatOfFile(output)
    : parseChoice(format, { flag: "--format", choices: FORMATS });
  if (chosen === "parquet" && output === undefined && out.isTerminal) {
    throw new DwSimError("CLI_BINARY_TO_TERMINAL", { format: chosen });
  }
  return chosen;
}

function formatOfFile(output: string | undefined): Format {
  const ending = output?.split(".").at(-1)?.toLowerCase();
  return FORMATS.find((format) => format === ending) ?? (output === undefined ? "table" : "csv");
}

interface Asking {
  readonly request: QueryRequest;
  readonly context: CliContext;
}

async function save(
  { app, context: appContext }: OpenedApp,
  { request, format, context, options }: Asking & { format: Format; options: Options },
): Promise<void> {
  const path = resolve(options.output!);
  if (format === "table") {
    throw new DwSimError("CLI_CHOICE", {
      ...{ flag: "--format", text: format },
      choices: FORMATS.filter((each) => each !== "table"),
    });
  }
  const startedAtMs = performance.now();
  const { rowCount } = await app.saveAnswer(appContext, { ...request, format, path });
  const time = duration(performance.now() - startedAtMs);
  context.result(
    { path, format, row_count: rowCount },
    () => `Wrote ${counted(rowCount, "row")} to ${path} in ${time}`,
  );
}

async function showTable(
  { app, context: appContext }: OpenedApp,
  { request, context, rowsMax }: Asking & { rowsMax: number },
): Promise<void> {
  const startedAtMs = performance.now();
  await using answer = await app.runQuery(appContext, request);
  const { rows, hasMore } = await firstRows(answer.result, rowsMax);
  const columns = answer.result.columns.map(({ name, numeric }) =>
    numeric ? { title: name, align: "right" as const } : { title: name }
  );
  const { out, paint } = context;
  const { text, hiddenCount } = textTable(columns, rows, {
    ...{ width: out.columns, paint, nullText: "NULL" },
  });
  await out.write(`${text}\n`);
  const time = duration(performance.now() - startedAtMs);
  context.note(
    hasMore
      ? `First ${count(rowsMax)} rows, in ${time}`
      : `${counted(rows.length, "row")} in ${time}`,
  );
  if (hiddenCount > 0) {
    context.note(`${counted(hiddenCount, "column")} did not fit; try --format json`);
  }
}

async function firstRows(result: QueryResult, rowsMax: number) {
  const rows: (string | null)[][] = [];
  for await (const batch of result.batches()) {
    rows.push(...batch.text());
    if (rows.length > rowsMax) return { rows: rows.slice(0, rowsMax), hasMore: true };
  }
  return { rows, hasMore: false };
}

/** Sends the whole answer to standard output. */
async function send(
  { app, context: appContext }: OpenedApp,
  { request, format, context }: Asking & { format: Exclude<Format, "table"> },
): Promise<void> {
  // The engine writes all formats itself, into a file: nothing is sent before all of it is there.
  const folder = app.openScratch(appContext, "answer");
  try {
    const path = `${folder}/answer`;
    await app.saveAnswer(appContext, { ...request, format, path });
    for await (const chunk of (await Deno.open(path)).readable) await context.out.write(chunk);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
