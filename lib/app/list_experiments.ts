import type { RunRecord } from "../catalog/mod.ts";
import type { ExperimentSchema } from "../schema/mod.ts";
import { readExperiment } from "./_read_experiment.ts";
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
  return context.catalog.experiments.list().map(({ name }) => showExperiment(context, name));
}

/**
 * One experiment.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND.
 */
export function showExperiment(context: AppContext, name: string): ExperimentSummary {
  const { record, schema } = readExperiment(context, name);
  const { runs } = context.catalog;
  return {
    name: record.name,
    createdAt: record.createdAt,
    schema,
    currentRun: record.currentRunId === null ? null : runs.get(record.currentRunId),
    activeRun: runs.active(record.name),
  };
}
