import { type DuckDBConnection, DuckDBInstance, type DuckDBResult } from "@duckdb/node-api";
import { isNumeric } from "../cells.ts";
import { logicalType } from "../logical_type.ts";
import { lockDown } from "../lock_down.ts";
import { nextChunk } from "../next_chunk.ts";
import { quoteName } from "../quote_name.ts";
import { quoteText } from "../quote_text.ts";
import type {
  EngineRequest,
  Explaining,
  OpenRequest,
  WireColumn,
} from "../wire/engine_messages.ts";
import { checkSelect } from "./_check_select.ts";
import { copyOptions } from "./_copy_options.ts";
import { createViews } from "./_create_views.ts";
import { encodeBatches, type EncodedColumn } from "./_encode_batch.ts";
import { jsonRowExpression } from "./_json_expression.ts";
import { Refused } from "./_refused.ts";
import { wireType } from "./_wire_type.ts";

/** A running question: its columns, and its rows as batches ready to travel. */
export interface RunningQuery {
  readonly columns: readonly WireColumn[];
  batches(): AsyncGenerator<Uint8Array<ArrayBuffer>, { readonly rowCount: number }>;
}

/** DuckDB over the tables of one run, locked. */
export class Engine {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #exportPath: string | null;
  #interrupted = false;

  private constructor(
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    exportPath: string | null,
  ) {
    this.#instance = instance;
    this.#connection = connection;
    this.#exportPath = exportPath;
  }

  /** @throws Refused when files cannot be read. */
  static async open(request: OpenRequest): Promise<Engine> {
    const { tables, exportPath, spillDirectory, spillBytes, setup } = request;
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const engine = new Engine(instance, connection, exportPath);
    try {
      await connection.run(`SET memory_limit = '${Math.floor(spillBytes / 1024)} KiB'`);
      for (const statement of setup) await connection.run(statement);
      await createViews(connection, tables);
      const files = tables.flatMap((table) => table.files);
      if (exportPath !== null) files.push(exportPath);
      await lockDown(connection, { files, spillDirectory });
      return engine;
    } catch (error) {
      engine.close();
      throw error;
    }
  }

  /** Starts a statement; a user's passes the gate first. */
  async query(sql: string, { ours, explaining }: QuerySpec): Promise<RunningQuery> {
    this.#interrupted = false;
    if (!ours) await checkSelect(this.#connection, sql);
    this.#refuseInterrupted();
    const result = await after(
      explaining === null ? "" : explainWords(explaining),
      (words) => this.#connection.stream(words + sql),
    );
    const { described, columns } = describe(result);
    return { columns, batches: () => this.#batches(result, described) };
  }

  /**
   * Writes a user's rows to the export path.
   *
   * @returns Null where the engine cannot write what is in them as the format wants it.
   */
  async copy({ sql, format, newline }: CopySpec): Promise<{ readonly rowCount: number } | null> {
    this.#interrupted = false;
    const connection = this.#connection;
    const { serialized, aboutTables } = await checkSelect(connection, sql);
    this.#refuseInterrupted();
    // A view takes the text as it stands, with its comments and its final semicolon.
    if (!aboutTables) {
      await after("CREATE OR REPLACE TEMP VIEW asked AS\n", (words) => connection.run(words + sql));
    }
    const source = aboutTables
      ? `json_execute_serialized_sql(${quoteText(serialized)})`
      : "temp.asked";
    const isJson = format === "json" || format === "jsonl";
    const select = isJson ? await this.#jsonSelect(source) : `FROM ${source}`;
    if (select === null) return null;
    // The caller renames; the engine's own temporary file would be refused by the locks.
    const copied = await connection.run(
      `COPY (${select}) TO ${quoteText(this.#exportPath ?? "")} ` +
        `(${copyOptions(format, newline)}, USE_TMP_FILE false)`,
    );
    this.#refuseInterrupted();
    return { rowCount: copied.rowsChanged };
  }

  /** Rows as lines of JSON; names are unique in an object. */
  async #jsonSelect(source: string): Promise<string | null> {
    const result = await this.#connection.run(`FROM ${source} LIMIT 0`);
    const types = result.columnTypes();
    const columns = result.deduplicatedColumnNames().map((name, i) => ({ name, type: types[i]! }));
    const line = jsonRowExpression(columns);
    if (line === null) return null;
    const names = columns.map(({ name }) => quoteName(name));
    return `SELECT ${line} AS line FROM ${source} AS asked(${names.join(", ")})`;
  }

  interrupt(): void {
    this.#interrupted = true;
    this.#connection.interrupt();
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async *#batches(
    result: DuckDBResult,
    columns: readonly EncodedColumn[],
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, { readonly rowCount: number }> {
    let rowCount = 0;
    for (;;) {
      const chunk = await nextChunk(result);
      // An interrupted stream ends as if it were complete.
      this.#refuseInterrupted();
      if (chunk === null) return { rowCount };
      rowCount += chunk.rowCount;
      yield* encodeBatches(chunk, columns);
    }
  }

  #refuseInterrupted(): void {
    if (this.#interrupted) {
      throw new Refused({ kind: "engine", message: INTERRUPTED, prefixLength: 0 });
    }
  }
}

/** As the engine says it. */
const INTERRUPTED = '{"exception_type":"INTERRUPT","exception_message":"Interrupted!"}';

type CopySpec = Omit<Extract<EngineRequest, { kind: "copy" }>, "kind">;

interface QuerySpec {
  readonly ours: boolean;
  readonly explaining: Explaining | null;
}

function explainWords({ analyze }: Explaining): string {
  return `EXPLAIN (${analyze ? "ANALYZE, " : ""}FORMAT json) `;
}

/** Runs a text after words of ours, so that a failure can be placed in the text alone. */
async function after<Value>(
  words: string,
  run: (words: string) => Promise<Value>,
): Promise<Value> {
  try {
    return await run(words);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { message } = error;
    throw new Refused({ kind: "engine", message, prefixLength: words.length });
  }
}

function describe(result: DuckDBResult) {
  const names = result.deduplicatedColumnNames();
  const types = result.columnTypes();
  const described: EncodedColumn[] = types.map((type) => ({ type, wire: wireType(type) }));
  const columns: WireColumn[] = described.map(({ type, wire }, i) => ({
    name: names[i]!,
    type: type.alias ?? type.toString(),
    logicalType: logicalType(type),
    numeric: isNumeric(type),
    wire,
  }));
  return { described, columns };
}
