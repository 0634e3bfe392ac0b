import { jsonText } from "./json_text.ts";
import { openWarehouse, type QueryTable } from "./open_warehouse.ts";
import type { QueryResult } from "./query_result.ts";

/** Formats of a file with a query's answer. `json` is one array of objects, `jsonl` one a line. */
export type ExportFormat = "csv" | "json" | "jsonl" | "parquet";

export interface ExportOptions {
  readonly format: ExportFormat;
  /** Absolute path of the file; replaced if it exists. */
  readonly path: string;
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
  { format, path, signal }: ExportOptions,
): Promise<{ rowCount: number }> {
  const partialPath = `${path}.${crypto.randomUUID()}.partial`;
  try {
    await using warehouse = await openWarehouse(tables, { exportPath: partialPath });
    const written = format === "csv" || format === "parquet"
      ? await warehouse.copy(sql, { format, signal })
      : await writeJson(partialPath, {
        result: await warehouse.query(sql, { signal }),
        lines: format === "jsonl",
      });
    await Deno.rename(partialPath, path);
    return written;
  } catch (error) {
    await removeIfThere(partialPath);
    throw error;
  }
}

async function writeJson(
  path: string,
  { result, lines }: { result: QueryResult; lines: boolean },
): Promise<{ rowCount: number }> {
  using file = await Deno.open(path, { write: true, createNew: true });
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

async function removeIfThere(path: string): Promise<void> {
  try {
    await Deno.remove(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
