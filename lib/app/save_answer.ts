import { DwSimError } from "../errors/mod.ts";
import { exportQuery } from "../query/mod.ts";
import { notePartial } from "../storage/mod.ts";
import { type AskedTables, openAsked } from "./_open_asked.ts";
import { rememberQuery } from "./_remember_query.ts";
import type { AppContext } from "./app_context.ts";
import { fileAsked, type FileRequest, streamAnswer } from "./stream_answer.ts";

export interface ExportRequest extends FileRequest {
  /** Absolute path of the file; it appears when it is complete. */
  readonly path: string;
}

/**
 * Writes an answer to a file. What is there and no file, such as a device or a named pipe, is
 * written to as it is, and never replaced by one.
 *
 * @throws DwSimError as `runQuery`; the file is then as it was before.
 */
export async function saveAnswer(
  context: AppContext,
  request: ExportRequest,
): Promise<{ rowCount: number }> {
  const { path, isFile } = targetOf(request.path);
  return isFile
    ? await replaceFile(context, { ...request, path })
    : await pourInto(path, await streamAnswer(context, request));
}

/** Where a path leads. A link stays where it is. */
function targetOf(path: string): { readonly path: string; readonly isFile: boolean } {
  try {
    const { isFile, isDirectory } = Deno.statSync(path);
    return isFile ? { path: Deno.realPathSync(path), isFile } : { path, isFile: isDirectory };
  } catch {
    // What is in the way is told when the file is made.
    return { path, isFile: true };
  }
}

async function pourInto(
  path: string,
  answer: Awaited<ReturnType<typeof streamAnswer>>,
): Promise<{ rowCount: number }> {
  await using file = answer;
  try {
    using target = await Deno.open(path, { write: true });
    for (let piece = await file.bytes.next();; piece = await file.bytes.next()) {
      if (piece.done) return piece.value;
      let rest: Uint8Array = piece.value;
      while (rest.byteLength > 0) rest = rest.subarray(await target.write(rest));
    }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof DwSimError) throw error;
    const reason = error.message;
    throw new DwSimError("STORAGE_UNWRITABLE", { path, reason }, { cause: error });
  }
}

async function replaceFile(
  context: AppContext,
  request: ExportRequest,
): Promise<{ rowCount: number }> {
  const opened = openAsked(context, request);
  const remembered = rememberQuery(context, request, opened);
  try {
    const written = await writeAnswer(context, request, opened);
    remembered?.answered(written.rowCount);
    return written;
  } catch (error) {
    remembered?.failed(error);
    throw error;
  }
}

async function writeAnswer(
  context: AppContext,
  request: ExportRequest,
  opened: AskedTables,
): Promise<{ rowCount: number }> {
  const { sql, options, placed } = fileAsked(context, request, opened);
  const { path } = request;
  using partial = notePartial(context.dataRoot, path);
  try {
    return await exportQuery(opened.tables, sql, { ...options, path, partialPath: partial.path });
  } catch (error) {
    throw placed(error);
  }
}
