import { tmpdir } from "node:os";
import { scratchPath } from "../disk/mod.ts";
import { diagnostic, DwSimError, invariant } from "../errors/mod.ts";
import { dialectMacros, type QueryDialect } from "./dialects/mod.ts";
import { enginePool, type PooledEngine } from "./_engine_pool.ts";
import { PIPE_PATH } from "./_engine_process.ts";
import { type Asked, NOTHING_ASKED, queryError } from "./_query_error.ts";
import { planResult } from "./_plan_result.ts";
import { Question } from "./_question.ts";
import { refusal } from "./_refusal.ts";
import { readStatement } from "./_statement.ts";
import { type Copied, type FileBytes, streamedCopy } from "./_streamed_copy.ts";
import { translateQuestion } from "./_translate_question.ts";
import type { WarehouseOptions } from "./open_warehouse.ts";
import { defaultQueryLimits, type QueryLimits } from "./query_limits.ts";
import type { JsonValue, QueryResult, RowBatch } from "./query_result.ts";
import { quoteText } from "./quote_text.ts";
import { decodeBatch } from "./wire/decode_batch.ts";
import type { EngineRequest, Newline, QueryTable, WrittenFormat } from "./wire/engine_messages.ts";

export interface QueryOptions {
  /** Stops the query; it then ends with CANCELLED. */
  readonly signal?: AbortSignal | undefined;
}

export interface CopyOptions extends QueryOptions {
  readonly format: WrittenFormat;
  readonly newline: Newline;
}

/** What is settled when a warehouse is opened. */
interface Settled {
  readonly tables: readonly QueryTable[];
  readonly dialect: QueryDialect;
  readonly exportPath: string | null;
  readonly limits: QueryLimits;
  readonly spillBytes: number;
  readonly temporaryFolder: string;
}

/** A text on its way to the engine. */
interface Prepared {
  readonly asked: Asked;
  readonly request: Extract<EngineRequest, { kind: "query" }>;
  readonly notes: QueryResult["notes"];
  readonly timeZone: string;
}

/** The tables of one run, ready to be asked one question at a time. */
export class Warehouse {
  #engine: PooledEngine;
  readonly #settled: Settled;
  #question: Question | null = null;
  #isClosed = false;

  private constructor(engine: PooledEngine, settled: Settled) {
    this.#engine = engine;
    this.#settled = settled;
  }

  /** Opens a warehouse; `openWarehouse` is the door to this. */
  static async open(
    tables: readonly QueryTable[],
    { exportPath = null, dialect = "duckdb", temporaryFolder = tmpdir(), ...bounds }: Opening,
  ): Promise<Warehouse> {
    const limits = { ...defaultQueryLimits(), ...bounds.limits };
    const spillBytes = Math.min(
      bounds.spillBytes ?? Infinity,
      limits.memoryBytesMax * BOOKED_SHARE,
    );
    const settled = { tables, dialect, temporaryFolder, exportPath, limits, spillBytes };
    const warehouse = new Warehouse(enginePool.take(keyOf(settled, UTC)), settled);
    try {
      await warehouse.#openWith(UTC);
      return warehouse;
    } catch (error) {
      await warehouse.close();
      throw error;
    }
  }

  /**
   * Runs a user's SQL: one statement that only reads, after settings of the session if need be.
   *
   * @param text The user's text, in the dialect of the warehouse.
   * @param options A signal that stops it.
   * @returns The columns at once, the rows as they are asked for.
   * @throws QUERY_REFUSED and QUERY_UNSUPPORTED with the place in the text, QUERY_FAILED,
   * QUERY_OUT_OF_MEMORY, QUERY_TIMED_OUT, QUERY_ENGINE_DIED, CANCELLED.
   */
  async query(text: string, { signal }: QueryOptions = {}): Promise<QueryResult> {
    const prepared = await this.#prepare(text, signal);
    const result = await this.#start(prepared, signal);
    const { explaining } = prepared.request;
    return explaining === null ? result : await planResult(result, explaining);
  }

