import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { tmpdir } from "node:os";
import { removeAside, scratchPath } from "../disk/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { allRows } from "./all_rows.ts";
import { toJson } from "./cells.ts";
import { lockDown } from "./lock_down.ts";
import { logicalType } from "./logical_type.ts";
import { columnQuestion } from "./_profile_sql.ts";
import { quoteText } from "./quote_text.ts";
import type {
  ColumnProfile,
  OpenSampleOptions,
  SampleTable,
  TableProfile,
  ValueCount,
} from "./open_sample.ts";
import { quoteName } from "./quote_name.ts";
import type { JsonValue } from "./query_result.ts";

/** Aggregates of one statement; more would keep the engine planning for long. */
const COLUMNS_AT_ONCE = 40;

/** One side of a possible reference. */
export interface SampleSide {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Files of data, open to be described. */
export class Sample {
  readonly profiles: readonly TableProfile[] = [];
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #spillDirectory: string;
  readonly #signal: AbortSignal | undefined;

  private constructor(
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    { spillDirectory, signal }: { spillDirectory: string; signal: AbortSignal | undefined },
  ) {
    this.#instance = instance;
    this.#connection = connection;
    this.#spillDirectory = spillDirectory;
    this.#signal = signal;
  }

  /** Opens a sample; `openSample` is the door to this. */
  static async open(
    tables: readonly SampleTable[],
    { signal, temporaryFolder = tmpdir() }: OpenSampleOptions,
  ): Promise<Sample> {
    const spillDirectory = scratchPath(temporaryFolder, "sample");
    const instance = await DuckDBInstance.create(":memory:");
    const sample = new Sample(instance, await instance.connect(), { spillDirectory, signal });
    try {
      const files = tables.flatMap((table) => table.files);
      await sample.#connection.run("SET TimeZone = 'UTC'");
      await lockDown(sample.#connection, { files, spillDirectory });
      const profiles: TableProfile[] = [];
      for (const table of tables) profiles.push(await sample.#readable(table));
      return Object.assign(sample, { profiles });
    } catch (error) {
      sample.close();
      throw error;
    }
  }

  /** How many different tuples columns have, rows with a NULL in them left out. */
  async distinctCount({ table, columns }: SampleSide): Promise<number> {
    const names = columns.map(quoteName);
    const [row] = await this.#ask(
      `SELECT count(*) FROM (SELECT DISTINCT ${names.join(", ")} FROM ${quoteName(table)}
       WHERE ${names.map((name) => `${name} IS NOT NULL`).join(" AND ")})`,
    );
    return Number(row![0]);
  }

  /**
   * Rows of the child without a NULL in its columns, and how many of them have no such row in the
   * parent.
   */
  async orphanCount(
    child: SampleSide,
    parent: SampleSide,
  ): Promise<{ readonly rowCount: number; readonly orphanCount: number }> {
    const present = child.columns.map((name) => `child.${quoteName(name)} IS NOT NULL`);
    const equal = child.columns.map((name, i) =>
      `child.${quoteName(name)} = parent.${quoteName(parent.columns[i]!)}`
    );
    const where = `WHERE ${present.join(" AND ")}`;
    const [row] = await this.#ask(
      `SELECT (SELECT count(*) FROM ${quoteName(child.table)} AS child ${where}),
        (SELECT count(*) FROM ${quoteName(child.table)} AS child
         ANTI JOIN ${quoteName(parent.table)} AS parent ON ${equal.join(" AND ")} ${where})`,
    );
    return { rowCount: Number(row![0]), orphanCount: Number(row![1]) };
  }

  /**
   * The values of a column, the most frequent first.
   *
   * @returns Null if there are more than `countMax`.
   */
  async values(
    table: string,
    { column, countMax }: { readonly column: string; readonly countMax: number },
  ): Promise<readonly ValueCount[] | null> {
    const name = quoteName(column);
    const rows = await this.#ask(
      `SELECT ${name}, count(*) FROM ${quoteName(table)} WHERE ${name} IS NOT NULL
       GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${countMax + 1}`,
    );
    if (rows.length > countMax) return null;
    return rows.map(([value, count]) => ({ value: value!, count: Number(count) }));
  }

  /** Ends everything and removes what was spilled to disk. */
  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
    removeAside(this.#spillDirectory);
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.close();
    return Promise.resolve();
  }

