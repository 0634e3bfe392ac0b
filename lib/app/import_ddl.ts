import { importDdl as readDdl } from "../ddl/mod.ts";
import { type Diagnostic, DwSimError } from "../errors/mod.ts";
import {
  type Dialect,
  type ExperimentSchema,
  parseExperimentName,
  validateSchema,
} from "../schema/mod.ts";
import { storeExperiment } from "./_store_experiment.ts";
import type { AppContext } from "./app_context.ts";
import type { SourceOptions } from "./create_experiment.ts";

export interface ImportDdlOptions extends SourceOptions {
  readonly name: string;
  readonly dialect: Dialect;
  readonly description?: string;
  /** Target rows of every table. */
  readonly rows?: number;
  /** Reads and checks, and keeps nothing. */
  readonly dryRun?: boolean;
}

/** What was made of the DDL, and what there is to say about it. */
export interface ImportedDdl {
  readonly schema: ExperimentSchema;
  /** Warnings and infos. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes an experiment of warehouse DDL.
 *
 * @param context Where to keep it.
 * @param text The SQL.
 * @param options Name, dialect, rows.
 * @throws DwSimError NAME_INVALID, SCHEMA_INVALID with every problem and its place in the text, and
 * EXPERIMENT_NAME_TAKEN; nothing is kept then.
 */
export function importDdl(
  context: AppContext,
  text: string,
  { source, dryRun = false, ...options }: ImportDdlOptions,
): ImportedDdl {
  const name = parseExperimentName(options.name);
  const { schema, diagnostics } = readDdl(text, { ...options, name });
  const problems = [
    ...diagnostics.filter(isError),
    ...schema === null ? [] : validateSchema(schema),
  ];
  if (schema === null || problems.length > 0) {
    throw new DwSimError("SCHEMA_INVALID", { source, count: problems.length }, { problems });
  }
  if (!dryRun) storeExperiment(context, schema);
  return { schema, diagnostics };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
