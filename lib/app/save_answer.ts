import { exportQuery } from "../query/mod.ts";
import { notePartial } from "../storage/mod.ts";
import { type AskedTables, openAsked } from "./_open_asked.ts";
import { rememberQuery } from "./_remember_query.ts";
import type { AppContext } from "./app_context.ts";
import { fileAsked, type FileRequest } from "./stream_answer.ts";

export interface ExportRequest extends FileRequest {
  /** Absolute path of the file; it appears when it is complete. */
  readonly path: string;
}

/**
 * Writes an answer to a file.
 *
 * @throws DwSimError as `runQuery`; the file is then as it was before.
 */
export async function saveAnswer(
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