  /** Whatever the engine finds in the files is about the files. */
  async #readable(table: SampleTable): Promise<TableProfile> {
    try {
      return await this.#describe(table);
    } catch (error) {
      if (error instanceof DwSimError || !(error instanceof Error)) throw error;
      const detail = { table: table.name, reason: reasonOf(error) };
      throw new DwSimError("SAMPLE_UNREADABLE", detail, { cause: error });
    }
  }

  async #describe(table: SampleTable): Promise<TableProfile> {
    const rejectedCount = await this.#load(table);
    const result = await this.#run(`SELECT * FROM ${quoteName(table.name)} LIMIT 0`);
    const types = result.columnTypes();
    if (result.columnNames().includes("")) {
      const detail = { table: table.name, reason: "a column has no name, or one that is no text" };
      throw new DwSimError("SAMPLE_UNREADABLE", detail);
    }
    const columns = result.columnNames().map((name, i) => ({
      ...{ name, engineType: String(types[i]), type: logicalType(types[i]!) },
    }));
    const described: ColumnProfile[] = [];
    let rowCount = 0;
    for (let from = 0; from < columns.length; from += COLUMNS_AT_ONCE) {
      const questions = columns.slice(from, from + COLUMNS_AT_ONCE).map(columnQuestion);
      const aggregates = ["count(*)", ...questions.flatMap((question) => question.aggregates)];
      const [answers] = await this.#ask(
        `SELECT ${aggregates.join(", ")} FROM ${quoteName(table.name)}`,
      );
      rowCount = Number(answers![0]);
      let at = 1;
      for (const { aggregates: { length }, read } of questions) {
        described.push(read(answers!.slice(at, at + length)));
        at += length;
      }
    }
    return { name: table.name, rowCount, rejectedCount, columns: described };
  }

  /** Makes the table; texts are read once, Parquet where it lies. */
  async #load({ name, format, files }: SampleTable): Promise<number> {
    const list = `[${files.map(quoteText).join(", ")}]`;
    const target = quoteName(name);
    // Parts written at different times may have different columns.
    const union = files.length > 1 ? ", union_by_name = true" : "";
    switch (format) {
      case "parquet":
        await this.#run(`CREATE VIEW ${target} AS SELECT * FROM read_parquet(${list}${union})`);
        return 0;
      case "jsonl":
        await this.#run(
          `CREATE TABLE ${target} AS SELECT * FROM read_json(${list},
             format = 'newline_delimited'${union}, sample_size = -1)`,
        );
        return 0;
      case "csv":
        return await this.#loadCsv(target, list + union);
    }
  }

  /** All lines decide the types, so that none is refused later; if some lines are odd, the rest. */
  async #loadCsv(target: string, list: string): Promise<number> {
    const read = (options: string) =>
      `CREATE TABLE ${target} AS SELECT * FROM read_csv(${list}, header = true, sample_size = -1,
       max_line_size = 16777216, ${options})`;
    try {
      await this.#run(read("null_padding = true"));
      return 0;
    } catch (error) {
      if (!(error instanceof Error) || this.#signal?.aborted) throw error;
    }
    await this.#run(read("null_padding = true, strict_mode = false, store_rejects = true"));
    const [row] = await this.#ask("SELECT count(DISTINCT (file_id, line)) FROM reject_errors");
    await this.#run("DROP TABLE reject_errors");
    await this.#run("DROP TABLE reject_scans");
    return Number(row![0]);
  }

  async #ask(sql: string): Promise<JsonValue[][]> {
    const result = await this.#run(sql);
    const types = result.columnTypes();
    return allRows(result).map((row) => row.map((value, i) => toJson(value, types[i])));
  }

  async #run(sql: string) {
    const interrupt = () => this.#connection.interrupt();
    this.#signal?.addEventListener("abort", interrupt);
    try {
      this.#refuseAborted();
      return await this.#connection.run(sql);
    } catch (error) {
      this.#refuseAborted();
      throw error;
    } finally {
      this.#signal?.removeEventListener("abort", interrupt);
    }
  }

  #refuseAborted(): void {
    if (this.#signal?.aborted) throw new DwSimError("CANCELLED", { what: "The import" });
  }
}

/** The first sentence of what the engine says; the rest is advice on its own settings. */
function reasonOf({ message }: Error): string {
  let text = message;
  try {
    text = JSON.parse(message.slice(message.indexOf("{"))).exception_message ?? message;
  } catch {
    // Some failures come as plain text.
  }
  return text.split("\n")[0]!.replace(/\.$/, "");
}
