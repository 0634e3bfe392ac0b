import { tmpdir } from "node:os";
import type { LogicalType } from "../schema/mod.ts";
import type { CopyCompression, CopyFormat } from "./copy_format.ts";
import type { BinaryText } from "./_copy_expression.ts";
import type { TableCopier } from "./table_copier.ts";

/** Rows to copy, and what their columns hold. */
export interface CopySource {
  /** Absolute paths of Parquet files. */
  readonly files: readonly string[];
  /** The columns to copy, in order. */
  readonly columns: readonly { readonly name: string; readonly type: LogicalType }[];
}

export interface CopyRequest {
  readonly format: CopyFormat;
  readonly compression: CopyCompression;
  /** Absolute path of a file, or of a folder when the rows are partitioned. */
  readonly path: string;
  /** How binary is written in text formats; `hex` when absent. */
  readonly binary?: BinaryText;
  /** A column whose values name folders, `country=NL`, instead of standing in the files. */
  readonly partitionBy?: string;
  readonly signal?: AbortSignal;
}

export interface OpenCopierOptions {
  /** A folder for what does not fit into memory; the system's one by default. */
  readonly temporaryFolder?: string;
}

/**
 * Opens a copier: the engine's COPY over files of ours, with statements of ours alone.
 *
 * @param options Where it may spill.
 * @returns The copier; hold it with `await using`.
 */
export async function openCopier(
  { temporaryFolder = tmpdir() }: OpenCopierOptions = {},
): Promise<TableCopier> {
  // The engine is loaded here and not before.
  const { TableCopier } = await import("./table_copier.ts");
  return await TableCopier.open(temporaryFolder);
}
