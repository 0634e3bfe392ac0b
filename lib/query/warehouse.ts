import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { DwSimError, invariant } from "../errors/mod.ts";
import { allRows } from "./_all_rows.ts";
import { checkSelect } from "./_check_select.ts";
import { toJson } from "./_cells.ts";
import { createViews } from "./_create_views.ts";
import { lockDown } from "./_lock_down.ts";
import { nextChunk } from "./_next_chunk.ts";
import { queryError } from "./_query_error.ts";
import { quoteText } from "./_quote_text.ts";
import { streamResult } from "./_stream_result.ts";
import type { QueryTable, WarehouseOptions } from "./open_warehouse.ts";
import type { JsonValue, QueryResult } from "./query_result.ts";

/** Formats that the engine writes by itself. */
export type CopyFormat = "csv" | "parquet";

const COPY_OPTIONS: Readonly<Record<CopyFormat, string>> = {
  csv: "FORMAT csv, HEADER true",
  parquet: "FORMAT parquet",
};

export interface QueryOptions {
  /** Stops the query; it then ends with CANCELLED. */
  readonly signal?: AbortSignal;
}

export interface CopyOptions extends QueryOptions {
  readonly format: CopyFormat;
}

interface Engine {
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
  readonly spillDirectory: string;
  readonly tableNames: readonly string[];
  readonly exportPath: string | undefined;
}

/** The tables of one run, ready to be asked one question at a time. */
export class Warehouse {
  readonly #engine: Engine;

  private constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Opens a warehouse; `openWarehouse` is the door to this. */
  static async open(
    tables: readonly QueryTable[],
    { exportPath }: WarehouseOptions,
  ): Promise<Warehouse> {
    const spillDirectory = await Deno.makeTempDir({ prefix: "dw_sim_query_" });
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const tableNames = tables.map((table) => table.name);
    const engine = { instance, connection, spillDirectory, tableNames, exportPath };
    const warehouse = new Warehouse(engine);
    try {
      await createViews(connection, tables);
      const files = tables.flatMap((table) => table.files);
      if (exportPath !== undefined) files.push(exportPath);
      await lockDown(connection, { files, spillDirectory });
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
   * @throws QUERY_REFUSED with the place in the text, QUERY_FAILED, QUERY_OUT_OF_MEMORY, CANCELLED.
   */
  async query(sql: string, { signal }: QueryOptions = {}): Promise<QueryResult> {
    const { connection } = this.#engine;
    return await this.#guarded(
      async () => {
        await checkSelect(connection, sql);
        const result = await connection.stream(sql);
        return streamResult(result, () => this.#guarded(() => nextChunk(result), sql, signal));
      },
      sql,
      signal,
    );
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
    const { connection, exportPath } = this.#engine;
    invariant(exportPath !== undefined, "a warehouse that copies has an export path");
    return await this.#guarded(
      async () => {
        const { serialized, aboutTables } = await checkSelect(connection, sql);
        // A view takes the text as it stands, with its comments and its final semicolon.
        if (!aboutTables) await connection.run(`CREATE OR REPLACE TEMP VIEW asked AS\n${sql}`);
        const source = aboutTables
          ? `json_execute_serialized_sql(${quoteText(serialized)})`
          : "temp.asked";
        // The caller renames; the engine's own temporary file would be refused by the locks.
        const copied = await connection.run(
          `COPY (FROM ${source}) TO ${quoteText(exportPath)} ` +
            `(${COPY_OPTIONS[format]}, USE_TMP_FILE false)`,
        );
        return { rowCount: copied.rowsChanged };
      },
      sql,
      signal,
    );
  }

  /**
   * Runs SQL of our own making: past the gate, inside the locks.
   *
   * @param sql One statement; never a user's text.
   * @param options A signal that stops it.
   * @returns All its rows.
   */
  async ask(sql: string, { signal }: QueryOptions = {}): Promise<JsonValue[][]> {
    return await this.#guarded(
      async () => {
        const result = await this.#engine.connection.run(sql);
        const types = result.columnTypes();
        return allRows(result).map((row) => row.map((value, i) => toJson(value, types[i])));
      },
      sql,
      signal,
    );
  }

  /** Ends everything and removes what was spilled to disk. */
  async close(): Promise<void> {
    const { connection, instance, spillDirectory } = this.#engine;
    connection.closeSync();
    instance.closeSync();
    await Deno.remove(spillDirectory, { recursive: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Does work that the signal interrupts, and gives its failure our words. */
  async #guarded<Value>(
    work: () => Promise<Value>,
    sql: string,
    signal: AbortSignal | undefined,
  ): Promise<Value> {
    const interrupt = () => this.#engine.connection.interrupt();
    signal?.addEventListener("abort", interrupt);
    try {
      refuseAborted(signal);
      const value = await work();
      // An interrupted stream ends as if it were complete.
      refuseAborted(signal);
      return value;
    } catch (error) {
      throw queryError(error, { sql, tableNames: this.#engine.tableNames });
    } finally {
      signal?.removeEventListener("abort", interrupt);
    }
  }
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DwSimError("CANCELLED", { what: "The query" });
}
