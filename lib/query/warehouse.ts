import { tmpdir } from "node:os";
import { join } from "node:path";
import { invariant } from "../errors/mod.ts";
import { enginePool, type PooledEngine } from "./_engine_pool.ts";
import { queryError } from "./_query_error.ts";
import { Question } from "./_question.ts";
import type { WarehouseOptions } from "./open_warehouse.ts";
import { defaultQueryLimits, type QueryLimits } from "./query_limits.ts";
import type { JsonValue, QueryResult, RowBatch } from "./query_result.ts";
import { decodeBatch } from "./wire/decode_batch.ts";
import type { EngineRequest, QueryTable, WrittenFormat } from "./wire/engine_messages.ts";

export interface QueryOptions {
  /** Stops the query; it then ends with CANCELLED. */
  readonly signal?: AbortSignal | undefined;
}

export interface CopyOptions extends QueryOptions {
  readonly format: WrittenFormat;
}

interface Asked {
  readonly sql: string;
  readonly signal: AbortSignal | undefined;
}

/** The tables of one run, ready to be asked one question at a time. */
export class Warehouse {
  readonly #engine: PooledEngine;
  readonly #limits: QueryLimits;
  readonly #tableNames: readonly string[];
  /** An engine that may write a file is of no use for anything else. */
  readonly #canWrite: boolean;
  #question: Question | null = null;
  #isClosed = false;

  private constructor(
    engine: PooledEngine,
    { limits, tables, canWrite }: {
      readonly limits: QueryLimits;
      readonly tables: readonly QueryTable[];
      readonly canWrite: boolean;
    },
  ) {
    this.#engine = engine;
    this.#limits = limits;
    this.#tableNames = tables.map(({ name }) => name);
    this.#canWrite = canWrite;
  }

  /** Opens a warehouse; `openWarehouse` is the door to this. */
  static async open(
    tables: readonly QueryTable[],
    { exportPath = null, limits, temporaryFolder = tmpdir() }: Opening,
  ): Promise<Warehouse> {
    const complete = { ...defaultQueryLimits(), ...limits };
    const { memoryBytesMax } = complete;
    const setup: string[] = [];
    const key = JSON.stringify([tables, exportPath, memoryBytesMax, temporaryFolder, setup]);
    const engine = enginePool.take(key);
    const canWrite = exportPath !== null;
    const warehouse = new Warehouse(engine, { limits: complete, tables, canWrite });
    if (engine.key === key) return warehouse;
    try {
      engine.key = null;
      // The engine makes this folder when it needs it, and removes it.
      const spillDirectory = join(temporaryFolder, `dw_sim_query_${crypto.randomUUID()}`);
      engine.spillDirectory = spillDirectory;
      const rest = { tables, exportPath, memoryBytesMax, setup, spillDirectory };
      await warehouse.#ask({ kind: "open", ...rest }, { sql: "", signal: undefined });
      engine.key = key;
      return warehouse;
    } catch (error) {
      await warehouse.close();
      throw error;
    }
  }

  /**
   * Runs a user's SQL: one statement that only reads.
   *
   * @param sql The user's text.
   * @param options A signal that stops it.
   * @returns The columns at once, the rows as they are asked for.
   * @throws QUERY_REFUSED with the place in the text, QUERY_FAILED, QUERY_OUT_OF_MEMORY,
   * QUERY_TIMED_OUT, QUERY_ENGINE_DIED, CANCELLED.
   */
  async query(sql: string, { signal }: QueryOptions = {}): Promise<QueryResult> {
    return await this.#start({ kind: "query", sql, ours: false }, { sql, signal });
  }

  /**
   * Writes the answer to a user's SQL to the warehouse's `exportPath`.
   *
   * @param sql The user's text; one statement that only reads.
   * @param options The format, and a signal that stops it.
   * @returns How many rows were written.
   * @throws What `query` throws; the file is then not whole and the caller removes it.
   */
  async copy(sql: string, { format, signal }: CopyOptions): Promise<{ rowCount: number }> {
    invariant(this.#canWrite, "a warehouse that copies has an export path");
    return await this.#ask({ kind: "copy", sql, format }, { sql, signal });
  }

  /**
   * Runs SQL of our own making: past the gate, inside the locks.
   *
   * @param sql One statement; never a user's text.
   * @param options A signal that stops it.
   * @returns All its rows.
   */
  async ask(sql: string, { signal }: QueryOptions = {}): Promise<JsonValue[][]> {
    const result = await this.#start({ kind: "query", sql, ours: true }, { sql, signal });
    const rows: JsonValue[][] = [];
    for await (const batch of result.batches()) rows.push(...batch.json());
    return rows;
  }

  /** Ends the question under way, and lets go of the engine. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#question?.stop();
    if (this.#canWrite) await this.#lockAway();
    enginePool.give(this.#engine);
  }

  /** Takes from the engine what it has open: nobody else may write where this warehouse could. */
  async #lockAway(): Promise<void> {
    this.#engine.key = null;
    const { process } = this.#engine;
    if (process.hasEnded) return;
    try {
      const question = await Question.ask(process, { kind: "close" }, CLOSING);
      await question.next();
    } catch {
      // An engine that cannot let go is ended.
      process.kill();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Sends a request with one answer. */
  async #ask(request: EngineRequest, asked: Asked): Promise<{ rowCount: number }> {
    const question = await this.#begin(request, asked);
    const reply = await this.#reply(question, asked);
    return { rowCount: reply.kind === "end" ? reply.rowCount : 0 };
  }

  async #start(request: EngineRequest, asked: Asked): Promise<QueryResult> {
    const question = await this.#begin(request, asked);
    const reply = await this.#reply(question, asked);
    invariant(reply.kind === "columns", "columns come before rows");
    const { columns } = reply;
    const next = () => this.#reply(question, asked);
    async function* batches(): AsyncGenerator<RowBatch> {
      try {
        for (let answer = await next(); answer.kind !== "end"; answer = await next()) {
          invariant(answer.kind === "batch", "rows come between columns and the end");
          yield decodeBatch(answer.bytes, columns);
        }
      } finally {
        await question.stop();
      }
    }
    return {
      columns: columns.map(({ name, type, numeric }) => Object.freeze({ name, type, numeric })),
      batches,
    };
  }

  async #begin(request: EngineRequest, { signal }: Asked): Promise<Question> {
    await this.#question?.stop();
    const { process } = this.#engine;
    this.#question = await Question.ask(process, request, { limits: this.#limits, signal });
    return this.#question;
  }

  /** The next answer; what goes wrong is told in our words. */
  async #reply(question: Question, { sql }: Asked) {
    try {
      return await question.next();
    } catch (error) {
      throw queryError(error, { sql, tableNames: this.#tableNames });
    }
  }
}

const CLOSING = {
  limits: { workMsMax: 5_000, memoryBytesMax: Number.POSITIVE_INFINITY },
  signal: undefined,
};

type Opening = Omit<WarehouseOptions, "exportPath"> & { readonly exportPath?: string | null };