  /**
   * Writes the answer to a user's SQL to the warehouse's `exportPath`.
   *
   * @param text The user's text; as for `query`.
   * @param options The format, and a signal that stops it.
   * @returns How many rows were written; null, and nothing written, where a column is of a type
   * that the engine cannot write in this format as we would.
   * @throws What `query` throws; the file is then not whole and the caller removes it.
   */
  async copy(text: string, options: CopyOptions): Promise<{ rowCount: number } | null> {
    const copying = await this.#copy(text, options);
    return copying === null ? null : await copiedBy(copying);
  }

  /**
   * Reads the answer to a user's SQL as the bytes of a file. The warehouse has `PIPE_PATH` as its
   * `exportPath`, and can be asked no more afterwards.
   *
   * @param text The user's text; as for `query`.
   * @param options As for `copy`.
   * @returns The bytes, once the first are there; null, with no bytes, as `copy`.
   * @throws What `query` throws; after the first bytes, reading them throws it.
   */
  async stream(text: string, options: CopyOptions): Promise<FileBytes | null> {
    const copying = await this.#copy(text, options);
    if (copying === null) return null;
    const { process } = this.#engine;
    // An engine that waits for room in its pipe hears no interrupt.
    options.signal?.addEventListener("abort", () => process.kill(), { once: true });
    const { question } = copying;
    return await streamedCopy(process, {
      copied: copiedBy(copying),
      during: (work) => question.during(work),
    });
  }

  /** Null for a plan, which only we can write, as JSON. */
  async #copy(text: string, { format, newline, signal }: CopyOptions): Promise<Copying | null> {
    invariant(this.#settled.exportPath !== null, "a warehouse that copies has an export path");
    const { asked, request } = await this.#prepare(text, signal);
    if (request.explaining !== null) {
      if (format === "json" || format === "jsonl") return null;
      throw refusal(diagnostic("QUERY_NOT_SELECT", { statement: "EXPLAIN" }));
    }
    const { sql } = request;
    return { question: await this.#begin({ kind: "copy", sql, format, newline }, signal), asked };
  }

  /**
   * Runs SQL of our own making: past the gate, inside the locks.
   *
   * @param sql One statement; never a user's text.
   * @param options A signal that stops it.
   * @returns All its rows.
   */
  async ask(sql: string, { signal }: QueryOptions = {}): Promise<JsonValue[][]> {
    const asked = { text: sql, sql, toText: (offset: number) => offset, tableNames: [] };
    const request = { kind: "query", sql, ours: true, explaining: null } as const;
    await this.#openWith(UTC);
    const result = await this.#start({ asked, request, notes: [], timeZone: UTC }, signal);
    const rows: JsonValue[][] = [];
    for await (const batch of result.batches()) rows.push(...batch.json());
    return rows;
  }

  /** Ends the question under way, and lets go of the engine. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { exportPath } = this.#settled;
    // What is left in a pipe must not come before the next answer.
    if (exportPath === PIPE_PATH && exportPath !== null) this.#engine.process.kill();
    await this.#question?.stop();
    if (exportPath !== null) await this.#lockAway();
    enginePool.give(this.#engine);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Has the engine open what is settled; it may have it from the last time. */
  async #openWith(timeZone: string): Promise<void> {
    const key = keyOf(this.#settled, timeZone);
    // What is left of the last answer is given up; an engine that did not heed that is gone.
    await this.#question?.stop();
    if (this.#engine.process.hasEnded) {
      enginePool.give(this.#engine);
      this.#engine = enginePool.take(key);
    }
    if (this.#engine.key === key) return;
    const { tables, exportPath, limits, spillBytes, dialect, temporaryFolder } = this.#settled;
    // The engine makes this folder when it needs it, and removes it.
    const spillDirectory = scratchPath(temporaryFolder, "query");
    this.#engine.key = null;
    this.#engine.spillDirectory = spillDirectory;
    const question = await this.#begin({
      kind: "open",
      ...{ tables, exportPath, spillDirectory, spillBytes, memoryBytesMax: limits.memoryBytesMax },
      setup: [...dialectMacros(dialect), `SET TimeZone = ${quoteText(timeZone)}`],
    }, undefined);
    await next(question, NOTHING_ASKED);
    this.#engine.key = key;
  }

  /** Takes from the engine what it has open: nobody else may write where this warehouse could. */
  async #lockAway(): Promise<void> {
    this.#engine.key = null;
    const { process } = this.#engine;
    if (process.hasEnded) return;
    try {
      await (await Question.ask(process, { kind: "close" }, CLOSING)).next();
    } catch {
      // An engine that cannot let go is ended.
      process.kill();
    }
  }

