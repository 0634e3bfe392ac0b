import type { RunRecord } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import type { QueryTable } from "../query/mod.ts";
import { type ExperimentSchema, tablesByName } from "../schema/mod.ts";
import { type Manifest, partPaths, readManifest } from "../storage/mod.ts";
import { readExperiment } from "./_read_experiment.ts";
import type { AppContext } from "./app_context.ts";
import { showRun } from "./list_runs.ts";

/** The current run of an experiment, ready to be asked. */
export interface OpenRun {
  readonly run: RunRecord;
  readonly schema: ExperimentSchema;
  readonly manifest: Manifest;
  readonly tables: readonly QueryTable[];
}

/**
 * Finds the files of a run.
 *
 * @param context Where the experiment lives.
 * @param experiment The experiment.
 * @param runId A completed run; by default the current one.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, RUN_NOT_FOUND, RUN_NOT_COMPLETED,
 * RUN_FILES_REMOVED, STORAGE_UNREADABLE, MANIFEST_INVALID.
 */
export function openRun(context: AppContext, experiment: string, runId?: string): OpenRun {
  const { record, schema } = readExperiment(context, experiment);
  const { name, currentRunId } = record;
  const id = runId ?? currentRunId;
  if (id === null) throw new DwSimError("EXPERIMENT_EMPTY", { name });
  const run = completedRun(context, name, id);
  const manifest = readManifest(run.outputPath);
  const tables = manifest.tables.map((table) => {
    const { schemaName, nameInSchema } = tablesByName(schema).get(table.name.toLowerCase()) ?? {};
    const files = partPaths(run.outputPath, table);
    return {
      ...{ name: table.name, files },
      ...schemaName !== undefined && { schemaName },
      ...nameInSchema !== undefined && { nameInSchema },
    };
  });
  return { run, schema, manifest, tables };
}

function completedRun(context: AppContext, name: string, runId: string): RunRecord {
  const run = showRun(context, name, runId);
  const { id, status, filesRemovedAt } = run;
  if (status !== "completed") throw new DwSimError("RUN_NOT_COMPLETED", { id, status });
  if (filesRemovedAt !== null) throw new DwSimError("RUN_FILES_REMOVED", { id });
  return run;
}
