import { DwSimError } from "../errors/mod.ts";
import type { QueryDialect } from "./dialects/mod.ts";
import { jsonText } from "./json_text.ts";
import { openWarehouse, type QueryTable, type WarehouseOptions } from "./open_warehouse.ts";
import type { QueryLimits } from "./query_limits.ts";
import type { QueryResult } from "./query_result.ts";
import { withLittleMemory } from "./_with_little_memory.ts";
import type { Newline, WrittenFormat } from "./wire/engine_messages.ts";

/** Formats of a file with a query's answer. `json` is one array of objects, `jsonl` one a line. */
export type ExportFormat = WrittenFormat;

/** What ends a record of CSV. */
export type CsvNewline = Newline;

/** What all ways of exporting have in common. */
export interface FileOptions {
  readonly format: ExportFormat;
  /** By default `crlf`. Spec: RFC 4180, section 2, rule 1. */
  readonly newline?: CsvNewline;
  /** What the user writes; the engine's own SQL by default. */
  readonly dialect?: QueryDialect;
  readonly limits?: Partial<QueryLimits>;
  /** A folder for what does not fit into memory; the system's one by default. */
  readonly temporaryFolder?: string;
  readonly signal?: AbortSignal;
}

export interface ExportOptions extends FileOptions {
  /** Absolute path of the file; replaced if it exists. */
  readonly path: string;
  /** Where it lies until it is complete, on the same disk; a name beside it by default. */
  readonly partialPath?: string;
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
  { path, partialPath = `${path}.${crypto.randomUUID()}.partial`, ...options }: ExportOptions,
): Promise<{ rowCount: number }> {
  await touching(path, () => claim(partialPath));
  try {
    const written = await withLittleMemory(
      options.format,
      (spilling) => write(tables, { sql, exportPath: partialPath, ...options, ...spilling }),
    );
    await touching(path, () => Deno.rename(partialPath, path));
    return written;
  } catch (error) {
    await removeIfThere(partialPath);
    throw error;
  }
}

interface Writing extends WarehouseOptions, FileOptions {
  readonly sql: string;
  readonly exportPath: string;
}

async function write(
  tables: readonly QueryTable[],
  { sql, format, newline = "crlf", signal, ...opening }: Writing,
): Promise<{ rowCount: number }> {
  await using warehouse = await openWarehouse(tables, opening);
  return await warehouse.copy(sql, { format, newline, signal }) ??
    await writeJson(opening.exportPath, {
      result: await warehouse.query(sql, { signal }),
      lines: format === "jsonl",
    });
}

async function writeJson(
  path: string,
  { result, lines }: { result: QueryResult; lines: boolean },
): Promise<{ rowCount: number }> {
  using file = await Deno.open(path, { write: true, createNew: true });
  const writer = file.writable.getWriter();
  const bytes = jsonText(result, { lines });
  for (let piece = await bytes.next();; piece = await bytes.next()) {
    if (piece.done) {
      await writer.close();
      return piece.value;
    }
    await writer.write(piece.value);
  }
}

/**
 * Shows that the file can be written before any work is done for it. It does not stay: Linux brings
 * a file at once to the disk that was emptied and written anew, which takes an eighth of an export.
 */
async function claim(path: string): Promise<void> {
  (await Deno.open(path, { write: true, createNew: true })).close();
  await Deno.remove(path);
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