  async #prepare(text: string, signal: AbortSignal | undefined): Promise<Prepared> {
    const { dialect, tables } = this.#settled;
    refuseAborted(signal);
    const read = readStatement(text, { dialect, tables });
    const { sql, toText, notes } = await translateQuestion(text, read, { dialect, tables });
    const tableNames = tables.map(({ name }) => name);
    const timeZone = read.timeZone ?? UTC;
    await this.#openWith(timeZone);
    const asked = { text, sql, toText, tableNames };
    const request = { kind: "query", sql, ours: false, explaining: read.explaining } as const;
    return { asked, request, notes, timeZone };
  }

  async #start(
    { asked, request, notes, timeZone }: Prepared,
    signal: AbortSignal | undefined,
  ): Promise<QueryResult> {
    const question = await this.#begin(request, signal);
    const reply = await next(question, asked);
    invariant(reply.kind === "columns", "columns come before rows");
    const { columns } = reply;
    async function* batches(): AsyncGenerator<RowBatch> {
      try {
        for (;;) {
          const answer = await next(question, asked);
          if (answer.kind === "end") return;
          invariant(answer.kind === "batch", "rows come between columns and the end");
          yield decodeBatch(answer.bytes, columns, { timeZone });
        }
      } finally {
        await question.stop();
      }
    }
    return {
      columns: columns.map(({ wire: _, ...column }) => Object.freeze(column)),
      translatedSql: asked.sql.trim(),
      ...{ notes, batches },
    };
  }

  async #begin(request: EngineRequest, signal: AbortSignal | undefined): Promise<Question> {
    const { limits } = this.#settled;
    this.#question = await Question.ask(this.#engine.process, request, { limits, signal });
    return this.#question;
  }
}

/** A copy under way. */
interface Copying {
  readonly question: Question;
  readonly asked: Asked;
}

async function copiedBy({ question, asked }: Copying): Promise<Copied> {
  const reply = await next(question, asked);
  if (reply.kind === "unwritable") return null;
  invariant(reply.kind === "end", "a copy has one answer");
  return { rowCount: reply.rowCount };
}

const UTC = "UTC";
/** The engine misses some of what it holds, and the process holds more than the engine. */
const BOOKED_SHARE = 0.7;

type Opening = Omit<WarehouseOptions, "exportPath"> & { readonly exportPath?: string | null };

const CLOSING = {
  limits: { workMsMax: 5_000, memoryBytesMax: Number.POSITIVE_INFINITY },
  signal: undefined,
};

/** Tells apart what engines have open. */
function keyOf(settled: Settled, timeZone: string): string {
  const { limits, ...rest } = settled;
  const stamps = rest.tables.flatMap(({ files }) => files.map(fileStamp));
  return JSON.stringify([rest, stamps, limits.memoryBytesMax, timeZone]);
}

/** Another one when the file is another one: engines do not look again at what they have open. */
function fileStamp(path: string): string {
  try {
    const { ino, mtime, size } = Deno.statSync(path);
    return `${ino} ${mtime?.getTime()} ${size}`;
  } catch {
    // The engine says best what is wrong with it.
    return "";
  }
}

/** The next answer; what goes wrong is told in our words. */
async function next(question: Question, asked: Asked) {
  try {
    return await question.next();
  } catch (error) {
    throw queryError(error, asked);
  }
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DwSimError("CANCELLED", { what: "The query" });
}
