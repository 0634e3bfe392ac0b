import type { ExperimentRecord, RunRecord } from "../catalog/mod.ts";
import type { ExperimentSchema } from "../schema/mod.ts";
import { type Experiment, readExperiment, withSchema } from "./_read_experiment.ts";
import type { AppContext } from "./app_context.ts";

/** An experiment with what a list tells of it. */
export interface ExperimentSummary {
  readonly name: string;
  readonly createdAt: string;
  readonly schema: ExperimentSchema;
  /** The run whose files are queried; null until one is completed. */
  readonly currentRun: RunRecord | null;
  /** The run that is under way, if there is one. */
  readonly activeRun: RunRecord | null;
}

/** All experiments, by name. */
export function listExperiments(context: AppContext): readonly ExperimentSummary[] {
  return summaries(context, context.catalog.experiments.list());
}

/**
 * One experiment.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND.
 */
export function showExperiment(context: AppContext, name: string): ExperimentSummary {
  const experiment = readExperiment(context, name);
  return summary(context, experiment, context.catalog.runs.active(experiment.record.name));
}

/** What lists tell of experiments, without asking the catalog for each of them again. */
export function summaries(
  context: AppContext,
  records: readonly ExperimentRecord[],
): readonly ExperimentSummary[] {
  const active = new Map(context.catalog.runs.listActive().map((run) => [run.experimentName, run]));
  return records.map((record) =>
    summary(context, withSchema(record), active.get(record.name) ?? null)
  );
}

function summary(
  { catalog }: AppContext,
  { record, schema }: Experiment,
  activeRun: RunRecord | null,
): ExperimentSummary {
  const { name, createdAt, currentRunId } = record;
  const currentRun = currentRunId === null ? null : catalog.runs.get(currentRunId);
  return { name, createdAt, schema, currentRun, activeRun };
}
