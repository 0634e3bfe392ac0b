import { tmpdir } from "node:os";
import { scratchPath } from "../disk/mod.ts";
import { exportQuery, type FileOptions } from "./export_query.ts";
import { jsonText } from "./json_text.ts";
import { openWarehouse, type QueryTable, type WarehouseOptions } from "./open_warehouse.ts";
import { PIPE_PATH } from "./_engine_process.ts";
import type { FileBytes } from "./_streamed_copy.ts";
import { withLittleMemory } from "./_with_little_memory.ts";

/** A file that is read while it is made. Whoever lets go of it ends the work. */
export interface StreamedFile extends AsyncDisposable {
  /** To be read once; throws what `Warehouse.query` throws when the work fails half-way. */
  readonly bytes: FileBytes;
}

/**
 * Reads the answer to a user's SQL as the bytes of a file, the same that `exportQuery` writes.
 * Nothing of it lies on the disk, and who takes no more bytes makes the engine wait.
 *
 * @param tables The tables that can be asked.
 * @param sql The user's text; one statement that only reads.
 * @param options The format, and the limits. A signal ends the engine at once.
 * @returns The file, when its first bytes are there; hold it with `await using`.
 * @throws What `Warehouse.query` throws, where it fails before the first bytes.
 */
export async function streamQuery(
  tables: readonly QueryTable[],
  sql: string,
  options: FileOptions,
): Promise<StreamedFile> {
  if (PIPE_PATH === null) return await streamThroughFile(tables, sql, options);
  const opening = { exportPath: PIPE_PATH, ...options };
  return await withLittleMemory(
    options.format,
    (spilling) => stream(tables, { sql, ...opening, ...spilling }),
  );
}

interface Streaming extends WarehouseOptions, FileOptions {
  readonly sql: string;
}

async function stream(
  tables: readonly QueryTable[],
  { sql, format, newline = "crlf", signal, ...opening }: Streaming,
): Promise<StreamedFile> {
  const warehouse = await openWarehouse(tables, opening);
  try {
    const bytes = await warehouse.stream(sql, { format, newline, signal }) ??
      await begun(jsonText(await warehouse.query(sql, { signal }), { lines: format === "jsonl" }));
    return { bytes, [Symbol.asyncDispose]: () => warehouse.close() };
  } catch (error) {
    await warehouse.close();
    throw error;
  }
}

/** Has the first bytes made, so that what fails before them is told before there is a file. */
async function begun(bytes: FileBytes): Promise<FileBytes> {
  const first = await bytes.next();
  return (async function* (): FileBytes {
    for (let piece = first;; piece = await bytes.next()) {
      if (piece.done) return piece.value;
      yield piece.value;
    }
  })();
}

/** For systems on which a pipe has no path. */
async function streamThroughFile(
  tables: readonly QueryTable[],
  sql: string,
  { temporaryFolder = tmpdir(), ...options }: FileOptions,
): Promise<StreamedFile> {
  const path = scratchPath(temporaryFolder, "answer");
  const written = await exportQuery(tables, sql, { path, temporaryFolder, ...options });
  const file = await Deno.open(path);
  return {
    bytes: (async function* (): FileBytes {
      const buffer = new Uint8Array(64 * 1024);
      for (let count = await file.read(buffer); count !== null; count = await file.read(buffer)) {
        yield buffer.slice(0, count);
      }
      return written;
    })(),
    [Symbol.asyncDispose]: async () => {
      file.close();
      await Deno.remove(path);
    },
  };
}
