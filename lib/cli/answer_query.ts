import { resolve } from "node:path";
import type { QueryRequest, QueryResult } from "../app/mod.ts";
import type { CliContext } from "./cli_context.ts";
import { expandedRows } from "./expanded_rows.ts";
import type { AnswerStyle, QueryFormat } from "./query_options.ts";
import { textTable } from "./text_table.ts";
import { count, counted, duration } from "./words.ts";

type OpenedApp = Awaited<ReturnType<CliContext["openApp"]>>;

export interface Answering {
  readonly request: QueryRequest;
  readonly style: AnswerStyle;
  /** A file for the answer; standard output when absent. */
  readonly output?: string | undefined;
  readonly context: CliContext;
  /** Whether to say how long it took; by default yes. */
  readonly isTimed?: boolean;
}

/** Asks one question, and shows its answer or writes it where it is wanted. */
export async function answerQuery(opened: OpenedApp, answering: Answering): Promise<void> {
  const { output, style: { format } } = answering;
  const request = { ...answering.request, isRemembered: true };
  if (output !== undefined) await save(opened, { ...answering, request, output });
  else if (format === "table") await showTable(opened, { ...answering, request });
  else await send(opened, { ...answering, request }, format);
}

async function save(
  { app, context: appContext }: OpenedApp,
  { request, style: { format, newline }, context, output }: Answering & { readonly output: string },
): Promise<void> {
  const path = resolve(output);
  const startedAtMs = performance.now();
  const asked = { ...request, format: fileFormat(format), newline, path };
  const { rowCount } = await app.saveAnswer(appContext, asked);
  const time = duration(performance.now() - startedAtMs);
  context.result(
    { path, format, row_count: rowCount },
    () => `Wrote ${counted(rowCount, "row")} to ${path} in ${time}`,
  );
}

/** A table is for the eye alone; `answerStyle` refuses it for files. */
function fileFormat(format: QueryFormat): Exclude<QueryFormat, "table"> {
  return format === "table" ? "csv" : format;
}

async function showTable(
  { app, context: appContext }: OpenedApp,
  { request, context, style: { isExpanded, rowsMax }, isTimed = true }: Answering,
): Promise<void> {
  const startedAtMs = performance.now();
  await using answer = await app.runQuery(appContext, request);
  const { columns } = answer.result;
  const { rows, hasMore } = await firstRows(answer.result, rowsMax);
  const { out, paint } = context;
  const titles = columns.map(({ name }) => name);
  const { text, hiddenCount } = isExpanded
    ? { text: expandedRows({ titles, rows, paint }), hiddenCount: 0 }
    : textTable(columns.map(tableColumn), rows, {
      ...{ width: out.columns, paint, nullText: "NULL" },
    });
  if (text !== "") await out.write(`${text}\n`);
  context.noteFindings(answer.result.notes);
  const time = isTimed ? ` in ${duration(performance.now() - startedAtMs)}` : "";
  context.note(
    hasMore ? `First ${count(rowsMax)} rows${time}` : counted(rows.length, "row") + time,
  );
  if (hiddenCount === 0) return;
  context.note(`${counted(hiddenCount, "column")} did not fit; try --expanded or --format json`);
}

function tableColumn({ name, numeric }: { readonly name: string; readonly numeric: boolean }) {
  return numeric ? { title: name, align: "right" as const } : { title: name };
}

async function firstRows(result: QueryResult, rowsMax: number) {
  const rows: (string | null)[][] = [];
  for await (const batch of result.batches()) {
    rows.push(...batch.text());
    if (rows.length > rowsMax) return { rows: rows.slice(0, rowsMax), hasMore: true };
  }
  return { rows, hasMore: false };
}

/** Sends the whole answer to standard output, while it is made. */
async function send(
  { app, context: appContext }: OpenedApp,
  { request, style: { newline }, context }: Answering,
  format: Exclude<QueryFormat, "table">,
): Promise<void> {
  await using file = await app.streamAnswer(appContext, { ...request, format, newline });
  for await (const piece of file.bytes) await context.out.write(piece);
}
