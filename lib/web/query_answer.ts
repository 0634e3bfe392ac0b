import {
  type Answer,
  type FileRequest,
  type ParameterValues,
  type QueryDialect,
  type QueryRequest,
  type RowBatch,
  runQuery,
  streamAnswer,
} from "../app/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { QueryClock } from "./_query_clock.ts";
import { findingToJson } from "./problem.ts";
import type { Service } from "./service.ts";

/** What a query can be answered with. */
export type AnswerFormat = "json" | "jsonl" | "csv" | "parquet";

export interface QueryAsked {
  readonly sql: string;
  readonly experiment?: string | undefined;
  readonly dialect?: QueryDialect | undefined;
  readonly parameters: ParameterValues;
  readonly statement?: number | undefined;
  readonly format: AnswerFormat;
  /** What ends a record of CSV, by default `crlf`. */
  readonly newline?: FileRequest["newline"];
  /** Rows of a JSON answer at most; all when absent. */
  readonly rowCountMax?: number | undefined;
  /** Aborted when the client is gone. */
  readonly signal: AbortSignal;
}

const CONTENT_TYPES: Readonly<Record<AnswerFormat, string>> = {
  json: "application/json",
  jsonl: "application/jsonl",
  csv: "text/csv; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
};

/**
 * Answers a query with a stream: rows are made as the client takes them, and a client that leaves
 * stops the work. What fails half-way breaks the connection, so that no answer is short unnoticed.
 *
 * @throws DwSimError As `runQuery`; WEB_QUERY_TOO_LONG.
 */
export async function queryAnswer(service: Service, asked: QueryAsked): Promise<Response> {
  const stop = new AbortController();
  const queryMs = service.limits["query-ms"];
  const clock = new QueryClock(queryMs);
  const signal = AbortSignal.any([asked.signal, clock.late, stop.signal]);
  try {
    const pieces = asked.format === "json"
      ? await jsonPieces(service, { ...asked, signal })
      : await filePieces(service, { ...asked, format: asked.format, signal });
    service.metrics.add("dw_sim_queries_total", { outcome: "answered" });
    const body = streamOf(pieces, { stop, clock });
    return new Response(body, { headers: headersOf(asked.format) });
  } catch (error) {
    clock.stop();
    service.metrics.add("dw_sim_queries_total", { outcome: "refused" });
    if (clock.late.aborted) {
      throw new DwSimError("WEB_QUERY_TOO_LONG", { queryMs }, { cause: error });
    }
    throw error;
  }
}

function headersOf(format: AnswerFormat): Headers {
  const headers = new Headers({ "content-type": CONTENT_TYPES[format] });
  if (format !== "json") {
    headers.set("content-disposition", `attachment; filename="query_results.${format}"`);
  }
  return headers;
}

type Pieces = AsyncGenerator<Uint8Array, void, void>;

async function jsonPieces(service: Service, asked: QueryAsked): Promise<Pieces> {
  const answer = await runQuery(service.context, requestOf(service, asked));
  try {
    return oneDocument(answer, await begin(answer), asked.rowCountMax);
  } catch (error) {
    await answer[Symbol.asyncDispose]();
    throw error;
  }
}

/** Has the first rows made, so that what fails before them is told by a status. */
async function begin({ result }: Answer): Promise<AsyncIterable<RowBatch>> {
  const batches = result.batches()[Symbol.asyncIterator]();
  const first = await batches.next();
  return {
    async *[Symbol.asyncIterator]() {
      try {
        for (let next = first; !next.done; next = await batches.next()) yield next.value;
      } finally {
        await batches.return?.();
      }
    },
  };
}

function requestOf(
  { limits }: Service,
  { sql, experiment, dialect, parameters, statement, signal }: QueryAsked,
): QueryRequest {
  return {
    ...{ sql, parameters, isRemembered: true },
    ...{ signal, limits: { memoryBytesMax: limits["query-bytes"] } },
    ...experiment !== undefined && { experiment },
    ...dialect !== undefined && { dialect },
    ...statement !== undefined && { statement },
  };
}

/** `{"columns": […], "column_types": […], "translated_sql": …, "notes": […], "rows": [[…], …],
 * "row_count": n, "truncated": …}` */
async function* oneDocument(
  answer: Answer,
  batches: AsyncIterable<RowBatch>,
  rowCountMax = Number.POSITIVE_INFINITY,
): Pieces {
  await using _answer = answer;
  const encoder = new TextEncoder();
  const { columns, translatedSql, notes } = answer.result;
  const names = JSON.stringify(columns.map(({ name }) => name));
  const types = JSON.stringify(columns.map(({ type }) => type));
  yield encoder.encode(`{"columns":${names},"column_types":${types},`);
  const told = `"translated_sql":${JSON.stringify(translatedSql)},"notes":${
    JSON.stringify(notes.map(findingToJson))
  }`;
  yield encoder.encode(`${told},"rows":[`);
  let rowCount = 0;
  let isTruncated = false;
  for await (const batch of batches) {
    const room = rowCountMax - rowCount;
    const rows = batch.json().slice(0, room);
    isTruncated = batch.rowCount > room;
    if (rows.length > 0) {
      const text = rows.map((row) => JSON.stringify(row)).join(",\n");
      yield encoder.encode(`${rowCount === 0 ? "" : ",\n"}${text}`);
    }
    rowCount += rows.length;
    if (isTruncated) break;
  }
  yield encoder.encode(`],"row_count":${rowCount},"truncated":${isTruncated}}\n`);
}

/** The engine writes these formats itself. */
async function filePieces(
  service: Service,
  asked: QueryAsked & { readonly format: Exclude<AnswerFormat, "json"> },
): Promise<Pieces> {
  const { format, newline } = asked;
  const file = await streamAnswer(service.context, {
    ...requestOf(service, asked),
    ...{ format, ...newline !== undefined && { newline } },
  });
  return fileBytes(file);
}

async function* fileBytes(file: Awaited<ReturnType<typeof streamAnswer>>): Pieces {
  await using _file = file;
  yield* file.bytes;
}

/** Asks for the next piece only when the last one is taken. */
function streamOf(
  pieces: Pieces,
  { stop, clock }: { readonly stop: AbortController; readonly clock: QueryClock },
): ReadableStream<Uint8Array> {
  let begun = false;
  const end = async () => {
    stop.abort();
    clock.stop();
    try {
      // A generator that was never begun would skip its own cleaning up.
      if (!begun) await pieces.next();
      await pieces.return();
    } catch (error) {
      if (!(error instanceof DwSimError) || error.kind !== "cancelled") throw error;
    }
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      clock.wait();
      // Nobody may be asking for a piece any more, so that nobody would hear of it.
      clock.late.addEventListener("abort", () => {
        controller.error(clock.late.reason);
        end();
      });
    },
    async pull(controller) {
      begun = true;
      clock.work();
      const { done, value } = await pieces.next();
      if (clock.late.aborted) return;
      clock.wait();
      if (!done) return controller.enqueue(value);
      clock.stop();
      controller.close();
    },
    cancel: end,
  }, { highWaterMark: 0 });
}
