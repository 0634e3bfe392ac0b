import { type Diagnostic, DwSimError } from "../errors/mod.ts";
import { openSample } from "../query/mod.ts";
import { inferSchema, listSampleTables } from "../sample/mod.ts";
import {
  type Dialect,
  type ExperimentSchema,
  parseExperimentName,
  validateSchema,
} from "../schema/mod.ts";
import { storeExperiment } from "./_store_experiment.ts";
import type { AppContext } from "./app_context.ts";

export interface ImportSampleOptions {
  readonly name: string;
  /** Keeps names as they are, and follows the warehouse's types when DDL is written. */
  readonly dialect?: Dialect;
  readonly description?: string;
  /** Target rows of every table; absent means as many as the sample has. */
  readonly rows?: number;
  /** False copies not even the few values of categories. */
  readonly copyValues?: boolean;
  /** Reads and concludes, and keeps nothing. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
}

/** What was made of the files, and what was concluded on the way. */
export interface ImportedSample {
  readonly schema: ExperimentSchema;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes an experiment whose data resembles files of data.
 *
 * @param context Where to keep it.
 * @param paths Files and folders: Parquet, CSV, JSON Lines.
 * @param options Name, dialect, rows, privacy.
 * @throws DwSimError NAME_INVALID, SAMPLE_PATH_UNREADABLE, SAMPLE_UNREADABLE, SCHEMA_INVALID,
 * EXPERIMENT_NAME_TAKEN, CANCELLED; nothing is kept then.
 */
export async function importSample(
  context: AppContext,
  paths: readonly string[],
  { dryRun = false, copyValues = true, signal, ...options }: ImportSampleOptions,
): Promise<ImportedSample> {
  const name = parseExperimentName(options.name);
  const tables = await listSampleTables(paths);
  await using sample = await openSample(tables, {
    temporaryFolder: context.dataRoot.scratchPath,
    ...signal !== undefined && { signal },
  });
  const { schema, diagnostics } = await inferSchema(sample, { ...options, name, copyValues });
  const problems = validateSchema(schema);
  if (problems.length > 0) {
    const detail = { source: "The schema of the sample", count: problems.length };
    throw new DwSimError("SCHEMA_INVALID", detail, { problems });
  }
  if (!dryRun) storeExperiment(context, schema);
  return { schema, diagnostics };
}
