import { type LoadDialect, loadScript } from "../ddl/mod.ts";
import type { CopyCompression, CopyFormat } from "../query/mod.ts";
import { copyFileEnding } from "../query/mod.ts";
import { folderName } from "../storage/mod.ts";
import { readExperiment } from "./_read_experiment.ts";
import type { AppContext } from "./app_context.ts";

export interface LoadScriptRequest {
  readonly dialect: LoadDialect;
  /** Of the files, as they were exported; `parquet` when absent. */
  readonly format?: CopyFormat;
  /** Of the files; `none` when absent, which Parquet files say themselves. */
  readonly compression?: CopyCompression;
  /** `s3://bucket/prefix` or `@stage/path`; a placeholder when absent. */
  readonly location?: string;
  /** Keeps the '_row_id' columns that stand for composite keys; they are dropped by default. */
  readonly withSurrogates?: boolean;
}

/**
 * Writes the SQL that makes the tables of an experiment in a warehouse and loads the files of an
 * export into them.
 *
 * @returns The text of one file of SQL, with comments on what to replace.
 * @throws DwSimError EXPERIMENT_NOT_FOUND.
 */
export function writeLoadScript(
  context: AppContext,
  name: string,
  { dialect, format = "parquet", compression = "none", location, withSurrogates = false }:
    LoadScriptRequest,
): string {
  const { schema } = readExperiment(context, name);
  return loadScript(schema, {
    ...{ dialect, format, compression, folderName, withSurrogates },
    ending: copyFileEnding(format, compression),
    ...location !== undefined && { location },
  });
}
