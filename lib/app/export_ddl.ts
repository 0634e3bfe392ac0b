import { type DdlDialect, writeDdl } from "../ddl/mod.ts";
import { readExperiment } from "./_read_experiment.ts";
import type { AppContext } from "./app_context.ts";

export interface ExportDdlRequest {
  readonly dialect: DdlDialect;
  /** Keeps the columns that were added to stand for composite keys. */
  readonly withSurrogates?: boolean;
}

/**
 * Writes the tables of an experiment as DDL.
 *
 * @returns The text of one file of SQL.
 * @throws DwSimError EXPERIMENT_NOT_FOUND.
 */
export function exportDdl(
  context: AppContext,
  name: string,
  { dialect, withSurrogates = false }: ExportDdlRequest,
): string {
  const { schema } = readExperiment(context, name);
  return writeDdl(schema, { dialect, withSurrogates });
}
