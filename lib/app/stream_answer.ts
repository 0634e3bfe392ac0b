import { DwSimError } from "../errors/mod.ts";
import {
  type CsvNewline,
  type ExportFormat,
  type FileOptions,
  type StreamedFile,
  streamQuery,
} from "../query/mod.ts";
import { askedText } from "./_asked_text.ts";
import { type AskedTables, openAsked } from "./_open_asked.ts";
import { type RememberedQuery, rememberQuery } from "./_remember_query.ts";
import type { AppContext } from "./app_context.ts";
import type { QueryRequest } from "./run_query.ts";

export interface FileRequest extends QueryRequest {
  readonly format: ExportFormat;
  /** What ends a record of CSV, by default `crlf`. */
  readonly newline?: CsvNewline;
}

/**
 * Reads an answer as the bytes of a file while it is made.
 *
 * @returns The file, when its first bytes are there; hold it with `await using`.
 * @throws DwSimError as `runQuery`; after the first bytes, reading them throws it.
 */
export async function streamAnswer(
  context: AppContext,
  request: FileRequest,
): Promise<StreamedFile> {
  const opened = openAsked(context, request);
  const remembered = rememberQuery(context, request, opened);
  try {
    const { sql, options, placed } = fileAsked(context, request, opened);
    const file = await streamQuery(opened.tables, sql, options)
      .catch((error) => Promise.reject(placed(error)));
    return watched(file, { placed, remembered });
  } catch (error) {
    remembered?.failed(error);
    throw error;
  }
}

/** What the query room is asked for a file. */
export function fileAsked(
  context: AppContext,
  request: FileRequest,
  { dialect }: AskedTables,
): {
  readonly sql: string;
  readonly options: FileOptions;
  readonly placed: <Told>(told: Told) => Told;
} {
  const { format, newline, limits, signal } = request;
  const options = {
    ...{ format, dialect, temporaryFolder: context.dataRoot.scratchPath },
    ...newline !== undefined && { newline },
    ...limits !== undefined && { limits },
    ...signal !== undefined && { signal },
  };
  return { ...askedText({ parameters: new Map(), ...request, dialect }), options };
}

interface Watching {
  readonly placed: <Told>(told: Told) => Told;
  readonly remembered: RememberedQuery | null;
}

/** The same file, which tells of places in the user's text, and of its end in the history. */
function watched(file: StreamedFile, { placed, remembered }: Watching): StreamedFile {
  async function* bytes(): StreamedFile["bytes"] {
    try {
      const written = yield* file.bytes;
      remembered?.answered(written.rowCount);
      return written;
    } catch (error) {
      const known = placed(error);
      remembered?.failed(known);
      throw known;
    }
  }
  return {
    bytes: bytes(),
    [Symbol.asyncDispose]: async () => {
      await file[Symbol.asyncDispose]();
      // Heard only where nobody read to the end.
      remembered?.failed(new DwSimError("CANCELLED", { what: "The query" }));
    },
  };
}
