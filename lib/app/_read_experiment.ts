import type { ExperimentRecord } from "../catalog/mod.ts";
import { type ExperimentSchema, parseSchema } from "../schema/mod.ts";
import type { AppContext } from "./app_context.ts";

/** An experiment of the catalog with its schema read. */
export interface Experiment {
  readonly record: ExperimentRecord;
  readonly schema: ExperimentSchema;
}

/** @throws DwSimError EXPERIMENT_NOT_FOUND. */
export function readExperiment({ catalog }: AppContext, name: string): Experiment {
  const record = catalog.experiments.get(name);
  const source = `The schema of '${record.name}' in the catalog`;
  return { record, schema: parseSchema(record.schemaJson, { source }) };
}
