import { DwSimError } from "../errors/mod.ts";
import type { QueryDialect } from "./dialects/mod.ts";
import { jsonText } from "./json_text.ts";
import { openWarehouse, type QueryTable, type WarehouseOptions } from "./open_warehouse.ts";
import type { QueryLimits } from "./query_limits.ts";
import type { QueryResult } from "./query_result.ts";

/** Formats of a file with a query's answer. `json` is one array of objects, `jsonl` one a line. */
export type ExportFormat = "csv" | "json" | "jsonl" | "parquet";

export interface ExportOptions {
  readonly format: ExportFormat;
  /** What the user writes; the engine's own SQL by default. */
  readonly dialect?: QueryDialect;
  readonly limits?: Partial<QueryLimits>;
  /** Absolute path of the file; replaced if it exists. */
  readonly path: string;
  /** Where it lies until it is complete, on the same disk; a name beside it by default. */
  readonly partialPath?: string;
  /** A folder for what does not fit into memory; the system's one by default. */
  readonly temporaryFolder?: string;
  readonly signal?: AbortSignal;
}

/**
 * Writes the whole answer to a user's SQL into a file. The file appears when it is complete; a
 * failure or a cancel leaves what was there before.
 *
 * @param tables The tables that can be asked.
 * @param sql The user's text; one statement that only reads.
 * @param options Format and path.
 * @returns How many rows were written.
 * @throws What `Warehouse.query` throws.
 */
export async function exportQuery(
  tables: readonly QueryTable[],
  sql: string,
  {
    format,
    path,
    partialPath = `${path}.${crypto.randomUUID()}.partial`,
    signal,
    ...options
  }: ExportOptions,
): Promise<{ rowCount: number }> {
  const asked = { sql, format, partialPath, signal };
  await touching(path, () => claim(partialPath));
  try {
    const opening = { exportPath: partialPath, ...options };
    const written = await write(tables, { ...asked, ...opening, spillBytes: SPILL_BYTES })
      .catch((error) => {
        // What cannot go to disk may still fit into memory.
        if (!(error instanceof DwSimError) || error.code !== "QUERY_OUT_OF_MEMORY") throw error;
        return write(tables, { ...asked, ...opening });
      });
    await touching(path, () => Deno.rename(partialPath, path));
    return written;
  } catch (error) {
    await removeIfThere(partialPath);
    throw error;
  }
}

/** An export takes little memory however many rows it has: sorting, say, goes to disk early. */
const SPILL_BYTES = 300 * 1024 ** 2;

interface Writing extends WarehouseOptions {
  readonly sql: string;
  readonly format: ExportFormat;
  readonly partialPath: string;
  readonly signal: AbortSignal | undefined;
}

async function write(
  tables: readonly QueryTable[],
  { sql, format, partialPath, signal, ...opening }: Writing,
): Promise<{ rowCount: number }> {
  await using warehouse = await openWarehouse(tables, opening);
  return await warehouse.copy(sql, { format, signal }) ??
    await writeJson(partialPath, {
      result: await warehouse.query(sql, { signal }),
      lines: format === "jsonl",
    });
}

async function writeJson(
  path: string,
  { result, lines }: { result: QueryResult; lines: boolean },
): Promise<{ rowCount: number }> {
  using file = await Deno.open(path, { write: true, truncate: true });
  const writer = file.writable.getWriter();
  const encoder = new TextEncoder();
  let rowCount = 0;
  for await (const piece of jsonText(result, { lines })) {
    await writer.write(encoder.encode(piece.text));
    rowCount += piece.rowCount;
  }
  await writer.close();
  return { rowCount };
}

/** Shows that the file can be written before any work is done for it. */
async function claim(path: string): Promise<void> {
  (await Deno.open(path, { write: true, createNew: true })).close();
}

async function touching(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new DwSimError("STORAGE_UNWRITABLE", { path, reason: reasonOf(error) }, { cause: error });
  }
}

function reasonOf(error: Error): string {
  if (error instanceof Deno.errors.NotFound) return "its folder does not exist";
  if (error instanceof Deno.errors.IsADirectory) return "it is a folder";
  if (error instanceof Deno.errors.PermissionDenied) return "permission is denied";
  return error.message;
}

/** The engine may have removed what it began. */
async function removeIfThere(path: string): Promise<void> {
  try {
    await Deno.remove(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
