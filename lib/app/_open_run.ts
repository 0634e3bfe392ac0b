import type { RunRecord } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import type { QueryTable } from "../query/mod.ts";
import { type ExperimentSchema, tablesByName } from "../schema/mod.ts";
import { type Manifest, partPaths, readManifest } from "../storage/mod.ts";
import { readExperiment } from "./_read_experiment.ts";
import type { AppContext } from "./app_context.ts";

/** The current run of an experiment, ready to be asked. */
export interface OpenRun {
  readonly run: RunRecord;
  readonly schema: ExperimentSchema;
  readonly manifest: Manifest;
  readonly tables: readonly QueryTable[];
}

/**
 * Finds the files of an experiment's current run.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, STORAGE_UNREADABLE, MANIFEST_INVALID.
 */
export function openRun(context: AppContext, experiment: string): OpenRun {
  const { record, schema } = readExperiment(context, experiment);
  const { name, currentRunId } = record;
  if (currentRunId === null) throw new DwSimError("EXPERIMENT_EMPTY", { name });
  const run = context.catalog.runs.get(currentRunId);
  const manifest = readManifest(run.outputPath);
  const tables = manifest.tables.map((table) => {
    const schemaName = tablesByName(schema).get(table.name.toLowerCase())?.schemaName;
    const files = partPaths(run.outputPath, table);
    return { name: table.name, files, ...schemaName !== undefined && { schemaName } };
  });
  return { run, schema, manifest, tables };
}
