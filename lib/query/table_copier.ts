import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { removeAside, scratchPath } from "../disk/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { allRows } from "./all_rows.ts";
import { copyExpression } from "./_copy_expression.ts";
import { engineError, NOTHING_ASKED } from "./_query_error.ts";
import { quoteText } from "./quote_text.ts";
import { copyFileEnding, copyOptions } from "./copy_format.ts";
import type { CopyRequest, CopySource } from "./open_copier.ts";
import { quoteName } from "./quote_name.ts";

/** A moment with a zone is printed in this one. */
const SETTINGS = [
  "errors_as_json = true",
  "TimeZone = 'UTC'",
  "autoinstall_known_extensions = false",
  "autoload_known_extensions = false",
  "allow_community_extensions = false",
];

/** Copies rows from files of ours to files of other formats, in streams. */
export class TableCopier implements AsyncDisposable {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #spillDirectory: string;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, spill: string) {
    this.#instance = instance;
    this.#connection = connection;
    this.#spillDirectory = spill;
  }

  /** Opens a copier; `openCopier` is the door to this. */
  static async open(temporaryFolder: string): Promise<TableCopier> {
    const spill = scratchPath(temporaryFolder, "copy");
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    for (const setting of SETTINGS) await connection.run(`SET ${setting}`);
    await connection.run(`SET temp_directory = ${quoteText(spill)}`);
    return new TableCopier(instance, connection, spill);
  }

  /**
   * Writes rows to a file, in their order, or to the files of a partitioned folder.
   *
   * @param source The rows.
   * @param request Where to, and how.
   * @returns How many rows were written.
   * @throws DwSimError CANCELLED, QUERY_FAILED, QUERY_OUT_OF_MEMORY; the files are not whole then.
   */
  async copy(source: CopySource, request: CopyRequest): Promise<{ rowCount: number }> {
    const sql = copyStatement(source, request);
    return await this.#guarded(async () => {
      const result = await this.#connection.run(sql);
      return { rowCount: result.rowsChanged };
    }, request);
  }

  /**
   * Lists what a column holds, as text.
   *
   * @param source The rows.
   * @param options The column, and how many values are too many.
   * @returns Every value once, NULL as null; null when there are more than `countMax`.
   */
  async distinctValues(
    { files }: CopySource,
    { column, countMax, signal }: DistinctOptions,
  ): Promise<readonly (string | null)[] | null> {
    const name = quoteName(column);
    const sql = `SELECT DISTINCT CAST(${name} AS VARCHAR) FROM ${tableOf(files)} ` +
      `LIMIT ${countMax + 1}`;
    const rows = await this.#guarded(
      async () => allRows(await this.#connection.run(sql)),
      { path: files[0]!, signal },
    );
    if (rows.length > countMax) return null;
    return rows.map(([value]) => value === null || value === undefined ? null : String(value));
  }

  /** Ends everything and removes what was spilled to disk. */
  [Symbol.asyncDispose](): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
    removeAside(this.#spillDirectory);
    return Promise.resolve();
  }

  async #guarded<Value>(
    work: () => Promise<Value>,
    { path, signal }: { readonly path: string; readonly signal?: AbortSignal | undefined },
  ): Promise<Value> {
    const interrupt = () => this.#connection.interrupt();
    signal?.addEventListener("abort", interrupt);
    try {
      refuseAborted(signal);
      const value = await work();
      refuseAborted(signal);
      return value;
    } catch (error) {
      refuseAborted(signal);
      throw diskError(error, path) ?? ownError(error);
    } finally {
      signal?.removeEventListener("abort", interrupt);
    }
  }
}

export interface DistinctOptions {
  readonly column: string;
  readonly countMax: number;
  readonly signal?: AbortSignal;
}

function copyStatement(source: CopySource, request: CopyRequest): string {
  const { format, compression, path, partitionBy } = request;
  const options = partitionBy === undefined
    ? `${copyOptions(format, compression)}, USE_TMP_FILE false`
    : partitionOptions(request, partitionBy);
  const query = format === "jsonl" && partitionBy !== undefined
    ? jsonLines(source, request, partitionBy)
    : selectColumns(source, request);
  return `COPY (${query}) TO ${quoteText(path)} (${options})`;
}

function selectColumns({ files, columns }: CopySource, request: CopyRequest): string {
  const list = columns.map((column) =>
    `${copyExpression(column, request)} AS ${quoteName(column.name)}`
  );
  return `SELECT ${list.join(", ")} FROM ${tableOf(files)}`;
}

/** The engine's JSON writer knows no partitions: we hand whole lines to one that does. */
function jsonLines(
  { files, columns }: CopySource,
  request: CopyRequest,
  partitionBy: string,
): string {
  const fields = columns.filter(({ name }) => name !== partitionBy).map((column) =>
    `${quoteText(column.name)}: ${copyExpression(column, request)}`
  );
  return `SELECT CAST(to_json({${fields.join(", ")}}) AS VARCHAR) AS line, ` +
    `${quoteName(partitionBy)} FROM ${tableOf(files)}`;
}

/** The engine names folders by percent-encoding, and NULL as Hive does. */
function partitionOptions({ format, compression }: CopyRequest, partitionBy: string): string {
  const ending = copyFileEnding(format, compression).slice(1);
  return `${format === "jsonl" ? lineOptions(compression) : copyOptions(format, compression)}, ` +
    `PARTITION_BY (${quoteName(partitionBy)}), FILENAME_PATTERN 'part-{i}', ` +
    `FILE_EXTENSION ${quoteText(ending)}`;
}

/** Nothing is quoted, and what would separate columns stands in no JSON: it is a control code. */
function lineOptions(compression: CopyRequest["compression"]): string {
  return `FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIM '\x01', COMPRESSION ${compression}`;
}

/** Paths are taken as they stand: ours hold no pattern, and `key=value` in one is no column. */
function tableOf(files: readonly string[]): string {
  return `read_parquet([${files.map(quoteText).join(", ")}], hive_partitioning = false)`;
}

/** What the engine says of a disk that does not play along: the system's number is with it. */
function diskError(error: unknown, path: string): DwSimError | null {
  if (!(error instanceof Error) || !error.message.startsWith("{")) return null;
  const failure: { exception_type?: string; exception_message: string; errno?: string } = JSON
    .parse(error.message);
  if (failure.exception_type !== "IO") return null;
  const cause = { cause: error };
  if (failure.errno === ENOSPC) return new DwSimError("STORAGE_FULL", { path }, cause);
  const reason = failure.exception_message.split("\n")[0]!;
  return new DwSimError("STORAGE_UNWRITABLE", { path, reason }, cause);
}

function ownError(error: unknown): unknown {
  if (error instanceof DwSimError || !(error instanceof Error)) return error;
  return engineError(error.message, NOTHING_ASKED);
}

/** Spec: errno.h, "no space left on device". */
const ENOSPC = "28";

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DwSimError("CANCELLED", { what: "The copy" });
}
